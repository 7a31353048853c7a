import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { mailCommand } from '../../../cli/mail.ts';

const sample = (name: string): string =>
  fileURLToPath(new URL(`../../../samples/${name}.eml`, import.meta.url));

async function run(args: string[], input = ''): Promise<{ status: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const stdin = (async function* () {
    for (let i = 0; i < input.length; i += 7) yield Buffer.from(input.slice(i, i + 7));
  })();
  const status = await mailCommand(args, {
    stdin,
    stdout: { write: (text) => void (out += text) },
    stderr: { write: (text) => void (err += text) },
  });
  return { status, out, err };
}

const keys = [
  'messageId',
  'inReplyTo',
  'references',
  'from',
  'to',
  'cc',
  'subject',
  'date',
  'text',
  'reply',
  'quoted',
  'attachments',
  'automated',
  'bounce',
];

describe('harborwatch mail', () => {
  it('prints one line with exactly the keys of the interface for standard input', async () => {
    const { status, out, err } = await run([], 'From: a@example.com\r\n\r\nhello\r\n');
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out.endsWith('\n')).toBe(true);
    expect(out.trimEnd()).not.toContain('\n');
    expect(Object.keys(JSON.parse(out) as object)).toEqual(keys);
  });

  it('prints the files in their order', async () => {
    const { out } = await run([sample('05-self-harm-direct'), '--json', sample('01-buyer-question')]);
    const ids = out
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { messageId: string }).messageId);
    expect(ids).toEqual(['<d1rect-05@mail.example.org>', '<20240304101245.4711@mail.example.com>']);
  });

  it('names a file that it cannot read, prints the others, and exits with 2', async () => {
    const folder = fileURLToPath(new URL('.', import.meta.url));
    const { status, out, err } = await run([
      sample('01-buyer-question'),
      '/no/such.eml',
      folder,
      sample('02-html-only'),
    ]);
    expect(status).toBe(2);
    expect(out.trim().split('\n')).toHaveLength(2);
    expect(err.trim().split('\n')).toEqual([
      'harborwatch mail: cannot read "/no/such.eml": no such file',
      `harborwatch mail: cannot read ${JSON.stringify(folder)}: it is a folder; name the files in it`,
    ]);
  });

  it('takes an empty mail', async () => {
    const { status, out } = await run(['-']);
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      messageId: null,
      from: { address: '', name: '' },
      text: '',
      reply: '',
    });
  });

  it('explains itself', async () => {
    expect(await run(['--help'])).toMatchObject({ status: 0, err: '' });
    expect((await run(['-h'])).out).toContain('Usage: harborwatch mail');
  });

  it('refuses an option that it does not know', async () => {
    expect(await run(['--yaml'])).toMatchObject({
      status: 2,
      out: '',
      err: expect.stringContaining('--yaml') as string,
    });
  });
});
