import type { Case } from '../../../core/case/case.ts';
import { viewOf } from '../../../core/case/status.ts';

/**
 * The desk's own order, with live emergencies first: an open page, then an unfinished emergency.
 * A case that moved between two cursor reads is shown once.
 */
export function inQueueOrder(cases: readonly Case[]): readonly Case[] {
  const unique = [...new Map(cases.map((each) => [each.id, each])).values()];
  return unique.toSorted((a, b) => rank(a) - rank(b));
}

function rank({ openPageId, priority, status }: Case): number {
  if (openPageId) return 0;
  return priority === 'emergency' && viewOf(status) !== 'done' ? 1 : 2;
}
