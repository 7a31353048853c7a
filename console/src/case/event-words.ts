import type { Actor } from '../../../core/case/actor.ts';
import type { CaseEvent } from '../../../core/case/case-event.ts';
import { promiseEventWords } from './promise-event-words.ts';
import { spoken } from './vocabulary-words.ts';

type NameOf = (userId: string) => string;

export function actorWords(actor: Actor, nameOf: NameOf): string {
  if (actor.kind === 'agent') return nameOf(actor.userId);
  if (actor.kind === 'customer') return actor.address || 'Unknown sender';
  return actor.name.startsWith('department ') ? `The ${actor.name}` : `Desk (${actor.name})`;
}

/** What happened, without the actor: "set the status from New to Open". */
export function eventWords(event: CaseEvent, nameOf: NameOf): string {
  switch (event.type) {
    case 'case.created.v1':
      return event.data.linkedWhy
        ? `opened the case, linked to ${event.data.linkedCaseIds.join(', ')}: ${event.data.linkedWhy}`
        : 'opened the case';
    case 'message.received.v1':
      return `received a message from ${event.data.from.address}: ${event.data.why}`;
    case 'triage.assessed.v1':
      return event.data.failed
        ? `could not judge the message: ${event.data.why}`
        : `judged the message ${event.data.priority}, ${spoken(event.data.category).toLowerCase()}: ${event.data.why}`;
    case 'message.sent.v1':
      return `sent a message to ${event.data.to.join(', ')}`;
    case 'message.undelivered.v1':
      return `could not deliver to ${event.data.recipients.map(({ address }) => address).join(', ')}: ${event.data.detail}`;
    case 'note.added.v1':
      return 'added a note';
    case 'case.status-changed.v1':
      return changed('status', spoken(event.data.from), spoken(event.data.to), event.data.reason);
    case 'case.priority-changed.v1':
      return changed('priority', event.data.from, event.data.to, event.data.reason);
    case 'case.category-changed.v1':
      return changed('category', spoken(event.data.from), spoken(event.data.to), event.data.reason);
    case 'case.assigned.v1':
      return changed(
        'assignee',
        person(event.data.from, nameOf),
        person(event.data.to, nameOf),
        event.data.reason,
      );
    case 'case.linked.v1':
      return `linked ${event.data.caseId}: ${event.data.why}`;
    case 'page.opened.v1':
      return `opened the emergency page ${event.data.pageId}: ${event.data.why}`;
    case 'page.acknowledged.v1':
      return `acknowledged the emergency page ${event.data.pageId} by ${viaWords(event.data.via)}`;
    case 'page.cancelled.v1':
      return `cancelled the emergency page ${event.data.pageId}: ${event.data.reason}`;
    default:
      return promiseEventWords(event, nameOf);
  }
}

export function viaWords(via: string): string {
  const words: Record<string, string> = {
    console: 'the console',
    link: 'the link',
    'email-reply': 'e-mail reply',
    command: 'the command line',
  };
  return words[via] ?? via;
}

function changed(what: string, from: string, to: string, reason: string | null): string {
  return `set the ${what} from ${from} to ${to}${reason ? `: ${reason}` : ''}`;
}

function person(userId: string | null, nameOf: NameOf): string {
  return userId === null ? 'nobody' : nameOf(userId);
}
