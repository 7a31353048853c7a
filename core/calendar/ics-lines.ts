import { DomainError } from '../errors.ts';

/** A line of an iCalendar file (RFC 5545, 3.1), unfolded. */
export interface IcsLine {
  /** Where it begins in the file, from 1. */
  readonly number: number;
  /** Upper case. */
  readonly name: string;
  /** By upper-case name; quotes are taken off. */
  readonly params: Readonly<Record<string, string>>;
  readonly value: string;
}

/** @throws DomainError `invalid` `ics.line` for a line that has no name or no colon. */
export function readIcsLines(text: string): IcsLine[] {
  return unfolded(text).flatMap(({ number, content }) =>
    content.trim() === '' ? [] : [readLine(number, content)],
  );
}

export function icsProblem(line: number, message: string): DomainError {
  const text = `line ${line}: ${message}`;
  return new DomainError('invalid', 'ics.line', text, { details: [{ field: `line ${line}`, message }] });
}

/** Lines that begin with a space or a tab go on from the line before. */
function unfolded(text: string): { number: number; content: string }[] {
  const lines: { number: number; parts: string[] }[] = [];
  text.split(/\r\n|\n|\r/).forEach((raw, i) => {
    const last = lines.at(-1);
    if (last !== undefined && (raw.startsWith(' ') || raw.startsWith('\t'))) last.parts.push(raw.slice(1));
    else lines.push({ number: i + 1, parts: [i === 0 ? raw.replace(/^\uFEFF/, '') : raw] });
  });
  return lines.map(({ number, parts }) => ({ number, content: parts.join('') }));
}

function readLine(number: number, content: string): IcsLine {
  const pieces: string[] = [];
  let isQuoted = false;
  let from = 0;
  for (let i = 0; i < content.length; i++) {
    const char = content[i];
    if (char === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (char === ';' || char === ':')) {
      pieces.push(content.slice(from, i));
      from = i + 1;
      if (char === ':') return { number, ...readPieces(number, pieces), value: content.slice(from) };
    }
  }
  throw icsProblem(
    number,
    'is no property; write NAME:VALUE, or a space first to go on from the line before',
  );
}

function readPieces(number: number, [name = '', ...written]: string[]): Pick<IcsLine, 'name' | 'params'> {
  if (!/^[A-Za-z0-9-]{1,80}$/.test(name)) throw icsProblem(number, 'has no property name before its colon');
  const params: Record<string, string> = {};
  for (const piece of written) {
    const equals = piece.indexOf('=');
    if (equals > 0)
      params[piece.slice(0, equals).toUpperCase()] = piece.slice(equals + 1).replaceAll('"', '');
  }
  return { name: name.toUpperCase(), params };
}
