import { toEpochMs } from '../../../../core/time/instant.ts';
import type { CaseRebase } from './case-rebase.ts';

export interface RebaseSummary {
  readonly cases: number;
  readonly unmatched: number;
  /** Cases that would be late at once. */
  readonly breaches: number;
  /** Clocks that would be due sooner, later, or gain or lose their due time. */
  readonly earlier: number;
  readonly later: number;
  readonly gained: number;
  readonly lost: number;
}

export function summaryOf(items: readonly CaseRebase[]): RebaseSummary {
  const moved = items.flatMap((item) => item.moved);
  const shift = moved.map(({ dueBefore, dueAfter }) =>
    dueBefore === null || dueAfter === null ? null : toEpochMs(dueAfter) - toEpochMs(dueBefore),
  );
  return {
    cases: items.length,
    unmatched: items.filter(({ unmatched }) => unmatched).length,
    breaches: items.filter(({ moved: clocks }) => clocks.some(({ breachAppears }) => breachAppears)).length,
    earlier: shift.filter((ms) => ms !== null && ms < 0).length,
    later: shift.filter((ms) => ms !== null && ms > 0).length,
    gained: moved.filter(({ dueBefore, dueAfter }) => dueBefore === null && dueAfter !== null).length,
    lost: moved.filter(({ dueBefore, dueAfter }) => dueBefore !== null && dueAfter === null).length,
  };
}

/** Worst first: late at once, then without a policy, then due sooner, then the rest. */
export function worstFirst(items: readonly CaseRebase[]): CaseRebase[] {
  const rank = (item: CaseRebase) => {
    if (item.moved.some(({ breachAppears }) => breachAppears)) return 0;
    if (item.unmatched) return 1;
    const sooner = item.moved.some(
      ({ dueBefore, dueAfter }) => dueBefore !== null && dueAfter !== null && dueAfter < dueBefore,
    );
    return sooner ? 2 : item.moved.length > 0 ? 3 : 4;
  };
  return items.toSorted((a, b) => rank(a) - rank(b));
}
