import { readFile } from 'node:fs/promises';
import { parseMail } from '../adapters/mime/parse-mail.ts';
import type { ParsedMail } from '../core/mail/parsed-mail.ts';

export interface MailCommandIo {
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: { write(text: string): void };
  readonly stderr: { write(text: string): void };
}

const HELP = `Usage: harborwatch mail [FILE…]

Reads raw e-mail (RFC 5322) from the files, or from standard input when there is none or for "-", and prints one
JSON object a line for each: messageId, inReplyTo, references, from, to, cc, subject, date, text, reply, quoted,
attachments, automated, bounce. "reply" is what the writer newly wrote; "quoted" is what was split off.

  -h, --help   show this
  --json       the output is always JSON; accepted for symmetry

Exit status: 0, or 2 when a file cannot be read (the others are still printed).
`;

/** `harborwatch mail`: one JSON line a mail, in the order given. Resolves with the exit status. */
export async function mailCommand(args: string[], io: MailCommandIo): Promise<number> {
  const end = args.indexOf('--');
  const options = (end < 0 ? args : args.slice(0, end)).filter((arg) => arg.startsWith('-') && arg !== '-');
  if (options.includes('--help') || options.includes('-h')) {
    io.stdout.write(HELP);
    return 0;
  }
  const unknown = options.find((option) => option !== '--json');
  if (unknown !== undefined) {
    io.stderr.write(`harborwatch mail: unknown option ${unknown}; see harborwatch mail --help\n`);
    return 2;
  }
  const files = args.filter((arg, i) => (end >= 0 && i > end) || arg === '-' || !arg.startsWith('-'));
  let status = 0;
  for (const file of files.length === 0 ? ['-'] : files) {
    const raw = file === '-' ? await readAll(io.stdin) : await readOrExplain(file, io);
    if (raw === null) status = 2;
    else io.stdout.write(`${mailLine((await parseMail(raw)).mail)}\n`);
  }
  return status;
}

async function readOrExplain(file: string, io: MailCommandIo): Promise<Uint8Array | null> {
  try {
    return await readFile(file);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    io.stderr.write(`harborwatch mail: cannot read ${JSON.stringify(file)}: ${explain(reason)}\n`);
    return null;
  }
}

function explain(code: string): string {
  if (code === 'ENOENT') return 'no such file';
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied';
  return code === 'EISDIR' ? 'it is a folder; name the files in it' : code;
}

async function readAll(stdin: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The keys are an interface: named one by one, so that their order and number hold. */
function mailLine(mail: ParsedMail): string {
  const address = ({ address, name }: ParsedMail['from']) => ({ address, name });
  return JSON.stringify({
    messageId: mail.messageId,
    inReplyTo: mail.inReplyTo,
    references: mail.references,
    from: address(mail.from),
    to: mail.to.map(address),
    cc: mail.cc.map(address),
    subject: mail.subject,
    date: mail.date,
    text: mail.text,
    reply: mail.reply,
    quoted: mail.quoted,
    attachments: mail.attachments,
    automated: mail.automated,
    bounce: mail.bounce,
  });
}
