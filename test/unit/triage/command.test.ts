import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { triageCommand } from '../../../cli/triage.ts';

async function run(args: string[], input = '') {
  let out = '';
  let err = '';
  async function* stdin() {
    for (const byte of Buffer.from(input)) yield Uint8Array.of(byte);
  }
  const code = await triageCommand(args, {
    stdin: stdin(),
    stdout: { write: (text: string) => (out += text) },
    stderr: { write: (text: string) => (err += text) },
  });
  return { code, lines: out.split('\n').filter((line) => line !== ''), err };
}

describe('harborwatch triage', () => {
  it('answers each JSON line with a verdict, also when bytes arrive one by one', async () => {
    const { code, lines, err } = await run(
      [],
      '{"id":"a","text":"I want to die 💔"}\n\n{"id":7,"subject":"Hi","text":"Where is my parcel?"}',
    );
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [first, second] = lines.map((line): Record<string, unknown> => JSON.parse(line));
    expect(Object.keys(first ?? {})).toEqual(['id', 'priority', 'category', 'emergency', 'signals', 'why']);
    expect(first).toMatchObject({ id: 'a', emergency: true, category: 'self-harm' });
    expect(second).toMatchObject({ id: 7, emergency: false });
  });

  it('names line and field of a bad line, judges the rest and exits 2', async () => {
    const { code, lines, err } = await run(
      [],
      '{"text":"a"}\nnope\n{"subject":3,"text":"b"}\n{"id":1}\n{"text":"c"}\n',
    );
    expect(code).toBe(2);
    expect(lines).toHaveLength(2);
    const complaints = err.trimEnd().split('\n');
    expect(complaints).toHaveLength(3);
    expect(complaints[0]).toContain('line 2');
    expect(complaints[1]).toMatch(/line 3.*subject/);
    expect(complaints[2]).toMatch(/line 4.*text/);
  });

  it('reads files', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'triage-')), 'in.jsonl');
    await writeFile(file, '{"text":"hello"}\n');
    expect((await run([file])).lines).toHaveLength(1);
    expect(await run([`${file}.missing`])).toMatchObject({ code: 2, lines: [] });
  });

  it('explains itself and refuses unknown options', async () => {
    expect((await run(['--help'])).lines[0]).toContain('harborwatch triage');
    expect(await run(['--fast'])).toMatchObject({ code: 2 });
  });
});
