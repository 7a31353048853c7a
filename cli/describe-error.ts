import { isDomainError } from '../core/errors.ts';

/** One clear line, and 2 for what the user can mend; a fault of ours keeps its stack and is 1. */
export function describeError(error: unknown): { line: string; exitCode: 1 | 2 } {
  if (isDomainError(error)) return { line: error.message, exitCode: error.kind === 'unavailable' ? 1 : 2 };
  // node:util's parseArgs names the option in its message.
  if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
    return { line: error.message.split('. ', 1)[0] ?? error.message, exitCode: 2 };
  return { line: error instanceof Error ? (error.stack ?? error.message) : String(error), exitCode: 1 };
}
