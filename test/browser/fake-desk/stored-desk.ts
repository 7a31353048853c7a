import type { Actor } from '../../../core/case/actor.ts';
import { appendFacts } from '../../../core/case/append-facts.ts';
import type { Case } from '../../../core/case/case.ts';
import type { CaseEvent, CaseFact } from '../../../core/case/case-event.ts';
import type { Message } from '../../../core/case/message.ts';
import type { FailedIntake } from '../../../core/intake/intake.ts';
import type { Attempt } from '../../../core/page/attempt.ts';
import type { Page } from '../../../core/page/page.ts';

export interface FakeMail {
  readonly id: string;
  readonly at: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly state: 'kept' | 'relayed' | 'waiting' | 'refused';
  readonly detail: string | null;
  readonly text: string;
  readonly html: string | null;
}

/** Everything the fake desk knows, in memory; cases are projected from events by the product's own code. */
export class StoredDesk {
  readonly cases = new Map<string, Case>();
  readonly events = new Map<string, CaseEvent[]>();
  readonly messages = new Map<string, Message[]>();
  readonly pages = new Map<string, Page>();
  readonly attempts: Attempt[] = [];
  readonly outbox: FakeMail[] = [];
  failed: FailedIntake[] = [];
  #messageCount = 0;

  record(caseId: string, atMs: number, facts: readonly { actor: Actor; fact: CaseFact }[]): Case {
    const { next, events } = appendFacts(this.cases.get(caseId) ?? null, caseId, atMs, facts);
    this.cases.set(caseId, next);
    this.events.set(caseId, [...(this.events.get(caseId) ?? []), ...events]);
    return next;
  }

  addMessage(message: Message): void {
    this.messages.set(message.caseId, [...(this.messages.get(message.caseId) ?? []), message]);
  }

  nextMessageId(): string {
    this.#messageCount += 1;
    return `01JD${String(this.#messageCount).padStart(22, '0')}`;
  }

  eventsOf(caseId: string): readonly CaseEvent[] {
    return this.events.get(caseId) ?? [];
  }

  messagesOf(caseId: string): readonly Message[] {
    return this.messages.get(caseId) ?? [];
  }

  pagesOf(caseId: string): readonly Page[] {
    return [...this.pages.values()].filter((page) => page.caseId === caseId);
  }
}
