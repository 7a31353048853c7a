import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { loadConfigFolder } from '../../../adapters/config/load-config-folder.ts';
import { configCommand } from '../../../cli/config.ts';
import { resolve } from '../../../core/oncall/resolve.ts';
import { aConfig } from './a-config.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'config-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const write = (name: string, text: string) => writeFile(join(folder, name), text);
const shipped = new URL('../../../config', import.meta.url).pathname;
const now = Date.parse('2026-11-22T10:00:00Z');

async function run(args: string[], env: Record<string, string> = {}) {
  const out: string[] = [];
  const err: string[] = [];
  const io = {
    stdout: { write: (t: string) => out.push(t) },
    stderr: { write: (t: string) => err.push(t) },
    env,
  };
  const code = await configCommand(args, io, { now: () => now });
  return { code, out: out.join(''), err: err.join('') };
}

describe('the configuration folder', () => {
  it('is read from all its files together', async () => {
    const { users, ...rest } = aConfig();
    await write('a.yaml', stringify(rest));
    await write('b.yaml', `# only a comment\n${stringify({ users })}`);
    await write('notes.txt', 'not: [yaml');
    const { config } = await loadConfigFolder(folder, {}, now);
    expect(config.users.map((user) => user.id)).toEqual(['ana', 'ben']);
  });

  it('names file, line and column of broken YAML, in every file', async () => {
    await write('desk.yaml', 'desk:\n  name: [x\n');
    await write('users.yaml', 'users:\n  - id: a\n   name: b\n');
    await expect(loadConfigFolder(folder, {}, now)).rejects.toThrow(
      /desk\.yaml:3:1: .*users\.yaml:\d+:\d+: /s,
    );
  });

  it('refuses a key in two files, and one that is twice in a file', async () => {
    await write('a.yaml', stringify(aConfig()));
    await write('b.yaml', 'desk: {name: other, fromName: other}\n');
    await expect(loadConfigFolder(folder, {}, now)).rejects.toThrow(/desk: stands in a\.yaml and in b\.yaml/);
    await write('b.yaml', 'mail: {}\nmail: {}\n');
    await expect(loadConfigFolder(folder, {}, now)).rejects.toThrow(/b\.yaml:2:1: Map keys must be unique/);
  });

  it('names the file of a field that is wrong', async () => {
    await write('a.yaml', stringify({ ...aConfig(), desk: { name: 'x', fromNam: 'y' } }));
    await expect(loadConfigFolder(folder, {}, now)).rejects.toThrow(
      /desk\.fromNam: .*fromName.*\(in a\.yaml\)/,
    );
  });

  it.each([
    ['a list', '- a\n', /list\.yaml:1:1/],
    ['an unknown tag', 'desk: !secret x\n', /list\.yaml:1:7/],
    ['an alias bomb', bomb(), /list\.yaml.*alias/i],
  ])('refuses %s at the top of a file', async (_what, text, message) => {
    await write('list.yaml', text);
    await expect(loadConfigFolder(folder, {}, now)).rejects.toThrow(message);
  });

  it('names a file that cannot be read, and refuses a key that would pass for a prototype', async () => {
    await mkdir(join(folder, 'folder.yaml'));
    await expect(loadConfigFolder(folder, {}, now)).rejects.toThrow(/folder\.yaml: cannot be read: EISDIR/);
    await rm(join(folder, 'folder.yaml'), { recursive: true });
    await write('a.yaml', `${stringify(aConfig())}__proto__: { crisisCategories: [] }\n`);
    await expect(loadConfigFolder(folder, {}, now)).rejects.toThrow(/__proto__: unknown key/);
  });

  it('says so when it is not there or empty', async () => {
    await expect(loadConfigFolder(join(folder, 'none'), {}, now)).rejects.toThrow(
      /no configuration folder at .*none/,
    );
    await expect(loadConfigFolder(folder, {}, now)).rejects.toThrow(/no \*\.yaml file/);
  });
});

function bomb(): string {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
  for (let i = 1; i < 9; i++)
    lines.push(
      `a${i}: &a${i} [${Array(10)
        .fill(`*a${i - 1}`)
        .join(', ')}]`,
    );
  return `${lines.join('\n')}\n`;
}

describe('the configuration that we ship', () => {
  it('has six people, two of them leads, and somebody on every schedule for two years', async () => {
    const { config } = await loadConfigFolder(shipped, {}, now);
    expect(config.users).toHaveLength(6);
    expect(config.users.filter((user) => user.roles.includes('lead'))).toHaveLength(2);
    for (const schedule of Object.values(config.schedules)) {
      expect(resolve(schedule, now, now + 730 * 86_400_000).gaps).toEqual([]);
    }
  });

  it('is found well by the command', async () => {
    expect(await run(['check', shipped])).toMatchObject({ code: 0, err: '' });
    const { out } = await run(['check', '--json'], { HARBORWATCH_CONFIG: shipped });
    expect(JSON.parse(out)).toEqual({
      ok: true,
      users: 6,
      schedules: 2,
      escalationPolicies: 1,
      emergency: 'emergency',
      calendars: 2,
      ladders: 2,
      policies: 2,
      departments: 4,
      policyVersion: expect.stringMatching(/^[0-9a-f]{16}$/),
      gaps: [],
      warnings: [],
    });
  });
});

describe('config check', () => {
  it('warns of every hour of the next 30 days that nobody covers', async () => {
    const config = aConfig();
    config.schedules.primary = {
      timezone: 'Europe/London',
      layers: [
        { users: ['ana'], until: '2026-12-24T18:00' },
        { users: ['ben'], rotation: { type: 'daily', start: '2027-01-01T00:00' } },
      ],
    };
    await write('all.yaml', stringify(config));
    const { code, out } = await run(['check', folder]);
    expect(code).toBe(0);
    expect(out).toContain('on call: somebody on every schedule');
    config.schedules.primary.layers = [{ users: ['ana'], until: '2026-11-24T18:00' }];
    await write('all.yaml', stringify(config));
    const warned = await run(['check', folder]);
    expect(warned.code).toBe(0);
    expect(warned.out).toContain(
      'schedules.primary: nobody from 2026-11-24T18:00:00.000Z to 2026-12-22T10:00:00.000Z',
    );
  });

  it('lists every problem and ends with 2, in words and as JSON', async () => {
    await write('all.yaml', stringify({ ...aConfig(), users: [], emergency: { policy: 'x' }, mial: {} }));
    const words = await run(['check', folder]);
    expect(words.code).toBe(2);
    expect(words.err.trim().split('\n')).toHaveLength(2);
    const { code, out } = await run(['check', folder, '--json']);
    expect(code).toBe(2);
    expect(JSON.parse(out).problems.map((p: { field: string }) => p.field)).toEqual(['users', 'mial']);
  });

  it.each([[[]], [['aply']], [['check', '--jsn']], [['check', 'a', 'b']]])(
    'refuses the arguments %j',
    async (args) => {
      const { code, err } = await run(args);
      expect(code).toBe(2);
      expect(err.trim().split('\n')).toHaveLength(1);
    },
  );

  it('explains itself', async () => {
    expect((await run(['--help'])).out).toContain('config check [FOLDER]');
  });
});
