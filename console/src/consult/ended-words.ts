import type { Consult } from '../../../core/consult/consult.ts';
import { clockTime } from '../time/local-time.ts';

/** Why nothing more can be done with a question; null while it is open. */
export function endedWords({ state, endedAt }: Consult): string | null {
  return endedAt === null
    ? null
    : `This question was ${state} meanwhile, at ${clockTime(endedAt)}. Copy your words into a note if they are still wanted.`;
}
