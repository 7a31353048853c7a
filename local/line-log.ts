import { isDomainError } from '../core/errors.ts';
import type { Log } from '../ports/log.ts';

const levels = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof levels)[number];

/** One line an event: time, level, message, fields as JSON. For a person at a terminal and for `grep`. */
export class LineLog implements Log {
  readonly #least: number;
  readonly #write: (line: string) => void;
  readonly #now: () => number;

  constructor(least: LogLevel, write: (line: string) => void, now: () => number) {
    this.#least = levels.indexOf(least);
    this.#write = write;
    this.#now = now;
  }

  debug(message: string, fields?: Record<string, unknown>): void {
    this.#log('debug', message, fields);
  }
  info(message: string, fields?: Record<string, unknown>): void {
    this.#log('info', message, fields);
  }
  warn(message: string, fields?: Record<string, unknown>): void {
    this.#log('warn', message, fields);
  }
  error(message: string, fields?: Record<string, unknown>): void {
    this.#log('error', message, fields);
  }

  #log(level: LogLevel, message: string, fields: Record<string, unknown> = {}): void {
    if (levels.indexOf(level) < this.#least) return;
    const shown = Object.keys(fields).length > 0 ? ` ${JSON.stringify(fields, showErrors)}` : '';
    this.#write(`${new Date(this.#now()).toISOString()} ${level.padEnd(5)} ${message}${shown}\n`);
  }
}

/** Domain errors are expected and say it all in a line; of others the stack is what helps. */
function showErrors(_key: string, value: unknown): unknown {
  if (isDomainError(value)) return { code: value.code, message: value.message, cause: value.cause };
  if (value instanceof Error) return { name: value.name, message: value.message, stack: value.stack };
  return value;
}
