import type { Case } from '../../core/case/case.ts';
import type { CaseEvent } from '../../core/case/case-event.ts';
import type { Message } from '../../core/case/message.ts';
import { priorityRank } from '../../core/case/priority.ts';
import { type View, viewOf } from '../../core/case/status.ts';
import { DomainError } from '../../core/errors.ts';
import type { FailedIntake } from '../../core/intake/intake.ts';
import type { OutboxItem } from '../../core/outbox/outbox-item.ts';
import type { Attempt } from '../../core/page/attempt.ts';
import type { Page } from '../../core/page/page.ts';
import type { CaseSla } from '../../core/sla/case-sla.ts';
import type { SlaRecord } from '../../core/sla/sla-record.ts';
import type { CaseStore, CommitResult, PageOf, Timeline, Write } from '../../ports/case-store.ts';

type Paging = { limit: number; cursor?: string };

/** Enough of a store for the API's routes: versions are checked, lists are paged; nothing is durable. */
export class MemoryCaseStore implements CaseStore {
  readonly cases = new Map<string, Case>();
  readonly events: CaseEvent[] = [];
  readonly messages = new Map<string, Message>();
  readonly pages = new Map<string, Page>();
  readonly attempts = new Map<string, Attempt>();
  readonly slas = new Map<string, CaseSla>();
  readonly slaLog: { readonly caseId: string; readonly records: readonly SlaRecord[] }[] = [];
  readonly failed = new Map<string, FailedIntake>();
  readonly outbox: OutboxItem[] = [];
  /** Thrown by every read and write while it is set. */
  outage: Error | null = null;

  async commit(writes: readonly Write[]): Promise<void> {
    this.#mayFail();
    for (const write of writes) this.#check(write);
    for (const write of writes) this.#apply(write);
  }

  async commitAll(units: readonly (readonly Write[])[]): Promise<readonly CommitResult[]> {
    const results: CommitResult[] = [];
    for (const unit of units)
      results.push(
        await this.commit(unit).then(
          (): CommitResult => ({ ok: true }),
          (error: unknown): CommitResult => ({ ok: false, error }),
        ),
      );
    return results;
  }

  #check(write: Write): void {
    if (write.kind === 'case' && (this.cases.get(write.next.id)?.version ?? null) !== write.expectedVersion)
      throw new DomainError('conflict', 'case.version-conflict', `${write.next.id} has changed`);
    if (write.kind === 'page' && (this.pages.get(write.next.id)?.version ?? null) !== write.expectedVersion)
      throw new DomainError('conflict', 'page.version-conflict', `${write.next.id} has changed`);
    if (write.kind === 'sla' && (this.slas.get(write.next.caseId)?.version ?? null) !== write.expectedVersion)
      throw new DomainError('conflict', 'sla.version-conflict', `${write.next.caseId} has changed`);
  }

  #apply(write: Write): void {
    if (write.kind === 'sla') this.slas.set(write.next.caseId, write.next);
    if (write.kind === 'sla-log') this.slaLog.push(write);
    if (write.kind === 'outbox') this.outbox.push(write.item);
    if (write.kind === 'case') this.cases.set(write.next.id, write.next);
    if (write.kind === 'event') this.events.push(write.event);
    if (write.kind === 'message') this.messages.set(write.message.id, write.message);
    if (write.kind === 'page') this.pages.set(write.next.id, write.next);
  }

  #mayFail(): void {
    if (this.outage) throw this.outage;
  }

  async getCase(caseId: string): Promise<Case | null> {
    this.#mayFail();
    return this.cases.get(caseId) ?? null;
  }

  async getTimeline(caseId: string): Promise<Timeline> {
    const ofCase = <T extends { caseId: string }>(items: Iterable<T>) =>
      [...items].filter((item) => item.caseId === caseId);
    return {
      events: ofCase(this.events),
      messages: ofCase(this.messages.values()),
      pages: ofCase(this.pages.values()),
      attempts: ofCase(this.attempts.values()),
      sla: this.slas.get(caseId) ?? null,
      slaLog: ofCase(this.slaLog).flatMap(({ records }) => records),
    };
  }

  async getSla(caseId: string): Promise<CaseSla | null> {
    this.#mayFail();
    return this.slas.get(caseId) ?? null;
  }

  async listOverdueMarks(until: string, options: Paging): Promise<PageOf<CaseSla>> {
    return pageOf(
      [...this.slas.values()].filter(({ nextLookAt }) => nextLookAt !== null && nextLookAt <= until),
      options,
    );
  }

  async listOpenEscalations(options: Paging): Promise<PageOf<CaseSla>> {
    return pageOf(
      [...this.slas.values()].filter((sla) => sla.escalations.some(({ state }) => state === 'open')),
      options,
    );
  }

  async getMessage(caseId: string, messageId: string): Promise<Message | null> {
    const message = this.messages.get(messageId);
    return message?.caseId === caseId ? message : null;
  }

  async listCases(view: View, options: Paging): Promise<PageOf<Case>> {
    this.#mayFail();
    const inView = [...this.cases.values()].filter(({ status }) => viewOf(status) === view);
    return pageOf(
      inView.toSorted((a, b) => priorityRank(a.priority) - priorityRank(b.priority)),
      options,
    );
  }

  async listCasesOfAssignee(userId: string, options: Paging): Promise<PageOf<Case>> {
    return pageOf(
      [...this.cases.values()].filter(({ assignee }) => assignee === userId),
      options,
    );
  }

  async listCasesOfCustomer(address: string, options: Paging): Promise<PageOf<Case>> {
    return pageOf(
      [...this.cases.values()].filter(({ requester }) => requester.address === address),
      options,
    );
  }

  async listFailedIntakes(options: Paging): Promise<PageOf<FailedIntake>> {
    return pageOf([...this.failed.values()], options);
  }

  async getFailedIntake(rawKey: string): Promise<FailedIntake | null> {
    return this.failed.get(rawKey) ?? null;
  }

  async saveFailedIntake(failed: FailedIntake): Promise<void> {
    this.failed.set(failed.rawKey, failed);
  }

  async getPage(pageId: string): Promise<Page | null> {
    this.#mayFail();
    return this.pages.get(pageId) ?? null;
  }

  async listOpenPages(options: Paging): Promise<PageOf<Page>> {
    return pageOf(
      [...this.pages.values()].filter(({ state }) => state === 'open'),
      options,
    );
  }

  async listPages(options: Paging): Promise<PageOf<Page>> {
    return pageOf(
      [...this.pages.values()].toSorted((a, b) => b.openedAt.localeCompare(a.openedAt)),
      options,
    );
  }

  async listAttempts(pageId: string): Promise<readonly Attempt[]> {
    return [...this.attempts.values()].filter((attempt) => attempt.pageId === pageId);
  }

  async beginAttempt(attempt: Attempt): Promise<{ created: boolean; attempt: Attempt }> {
    const known = this.attempts.get(attempt.key);
    if (!known) this.attempts.set(attempt.key, attempt);
    return { created: known === undefined, attempt: known ?? attempt };
  }

  async updateAttempt(
    _pageId: string,
    key: string,
    change: Partial<Omit<Attempt, 'key' | 'pageId'>>,
  ): Promise<void> {
    const known = this.attempts.get(key);
    if (!known) throw new DomainError('missing', 'attempt.missing', `no attempt ${key}`);
    this.attempts.set(key, { ...known, ...change });
  }

  async findThreadKeys(): Promise<readonly { rfcMessageId: string; caseId: string; messageId: string }[]> {
    return notOfTheApi('findThreadKeys');
  }

  async getIntake(): Promise<never> {
    return notOfTheApi('getIntake');
  }

  async getDuplicate(): Promise<never> {
    return notOfTheApi('getDuplicate');
  }

  async takeAllowance(): Promise<never> {
    return notOfTheApi('takeAllowance');
  }
}

function notOfTheApi(name: string): never {
  throw new Error(`the API has no business with ${name}`);
}

function pageOf<T>(all: readonly T[], { limit, cursor }: Paging): PageOf<T> {
  const from = cursor === undefined ? 0 : Number(cursor);
  if (!Number.isSafeInteger(from))
    throw new DomainError('invalid', 'store.bad-cursor', 'cursor: give the cursor of the last answer');
  const to = from + limit;
  return { items: all.slice(from, to), cursor: to < all.length ? String(to) : null };
}
