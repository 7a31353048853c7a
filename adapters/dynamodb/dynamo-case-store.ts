import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Case } from '../../core/case/case.ts';
import type { Message } from '../../core/case/message.ts';
import type { View } from '../../core/case/status.ts';
import type { FailedIntake, Intake } from '../../core/intake/intake.ts';
import type { OutboxItem } from '../../core/outbox/outbox-item.ts';
import type { Attempt } from '../../core/page/attempt.ts';
import type { Page } from '../../core/page/page.ts';
import type { CaseSla } from '../../core/sla/case-sla.ts';
import type { Instant } from '../../core/time/instant.ts';
import type { CaseStore, CommitResult, Outbox, PageOf, Timeline, Write } from '../../ports/case-store.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Ids } from '../../ports/ids.ts';
import { takeAllowance } from './allowances.ts';
import { beginAttempt, listAttempts, updateAttempt } from './attempts.ts';
import * as cases from './cases.ts';
import { failed, toUnit, type Unit } from './commit-unit.ts';
import { UnitCommitter } from './commit-units.ts';
import * as intakes from './intakes.ts';
import type { ListOptions } from './merged-list.ts';
import { listOutbox, removeOutbox } from './outbox-items.ts';
import { getPage, listOpenPages, listPages } from './pages.ts';
import { type RetryPorts, systemRetry } from './retry.ts';
import { getSla, listOpenEscalations, listOverdueMarks } from './slas.ts';
import { Table } from './table.ts';
import { findThreadKeys } from './thread-keys.ts';

export interface DynamoCaseStoreOptions {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
  readonly clock: Clock;
  readonly ids: Pick<Ids, 'ulid'>;
  readonly retry?: RetryPorts;
}

interface WaitingCommit {
  readonly writes: readonly Write[];
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** Cases in the one table of docs/data-model.md: on AWS and on one machine the same. */
export class DynamoCaseStore implements CaseStore, Outbox {
  readonly #table: Table;
  readonly #committer: UnitCommitter;
  readonly #clock: Clock;
  readonly #ids: Pick<Ids, 'ulid'>;
  readonly #waiting: WaitingCommit[] = [];

  constructor({ client, tableName, clock, ids, retry = systemRetry }: DynamoCaseStoreOptions) {
    this.#table = new Table(client, tableName, retry);
    this.#committer = new UnitCommitter(this.#table, ids, retry);
    this.#clock = clock;
    this.#ids = ids;
  }

  /** Commits that callers ask for in the same turn share transactions where they are independent. */
  commit(writes: readonly Write[]): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ writes, resolve, reject });
      if (this.#waiting.length === 1) setImmediate(() => void this.#commitWaiting());
    });
  }

  async #commitWaiting(): Promise<void> {
    const waiting = this.#waiting.splice(0);
    try {
      const results = await this.commitAll(waiting.map(({ writes }) => writes));
      for (const [index, { resolve, reject }] of waiting.entries()) {
        const result = results[index];
        if (result?.ok) resolve();
        else reject(result?.error);
      }
    } catch (error) {
      for (const { reject } of waiting) reject(error);
    }
  }

  async commitAll(units: readonly (readonly Write[])[]): Promise<readonly CommitResult[]> {
    const results: CommitResult[] = [];
    const valid: Unit[] = [];
    for (const [index, writes] of units.entries()) {
      try {
        valid.push(toUnit(writes, index, this.#ids.ulid()));
      } catch (error) {
        results[index] = failed(error);
      }
    }
    for (const [unit, result] of await this.#committer.commit(valid)) results[unit.index] = result;
    return results;
  }

  getCase(caseId: string): Promise<Case | null> {
    return cases.getCase(this.#table, caseId);
  }

  getTimeline(caseId: string): Promise<Timeline> {
    return cases.getTimeline(this.#table, caseId);
  }

  getMessage(caseId: string, messageId: string): Promise<Message | null> {
    return cases.getMessage(this.#table, caseId, messageId);
  }

  listCases(view: View, options: ListOptions): Promise<PageOf<Case>> {
    return cases.listCases(this.#table, view, options);
  }

  listCasesOfAssignee(userId: string, options: ListOptions): Promise<PageOf<Case>> {
    return cases.listCasesOfAssignee(this.#table, userId, options);
  }

  listCasesOfCustomer(address: string, options: ListOptions): Promise<PageOf<Case>> {
    return cases.listCasesOfCustomer(this.#table, address, options);
  }

  findThreadKeys(rfcMessageIds: readonly string[]) {
    return findThreadKeys(this.#table, rfcMessageIds);
  }

  getSla(caseId: string): Promise<CaseSla | null> {
    return getSla(this.#table, caseId);
  }

  listOverdueMarks(until: Instant, options: ListOptions): Promise<PageOf<CaseSla>> {
    return listOverdueMarks(this.#table, until, options);
  }

  listOpenEscalations(options: ListOptions): Promise<PageOf<CaseSla>> {
    return listOpenEscalations(this.#table, options);
  }

  getIntake(rawKey: string): Promise<Intake | null> {
    return intakes.getIntake(this.#table, rawKey);
  }

  getDuplicate(key: string): Promise<{ rawKey: string; caseId: string } | null> {
    return intakes.getDuplicate(this.#table, key);
  }

  saveFailedIntake(failure: FailedIntake): Promise<void> {
    return intakes.saveFailedIntake(this.#table, failure, this.#ids.ulid());
  }

  listFailedIntakes(options: ListOptions): Promise<PageOf<FailedIntake>> {
    return intakes.listFailedIntakes(this.#table, options);
  }

  getFailedIntake(rawKey: string): Promise<FailedIntake | null> {
    return intakes.getFailedIntake(this.#table, rawKey);
  }

  getPage(pageId: string): Promise<Page | null> {
    return getPage(this.#table, pageId);
  }

  listOpenPages(options: ListOptions): Promise<PageOf<Page>> {
    return listOpenPages(this.#table, options);
  }

  listPages(options: ListOptions): Promise<PageOf<Page>> {
    return listPages(this.#table, options);
  }

  listAttempts(pageId: string): Promise<readonly Attempt[]> {
    return listAttempts(this.#table, pageId);
  }

  beginAttempt(attempt: Attempt): Promise<{ created: boolean; attempt: Attempt }> {
    return beginAttempt(this.#table, attempt, this.#ids.ulid());
  }

  updateAttempt(
    pageId: string,
    key: string,
    change: Partial<Omit<Attempt, 'key' | 'pageId'>>,
  ): Promise<void> {
    return updateAttempt(this.#table, pageId, key, change);
  }

  takeAllowance(key: string, limit: number, expiresAt: number): Promise<boolean> {
    return takeAllowance(this.#table, this.#clock, key, limit, expiresAt);
  }

  listOutbox(limit: number): Promise<readonly OutboxItem[]> {
    return listOutbox(this.#table, limit);
  }

  removeOutbox(items: readonly OutboxItem[]): Promise<void> {
    return removeOutbox(this.#table, items);
  }
}
