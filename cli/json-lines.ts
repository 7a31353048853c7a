import { isDomainError } from '../core/errors.ts';
import { detailLine } from '../core/validation/explain-issues.ts';
import type { CommandIo } from './command-io.ts';

/** A line longer than this is refused: it is a file that was sent as one line by mistake. */
const longestLine = 32 * 1024 * 1024;

/**
 * Answers each line of JSON on stdin with a line of JSON on stdout. A line that cannot be answered becomes
 * one line on stderr, naming line, field and remedy, and the rest goes on.
 * @returns the exit code: 0, or 2 when a line was refused.
 */
export async function answerJsonLines(
  command: string,
  io: Pick<CommandIo, 'stdin' | 'stdout' | 'stderr'>,
  answer: (input: unknown) => object,
): Promise<number> {
  let number = 0;
  let code = 0;
  for await (const line of linesOf(io.stdin)) {
    number++;
    if (line.trim() === '') continue;
    try {
      io.stdout.write(`${JSON.stringify(answer(readJson(line)))}\n`);
    } catch (error) {
      code = 2;
      io.stderr.write(`harborwatch ${command}: line ${number}: ${oneLine(problemOf(error))}\n`);
    }
  }
  return code;
}

/** A line that is no JSON: its own class, so that a fault in our code is never taken for the user's. */
class NotJson extends Error {}

function readJson(line: string): unknown {
  if (line.length > longestLine) throw new NotJson('is too long; write one JSON object a line');
  try {
    return JSON.parse(line);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new NotJson(`is not JSON (${reason.slice(0, 120)}); write one JSON object a line`);
  }
}

function problemOf(error: unknown): string {
  if (error instanceof NotJson) return error.message;
  if (!isDomainError(error)) throw error;
  return error.details.length > 0 ? error.details.map(detailLine).join('; ') : error.message;
}

function oneLine(text: string): string {
  // oxlint-disable-next-line no-control-regex -- input is quoted in messages; it must not steer a terminal
  return text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ');
}

async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let parts: string[] = [];
  for await (const chunk of chunks) {
    const pieces = decoder.decode(chunk, { stream: true }).split('\n');
    for (const piece of pieces.slice(0, -1)) {
      yield parts.join('') + piece;
      parts = [];
    }
    parts.push(pieces.at(-1) ?? '');
  }
  parts.push(decoder.decode());
  const rest = parts.join('');
  if (rest !== '') yield rest;
}
