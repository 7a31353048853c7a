import type { Actor } from '../../../core/case/actor.ts';
import { appendFacts } from '../../../core/case/append-facts.ts';
import type { Case } from '../../../core/case/case.ts';
import type { CaseEvent, CaseFact } from '../../../core/case/case-event.ts';
import type { Message } from '../../../core/case/message.ts';
import type { Escalation } from '../../../core/escalation/escalation.ts';
import type { FailedIntake } from '../../../core/intake/intake.ts';
import type { Attempt } from '../../../core/page/attempt.ts';
import type { Page } from '../../../core/page/page.ts';
import type { CaseSla } from '../../../core/sla/case-sla.ts';
import { followEvents, followTime } from '../../../core/sla/follow-events.ts';
import { nextPromise } from '../../../core/sla/next-promise.ts';
import { policyInForce } from '../../../core/sla/promise-of.ts';
import type { SlaChange } from '../../../core/sla/sla-change.ts';
import type { SlaRecord } from '../../../core/sla/sla-record.ts';
import { toInstant } from '../../../core/time/instant.ts';
import { promises } from './promises.ts';

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
  readonly slas = new Map<string, CaseSla>();
  readonly slaLogs = new Map<string, SlaRecord[]>();
  failed: FailedIntake[] = [];
  #messageCount = 0;

  record(caseId: string, atMs: number, facts: readonly { actor: Actor; fact: CaseFact }[]): Case {
    const { next, events } = appendFacts(this.cases.get(caseId) ?? null, caseId, atMs, facts);
    this.cases.set(caseId, next);
    this.events.set(caseId, [...(this.events.get(caseId) ?? []), ...events]);
    const [first, ...rest] = events;
    if (first === undefined) return next;
    const before = this.slas.get(caseId) ?? null;
    this.#keep(followEvents({ before, events: [first, ...rest], policies: promises }));
    return this.#withPromise(caseId);
  }

  /** Warnings, breaches and escalations that the passing of time has brought. */
  passTime(nowMs: number): void {
    for (const [caseId, sla] of this.slas) {
      const change = followTime(sla, promises, toInstant(nowMs));
      if (change.records.length === 0) continue;
      this.#keep(change);
      this.#withPromise(caseId);
    }
  }

  escalation(id: string): Escalation | null {
    const all = [...this.slas.values()].flatMap(({ escalations }) => escalations);
    return all.find((escalation) => escalation.id === id) ?? null;
  }

  /** What an escalation became, and what is told of it. */
  changeEscalation(next: Escalation, record: SlaRecord): void {
    const sla = this.slas.get(next.caseId);
    if (!sla) throw new Error(`fixture: ${next.caseId} has no promises`);
    const escalations = sla.escalations.map((each) => (each.id === next.id ? next : each));
    this.slas.set(next.caseId, { ...sla, version: sla.version + 1, escalations });
    this.slaLogs.set(next.caseId, [...this.slaLogOf(next.caseId), record]);
  }

  slaLogOf(caseId: string): readonly SlaRecord[] {
    return this.slaLogs.get(caseId) ?? [];
  }

  #keep({ next, records }: SlaChange): void {
    this.slas.set(next.caseId, next);
    this.slaLogs.set(next.caseId, [...this.slaLogOf(next.caseId), ...records]);
  }

  #withPromise(caseId: string): Case {
    const sla = this.slas.get(caseId);
    const subject = this.cases.get(caseId);
    if (!sla || !subject) throw new Error(`fixture: there is no case ${caseId}`);
    const promise = nextPromise(sla.clocks.clocks);
    const next: Case = {
      ...subject,
      policyId: policyInForce(promises, sla.facts).policy?.id ?? null,
      policyVersion: promises.version,
      promise,
      nextDueAt: promise?.dueAt ?? null,
    };
    this.cases.set(caseId, next);
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
