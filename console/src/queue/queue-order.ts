import type { Case } from '../../../core/case/case.ts';
import { comparePriority } from '../../../core/case/priority.ts';
import { viewOf } from '../../../core/case/status.ts';

/**
 * Live emergencies first (an open page, then an unfinished emergency), then the desk's own order: by priority,
 * then by what is due next, else by age. A case that moved between two cursor reads is shown once.
 */
export function inQueueOrder(cases: readonly Case[]): readonly Case[] {
  const unique = [...new Map(cases.map((each) => [each.id, each])).values()];
  return unique.toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      comparePriority(a.priority, b.priority) ||
      compareText(pressesAt(a), pressesAt(b)) ||
      compareText(a.id, b.id),
  );
}

function rank({ openPageId, priority, status }: Case): number {
  if (openPageId) return 0;
  return priority === 'emergency' && viewOf(status) !== 'done' ? 1 : 2;
}

/** As in the sort key of the desk's queue. */
function pressesAt({ nextDueAt, createdAt }: Case): string {
  return nextDueAt ?? createdAt;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
