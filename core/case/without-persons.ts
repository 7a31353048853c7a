import type { Actor } from './actor.ts';
import type { CaseEvent } from './case-event.ts';

const nobody = { address: '', name: '' };

/**
 * An event for a report: what happened and when, but no customer's name, address or words. Agents keep their
 * ids, for only humans keep a promise.
 */
export function withoutPersons(event: CaseEvent): CaseEvent {
  const actor: Actor = event.actor.kind === 'customer' ? { kind: 'customer', address: '' } : event.actor;
  switch (event.type) {
    case 'case.created.v1':
      return {
        ...event,
        actor,
        data: { ...event.data, subject: '', requester: nobody, participants: [], linkedWhy: null },
      };
    case 'message.received.v1':
      return { ...event, actor, data: { ...event.data, from: nobody, why: '' } };
    case 'triage.assessed.v1':
      return { ...event, actor, data: { ...event.data, why: '' } };
    case 'message.sent.v1':
      return { ...event, actor, data: { ...event.data, to: [] } };
    case 'message.undelivered.v1':
      return { ...event, actor, data: { ...event.data, recipients: [], detail: '' } };
    case 'case.linked.v1':
    case 'page.opened.v1':
      return { ...event, actor, data: { ...event.data, why: '' } } as CaseEvent;
    case 'case.status-changed.v1':
    case 'case.priority-changed.v1':
    case 'case.category-changed.v1':
    case 'case.assigned.v1':
      return { ...event, actor, data: { ...event.data, reason: null } } as CaseEvent;
    case 'page.cancelled.v1':
    case 'case.escalated.v1':
    case 'case.marked-spam.v1':
    case 'case.unmarked-spam.v1':
    case 'case.rebased.v1':
    case 'clock.due-overridden.v1':
    case 'consult.withdrawn.v1':
      return { ...event, actor, data: { ...event.data, reason: '' } } as CaseEvent;
    case 'case.handed-over.v1':
      return { ...event, actor, data: { ...event.data, note: '' } };
    case 'case.merged-from.v1':
      return { ...event, actor, data: { ...event.data, participants: [] } };
    case 'note.added.v1':
    case 'page.acknowledged.v1':
    case 'case.merged-into.v1':
    case 'case.tagged.v1':
    case 'case.language-detected.v1':
    case 'consult.sent.v1':
    case 'consult.answered.v1':
      return { ...event, actor };
  }
}
