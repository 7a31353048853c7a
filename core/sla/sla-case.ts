import type { Category } from '../case/category.ts';
import type { Priority } from '../case/priority.ts';
import { type Status, viewOf } from '../case/status.ts';
import { DomainError } from '../errors.ts';
import type { Instant } from '../time/instant.ts';
import type { MatchFacts } from './match-policy.ts';
import type { SlaEvent } from './sla-fact.ts';

/** What clocks need to know of a case: a projection of its events, and of nothing else. */
export interface SlaCase extends MatchFacts {
  readonly category: Category;
  readonly priority: Priority;
  readonly status: Status;
  readonly isSpam: boolean;
  readonly mergedInto: string | null;
  /** When the oldest message that no human has answered came in. */
  readonly unansweredSince: Instant | null;
  readonly handedOverAt: Instant | null;
  /** A user id. */
  readonly handedOverTo: string | null;
}

/** @throws DomainError `invalid` `sla.no-creation` when the first event is not `case.created.v1`. */
export function applySlaEvent(current: SlaCase | null, event: SlaEvent): SlaCase {
  if (event.type === 'case.created.v1') return newSlaCase(event.data.channel);
  if (current === null)
    throw new DomainError(
      'invalid',
      'sla.no-creation',
      `${event.caseId}: ${event.type} came before case.created.v1`,
    );
  switch (event.type) {
    case 'message.received.v1': {
      const waits = event.data.automated === null && !event.data.isPrivate;
      return waits ? { ...current, unansweredSince: current.unansweredSince ?? event.at } : current;
    }
    case 'message.sent.v1':
      return isHumanReply(event) ? { ...current, unansweredSince: null } : current;
    case 'triage.assessed.v1':
      return { ...current, priority: event.data.casePriority, category: event.data.caseCategory };
    case 'case.status-changed.v1': {
      // Spam is put away unanswered; should it turn out to be none, somebody still waits.
      const answered = isSolved(event.data.to) && !current.isSpam;
      const unansweredSince = answered ? null : current.unansweredSince;
      return { ...current, status: event.data.to, unansweredSince };
    }
    case 'case.priority-changed.v1':
      return { ...current, priority: event.data.to };
    case 'case.category-changed.v1':
      return { ...current, category: event.data.to };
    case 'case.tagged.v1':
      return { ...current, tags: event.data.tags };
    case 'case.language-detected.v1':
      return { ...current, language: event.data.language };
    case 'case.marked-spam.v1':
      return { ...current, isSpam: true };
    case 'case.unmarked-spam.v1':
      return { ...current, isSpam: false };
    case 'case.merged-into.v1':
      return { ...current, mergedInto: event.data.intoCaseId, unansweredSince: null };
    case 'case.merged-from.v1':
      return { ...current, unansweredSince: earliest(current.unansweredSince, event.data.unansweredSince) };
    case 'case.handed-over.v1':
      return { ...current, handedOverAt: event.at, handedOverTo: event.data.to };
    default:
      return current;
  }
}

/** A public answer written by an agent: the only kind that keeps a promise to answer. */
export function isHumanReply(event: SlaEvent & { type: 'message.sent.v1' }): boolean {
  return !event.data.automatic && event.actor.kind === 'agent';
}

export function isSolved(status: Status): boolean {
  return viewOf(status) === 'done';
}

/** As a case begins. */
export function newSlaCase(channel: SlaCase['channel']): SlaCase {
  return {
    channel,
    category: 'other',
    priority: 'normal',
    status: 'new',
    language: null,
    tags: [],
    isSpam: false,
    mergedInto: null,
    unansweredSince: null,
    handedOverAt: null,
    handedOverTo: null,
  };
}

function earliest(a: Instant | null, b: Instant | null): Instant | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
