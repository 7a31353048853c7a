import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { simulateCommand } from '../../../cli/simulate.ts';
import type { Simulation } from '../../../core/sla/simulate.ts';
import { Story, standard } from '../sla/story.ts';

const folder = mkdtempSync(join(tmpdir(), 'harborwatch-simulate-'));
afterAll(() => rmSync(folder, { recursive: true }));

const write = (name: string, text: string) => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};
const policies = (name: string, minutes: number, more: object = {}) =>
  write(
    name,
    stringify({
      calendars: { office: { timezone: 'UTC' } },
      policies: [{ ...standard, targets: { 'first-reply': { normal: minutes } }, ...more }],
    }),
  );

async function run(...args: string[]) {
  const [out, err]: string[][] = [[], []];
  const code = await simulateCommand(args, {
    env: {},
    stdout: { write: (text) => out?.push(text) },
    stderr: { write: (text) => err?.push(text) },
  });
  return { code, out: out?.join('') ?? '', err: err?.join('') ?? '' };
}

const history = write(
  'history.jsonl',
  new Story('21T09:00')
    .inbound('21T09:00')
    .reply('21T12:00')
    .events.map((event) => JSON.stringify(event))
    .toReversed()
    .join('\n'),
);

describe('harborwatch simulate', () => {
  it('reports attainment under a draft beside the promises as they are', async () => {
    const files = [
      '--policy',
      policies('draft.yaml', 60),
      '--against',
      policies('current.yaml', 240),
      '--events',
      history,
    ];
    const { code, out } = await run(...files, '--json');
    const result: Simulation = JSON.parse(out);
    expect(code).toBe(0);
    expect(result.byClock.find(({ clock }) => clock === 'first-reply')).toMatchObject({
      draft: { met: 0, breached: 1 },
      current: { met: 1, breached: 0 },
    });
    expect((await run(...files)).out).toMatch(/first-reply +0\.0 % \(1 late\) +100\.0 % \(0 late\)/);
  });

  it('follows cases until a time that is given', async () => {
    const waiting = write(
      'waiting.jsonl',
      new Story('21T09:00')
        .inbound('21T09:00')
        .events.map((event) => JSON.stringify(event))
        .join('\n'),
    );
    const files = ['--policy', policies('draft.yaml', 60), '--events', waiting, '--json'];
    const breached = ({ out }: { out: string }) =>
      (JSON.parse(out) as Simulation).byClock.find(({ clock }) => clock === 'first-reply')?.draft.breached;
    expect(breached(await run(...files))).toBe(0);
    expect(breached(await run(...files, '--until', '2026-12-21T10:01Z'))).toBe(1);
  });

  it('names file, line, field and remedy of what it cannot read', async () => {
    const draft = policies('draft.yaml', 60);
    const cases: [string[], RegExp][] = [
      [['--events', history], /--policy is missing/],
      [['--policy', draft, '--events', history, '--from', 'x'], /--from: "x" is not a time/],
      [['--policy', draft, '--events', history, '--form', 'x'], /Unknown option '--form'/],
      [
        ['--policy', draft, '--events', history, '--from', '2026-12-02', '--to', '2026-12-01'],
        /--to is not after --from/,
      ],
      [['--policy', draft, '--events', history, '--zone', 'Europe/Londno'], /--zone: .*Europe\/London/],
      [['--policy', draft, '--events', history, 'more'], /unexpected argument "more"/],
      [
        ['--policy', draft, '--events', history, '--html', join(folder, 'no', 'x')],
        /--html: .* cannot be written/,
      ],
      [['--policy', draft, '--events', history, '--until', 'monday'], /--until: "monday" is not a time/],
      [['--policy', join(folder, 'none.yaml'), '--events', history], /none\.yaml cannot be read/],
      [['--policy', write('bad.yaml', 'a: [1'), '--events', history], /bad\.yaml: is not YAML/],
      [
        ['--policy', policies('zero.yaml', 0), '--events', history],
        /zero\.yaml: policies\[0\]\.targets\.first-reply\.normal: is no time at all/,
      ],
      [
        ['--policy', policies('lost.yaml', 5, { calendar: 'shop' }), '--events', history],
        /there is no calendar "shop"/,
      ],
      [['--policy', draft, '--events', write('empty.jsonl', '\n')], /the history is empty/],
      [['--policy', draft, '--events', write('bad.jsonl', '\n{')], /bad\.jsonl line 2: is not JSON/],
      [
        ['--policy', draft, '--events', write('odd.jsonl', '{"caseId":"HW-1"}')],
        /odd\.jsonl line 1: seq: is missing/,
      ],
    ];
    for (const [args, problem] of cases) {
      const { code, out, err } = await run(...args);
      expect(err).toMatch(problem);
      expect({ code, out }).toEqual({ code: 2, out: '' });
    }
  });
});
