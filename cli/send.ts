import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { createTransport } from 'nodemailer';
import { parseMail } from '../adapters/mime/parse-mail.ts';
import { DomainError } from '../core/errors.ts';
import type { CommandIo } from './command-io.ts';

const help = `harborwatch send FILE… [--from ADDRESS] [--to ADDRESS] [--server HOST:PORT]

Sends raw mails (.eml) to the running desk over SMTP, byte for byte. Sender and recipient come from the
mail's own From and To. The server is 127.0.0.1 at HARBORWATCH_SMTP_PORT (2525).
`;

/** Exits 2 when a file cannot be read or the server refuses a mail; the others are sent all the same. */
export async function sendCommand(args: string[], { stdout, stderr, env }: CommandIo): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      from: { type: 'string' },
      to: { type: 'string' },
      server: { type: 'string', default: `127.0.0.1:${env.HARBORWATCH_SMTP_PORT || 2525}` },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    stdout.write(help);
    return 0;
  }
  if (positionals.length === 0)
    throw new DomainError('invalid', 'send.no-file', 'FILE: name at least one .eml');
  const { host, port } = serverOf(values.server);
  const transport = createTransport({ host, port, secure: false, tls: { rejectUnauthorized: false } });
  let exitCode = 0;
  for (const file of positionals) {
    try {
      const raw = await readFile(file);
      const envelope = await envelopeOf(raw, file, values);
      const { response } = await transport.sendMail({ envelope, raw });
      stdout.write(`${file}: ${response}\n`);
    } catch (error) {
      exitCode = 2;
      stderr.write(`harborwatch send: ${file}: ${error instanceof Error ? error.message : String(error)}\n`);
    }
  }
  transport.close();
  return exitCode;
}

function serverOf(text: string): { host: string; port: number } {
  const match = /^(.+):(\d{1,5})$/.exec(text);
  if (!match)
    throw new DomainError(
      'invalid',
      'send.server',
      `--server: write HOST:PORT, such as 127.0.0.1:2525, not "${text}"`,
    );
  return { host: match[1] ?? '', port: Number(match[2]) };
}

async function envelopeOf(
  raw: Uint8Array,
  file: string,
  given: { from?: string | undefined; to?: string | undefined },
): Promise<{ from: string; to: string[] }> {
  const { mail } = await parseMail(raw);
  const to = given.to ? [given.to] : mail.to.map(({ address }) => address).filter(Boolean);
  if (to.length === 0)
    throw new DomainError('invalid', 'send.no-recipient', `${file} has no To: name the recipient with --to`);
  return { from: given.from ?? mail.from.address, to };
}
