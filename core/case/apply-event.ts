import { DomainError } from '../errors.ts';
import type { Instant } from '../time/instant.ts';
import type { Case, CaseFlag } from './case.ts';
import type { CaseEvent } from './case-event.ts';

/** State is a projection of events: `events.reduce(applyEvent, null)` is the case, but for `version`. */
export function applyEvent(current: Case | null, event: CaseEvent): Case {
  if (event.type === 'case.created.v1') return created(event);
  if (!current)
    throw new DomainError(
      'invalid',
      'case.no-creation',
      `${event.caseId}: ${event.type} came before case.created.v1`,
    );
  const base: Case = { ...current, eventCount: event.seq, updatedAt: event.at };
  switch (event.type) {
    case 'message.received.v1': {
      const { isPrivate, automated, flags } = event.data;
      const waits = !automated && !isPrivate;
      return {
        ...base,
        lastInboundAt: event.at,
        unansweredSince: waits ? (base.unansweredSince ?? event.at) : base.unansweredSince,
        flags: withFlags(base.flags, isPrivate ? [...flags, 'unread-private'] : flags),
      };
    }
    case 'triage.assessed.v1': {
      const { casePriority, caseCategory, caseEmergency, why, failed } = event.data;
      const rose = casePriority !== base.priority || caseCategory !== base.category || base.why === '';
      return {
        ...base,
        priority: casePriority,
        category: caseCategory,
        emergency: caseEmergency,
        why: rose ? why : base.why,
        flags: failed ? withFlags(base.flags, ['triage-failed']) : base.flags,
      };
    }
    case 'message.sent.v1':
      return event.data.automatic ? base : { ...base, unansweredSince: null };
    case 'note.added.v1':
      return base;
    case 'message.undelivered.v1':
      return { ...base, flags: withFlags(base.flags, ['undelivered']) };
    case 'case.status-changed.v1': {
      // Spam is put away unanswered; should it turn out to be none, somebody still waits.
      const answered =
        (event.data.to === 'solved' || event.data.to === 'closed') && !base.flags.includes('spam');
      return { ...base, status: event.data.to, unansweredSince: answered ? null : base.unansweredSince };
    }
    case 'case.priority-changed.v1':
      return {
        ...base,
        priority: event.data.to,
        emergency: event.data.to === 'emergency',
        why: event.data.reason ?? base.why,
      };
    case 'case.category-changed.v1':
      return { ...base, category: event.data.to };
    case 'case.assigned.v1':
      return { ...base, assignee: event.data.to };
    case 'case.linked.v1':
      return { ...base, linkedCaseIds: [...new Set([...base.linkedCaseIds, event.data.caseId])] };
    case 'page.opened.v1':
      return { ...base, pageCount: base.pageCount + 1, openPageId: event.data.pageId };
    case 'page.acknowledged.v1':
    case 'page.cancelled.v1':
      return base.openPageId === event.data.pageId ? { ...base, openPageId: null } : base;
    case 'case.tagged.v1':
      return { ...base, tags: event.data.tags };
    case 'case.language-detected.v1':
      return { ...base, language: event.data.language };
    case 'case.marked-spam.v1':
      return { ...base, flags: withFlags(base.flags, ['spam']) };
    case 'case.unmarked-spam.v1':
      return { ...base, flags: base.flags.filter((flag) => flag !== 'spam') };
    case 'case.merged-into.v1':
      return { ...base, mergedInto: event.data.intoCaseId, unansweredSince: null };
    case 'case.merged-from.v1':
      return {
        ...base,
        linkedCaseIds: [...new Set([...base.linkedCaseIds, event.data.fromCaseId])],
        participants: event.data.participants,
        unansweredSince: earlier(base.unansweredSince, event.data.unansweredSince),
      };
    case 'case.escalated.v1':
    case 'case.handed-over.v1':
    case 'case.rebased.v1':
    case 'clock.due-overridden.v1':
    case 'consult.sent.v1':
    case 'consult.answered.v1':
    case 'consult.withdrawn.v1':
      return base;
  }
}

function earlier(a: Instant | null, b: Instant | null): Instant | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

function created(event: CaseEvent & { type: 'case.created.v1' }): Case {
  const { subject, requester, participants, linkedCaseIds, channel } = event.data;
  return {
    id: event.caseId,
    version: 0,
    eventCount: event.seq,
    subject,
    status: 'new',
    priority: 'normal',
    category: 'other',
    emergency: false,
    requester,
    participants,
    assignee: null,
    flags: [],
    linkedCaseIds,
    createdAt: event.at,
    updatedAt: event.at,
    lastInboundAt: null,
    unansweredSince: null,
    channel,
    language: null,
    tags: [],
    mergedInto: null,
    policyId: null,
    policyVersion: null,
    promise: null,
    nextDueAt: null,
    pageCount: 0,
    openPageId: null,
    why: '',
  };
}

function withFlags(flags: readonly CaseFlag[], more: readonly CaseFlag[]): readonly CaseFlag[] {
  return more.length === 0 ? flags : [...new Set([...flags, ...more])];
}
