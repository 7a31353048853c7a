import { DomainError } from '../errors.ts';
import type { Case } from './case.ts';
import type { CaseFact } from './case-event.ts';
import { riskCategories } from './category.ts';
import { moreUrgent } from './priority.ts';
import { viewOf } from './status.ts';

/** `source` ends and `target` goes on for both. */
export interface MergePair {
  readonly source: Case;
  readonly target: Case;
}

const mostParticipants = 100;

/**
 * Whether the two may become one, as far as they tell themselves.
 * @throws DomainError `conflict` or `forbidden` `merge.*` with the reason and what to do instead
 */
export function requireMergeable({ source, target }: MergePair): void {
  if (source.id === target.id)
    throw refusal('invalid', 'merge.into-itself', `into: ${source.id} is the case itself; name another one.`);
  requireUnmerged(source, 'a case is merged once');
  requireUnmerged(target, `merge ${source.id} into that one`);
  for (const each of [source, target]) {
    if (each.flags.includes('spam'))
      throw refusal('conflict', 'merge.spam', `${each.id} is marked as spam; say that it is none first.`);
    if (each.status === 'closed')
      throw refusal('conflict', 'merge.closed', `${each.id} is closed, and a closed case stays as it is.`);
  }
  if (requesterOf(source) === '' || requesterOf(source) !== requesterOf(target))
    throw refusal(
      'forbidden',
      'merge.other-requester',
      `${source.id} and ${target.id} are of different people, who must never see each other's mail: leave them apart.`,
    );
  if (source.priority === 'emergency' && target.priority !== 'emergency')
    throw refusal(
      'conflict',
      'merge.emergency-goes-on',
      `${source.id} is an emergency and ${target.id} is not: merge ${target.id} into ${source.id}, so that the danger stays in sight.`,
    );
}

/** Those who could write into the target only since the merge, beside the requester of both. */
export function newcomers({ source, target }: MergePair): string[] {
  const requester = requesterOf(source);
  return source.participants.filter(
    (address) => address !== requester && !target.participants.includes(address),
  );
}

/**
 * Somebody who comes in by a merge and has a case of their own about the same matter is another party of it.
 * @param theirs the cases that `newcomer` has asked about
 * @throws DomainError `forbidden` `merge.other-party`
 */
export function requireNoOtherParty(pair: MergePair, newcomer: string, theirs: readonly Case[]): void {
  const both = [pair.source, pair.target];
  const isLinked = (other: Case) =>
    both.some(
      ({ id, linkedCaseIds }) => linkedCaseIds.includes(other.id) || other.linkedCaseIds.includes(id),
    );
  const own = theirs.find((other) => !both.some(({ id }) => id === other.id) && isLinked(other));
  if (own === undefined || newcomer === requesterOf(pair.target)) return;
  throw refusal(
    'forbidden',
    'merge.other-party',
    `A participant of ${pair.source.id} has ${own.id}, which is linked to it: parties of one matter must never see each other's mail, so leave the cases apart.`,
  );
}

/** What a merge records on each case. Facts that cancel promises come before those that would keep them. */
export function mergeFacts(
  { source, target }: MergePair,
  reason: string,
): { readonly source: CaseFact[]; readonly target: CaseFact[] } {
  const participants = [...new Set([...target.participants, ...source.participants])];
  return {
    source: [
      { type: 'case.merged-into.v1', data: { intoCaseId: target.id } },
      {
        type: 'case.status-changed.v1',
        data: { from: source.status, to: 'closed', reason: `merged into ${target.id}: ${reason}` },
      },
    ],
    target: [
      ...reopening({ source, target }),
      ...severity({ source, target }, `${source.id} was merged into it: ${reason}`),
      {
        type: 'case.merged-from.v1',
        data: {
          fromCaseId: source.id,
          unansweredSince: source.unansweredSince,
          participants: participants.slice(0, mostParticipants),
        },
      },
    ],
  };
}

/** @throws DomainError `conflict` `case.merged` */
export function requireUnmerged(subject: Case, remedy = 'work on that one'): void {
  if (subject.mergedInto === null) return;
  throw refusal('conflict', 'case.merged', `${subject.id} was merged into ${subject.mergedInto}: ${remedy}.`);
}

/** Somebody who waits, and somebody in danger whose case was not solved, must not go on in one that rests. */
function reopening({ source, target: { status } }: MergePair): CaseFact[] {
  const inDanger = riskCategories.has(source.category) && viewOf(source.status) !== 'done';
  const why =
    source.unansweredSince !== null && viewOf(status) !== 'active'
      ? 'waits for an answer'
      : inDanger && viewOf(status) === 'done'
        ? 'is not solved'
        : null;
  if (why === null) return [];
  const reason = `${source.id} was merged into it and ${why}`;
  return [{ type: 'case.status-changed.v1', data: { from: status, to: 'open', reason } }];
}

/** Danger is never merged away: the case that goes on is at least as urgent, and in the graver category. */
function severity({ source, target }: MergePair, reason: string): CaseFact[] {
  const facts: CaseFact[] = [];
  const to = moreUrgent(target.priority, source.priority);
  if (to !== target.priority)
    facts.push({ type: 'case.priority-changed.v1', data: { from: target.priority, to, reason } });
  const isGraver =
    (riskCategories.has(source.category) && !riskCategories.has(target.category)) ||
    (target.category === 'other' && source.category !== 'other');
  if (isGraver)
    facts.push({
      type: 'case.category-changed.v1',
      data: { from: target.category, to: source.category, reason },
    });
  return facts;
}

function requesterOf({ requester }: Case): string {
  return requester.address.trim().toLowerCase();
}

function refusal(kind: 'invalid' | 'conflict' | 'forbidden', code: string, message: string): DomainError {
  return new DomainError(kind, code, message, { details: [{ field: 'into', message }] });
}
