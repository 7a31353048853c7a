import { createReadStream } from 'node:fs';
import { DomainError } from '../core/errors.ts';
import { assess } from '../core/triage/assess.ts';
import type { CommandIo } from './command-io.ts';
import { answerJsonLines } from './json-lines.ts';

const HELP = `harborwatch triage [FILE...]

Judges messages. Reads JSON lines {"id"?, "subject"?, "text"} from the files, or from standard input
when there are none (or for "-"), and writes one JSON line for each:
  {"id", "priority", "category", "emergency", "signals", "why"}

A line that cannot be judged is named on standard error, the rest is still judged, and the exit code is 2.
`;

/**
 * Runs `harborwatch triage`; streams, one line in memory at a time.
 * @returns 0 when every line was judged, 2 when a line, a file or an option was bad.
 */
export async function triageCommand(
  args: string[],
  io: Pick<CommandIo, 'stdin' | 'stdout' | 'stderr'>,
): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    io.stdout.write(HELP);
    return 0;
  }
  const files = args.filter((arg) => arg !== '--json' && arg !== '--');
  const unknown = files.find((arg) => arg.startsWith('-') && arg !== '-');
  if (unknown !== undefined) {
    io.stderr.write(`harborwatch triage: unknown option ${unknown}; see harborwatch triage --help\n`);
    return 2;
  }
  let code = 0;
  for (const file of files.length > 0 ? files : ['-']) {
    const stdin = file === '-' ? io.stdin : createReadStream(file);
    try {
      code = Math.max(code, await answerJsonLines('triage', { ...io, stdin }, judge));
    } catch (error) {
      if (!isFileError(error)) throw error;
      io.stderr.write(`harborwatch triage: cannot read ${file}: ${error.message}\n`);
      code = 2;
    }
  }
  return code;
}

function judge(input: unknown): object {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    throw refused('text', 'the line must be a JSON object with a field "text"');
  }
  const { id, subject, text }: { id?: unknown; subject?: unknown; text?: unknown } = input;
  if (text === undefined) throw refused('text', 'field "text" is missing; give the message as a string');
  if (typeof text !== 'string') throw refused('text', 'field "text" must be a string');
  if (subject != null && typeof subject !== 'string') {
    throw refused('subject', 'field "subject" must be a string when given');
  }
  if (id != null && typeof id !== 'string' && typeof id !== 'number') {
    throw refused('id', 'field "id" must be a string or a number when given');
  }
  const { priority, category, emergency, signals, why } = assess({ subject: subject ?? undefined, text });
  return { id: id ?? null, priority, category, emergency, signals, why };
}

const refused = (field: string, message: string): DomainError =>
  new DomainError('invalid', `triage.bad-${field}`, message);

const isFileError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'syscall' in error;
