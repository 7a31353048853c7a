import type { DatabaseSync, SQLOutputValue, StatementSync } from 'node:sqlite';
import { DomainError } from '../../core/errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Ids } from '../../ports/ids.ts';
import { GroupCommit } from '../sqlite/group-commit.ts';
import { openDatabase } from '../sqlite/open-database.ts';
import type {
  Lane,
  MessageAttribute,
  QueueCounts,
  QueuedMessage,
  QueuePolicy,
  Readiness,
  ReceivedMessage,
} from './queued-message.ts';

const SCHEMA = `
CREATE TABLE IF NOT EXISTS message (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  queue TEXT NOT NULL,
  lane INTEGER NOT NULL,
  body TEXT NOT NULL,
  attributes TEXT NOT NULL,
  sent_at INTEGER NOT NULL,
  visible_at INTEGER NOT NULL,
  receive_count INTEGER NOT NULL DEFAULT 0,
  first_received_at INTEGER,
  receipt TEXT,
  dead_from TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS message_by_lane ON message (queue, lane, seq, visible_at);
CREATE INDEX IF NOT EXISTS message_by_visibility ON message (queue, visible_at);
CREATE INDEX IF NOT EXISTS message_by_receipt ON message (receipt) WHERE receipt IS NOT NULL;
`;

type Row = Record<string, SQLOutputValue>;

export interface SendOptions {
  readonly lane?: Lane;
  /** Epoch ms before which nobody receives it. */
  readonly delayUntil?: number;
  readonly attributes?: Readonly<Record<string, MessageAttribute>>;
}

/**
 * Queues with the semantics of SQS standard queues (at least once, visibility timeout, redrive) plus an
 * emergency lane, in one SQLite file. Nothing expires. A resolved promise is on disk.
 */
export class DurableQueue {
  readonly #db: DatabaseSync;
  readonly #group: GroupCommit;
  readonly #queues: Readonly<Record<string, QueuePolicy>>;
  readonly #clock: Clock;
  readonly #ids: Pick<Ids, 'ulid'>;
  readonly #listeners = new Map<string, Set<() => void>>();
  readonly #statements = new Map<string, StatementSync>();

  constructor(options: {
    file: string;
    queues: Readonly<Record<string, QueuePolicy>>;
    clock: Clock;
    ids: Pick<Ids, 'ulid'>;
  }) {
    this.#db = openDatabase(options.file, SCHEMA);
    this.#group = new GroupCommit(this.#db);
    this.#queues = options.queues;
    this.#clock = options.clock;
    this.#ids = options.ids;
    // Whoever had received a message died with the former process: it need not wait for its timeout.
    this.#sql('UPDATE message SET visible_at = ?, receipt = NULL WHERE receipt IS NOT NULL').run(
      this.#clock.now(),
    );
  }

  close(): void {
    if (this.#db.isOpen) this.#db.close();
  }

  /** Committed transactions so far; fewer than messages when clients share them. */
  get commits(): number {
    return this.#group.commits;
  }

  has(queue: string): boolean {
    return Object.hasOwn(this.#queues, queue);
  }

  policy(queue: string): QueuePolicy {
    const policy = this.has(queue) ? this.#queues[queue] : undefined;
    if (policy === undefined)
      throw new DomainError(
        'missing',
        'queue.missing',
        `There is no queue "${queue}": name one of ${Object.keys(this.#queues).join(', ')}.`,
      );
    return policy;
  }

  async send(queue: string, body: string, options: SendOptions = {}): Promise<{ id: string }> {
    this.policy(queue);
    const id = this.#ids.ulid();
    await this.#group.run(() => {
      const now = this.#clock.now();
      const at = Math.max(now, options.delayUntil ?? now);
      this.#sql(
        'INSERT INTO message (id, queue, lane, body, attributes, sent_at, visible_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
      ).run(id, queue, options.lane ?? 1, body, JSON.stringify(options.attributes ?? {}), now, at);
    });
    this.#wake(queue);
    return { id };
  }

  /** Emergency lane first, then by arrival. Messages received too often go to the dead-letter queue instead. */
  receive(
    queue: string,
    max: number,
    visibilityTimeoutMs = this.policy(queue).visibilityTimeoutMs,
  ): Promise<ReceivedMessage[]> {
    const { deadLetter } = this.policy(queue);
    // Undone by a power cut, the messages are merely delivered again.
    return this.#group.runUnsynced(() => {
      const now = this.#clock.now();
      const rows = this.#visible(queue, now, max, deadLetter);
      const mark = this.#sql(
        'UPDATE message SET receipt = ?, visible_at = ?, receive_count = receive_count + 1, first_received_at = coalesce(first_received_at, ?) WHERE id = ?',
      );
      return rows.map((message) => {
        const receipt = `${message.id}.${this.#ids.ulid()}`;
        mark.run(receipt, now + visibilityTimeoutMs, now, message.id);
        return {
          ...message,
          receipt,
          receiveCount: message.receiveCount + 1,
          firstReceivedAt: message.firstReceivedAt ?? now,
        };
      });
    });
  }

  /** True where the receipt was the current one; a stale receipt deletes nothing. */
  delete(receipts: readonly string[]): Promise<boolean[]> {
    // Undone by a power cut, the messages come again: consumers stand that, as they must with SQS.
    return this.#group.runUnsynced(() => {
      const remove = this.#sql('DELETE FROM message WHERE receipt = ?');
      return receipts.map((receipt) => remove.run(receipt).changes === 1);
    });
  }

  /** `visibleAt` epoch ms. At or before now hands the message back at once. */
  async changeVisibility(receipt: string, visibleAt: number): Promise<boolean> {
    const queue = await this.#group.run(() => {
      const inFlight = visibleAt > this.#clock.now();
      const row = this.#sql(
        'UPDATE message SET visible_at = ?, receipt = CASE WHEN ? THEN receipt END WHERE receipt = ? RETURNING queue',
      ).get(visibleAt, inFlight ? 1 : 0, receipt);
      return row === undefined ? null : String(row.queue);
    });
    if (queue !== null) this.#wake(queue);
    return queue !== null;
  }

  /** Gives failed deliveries back; unlike changeVisibility the wait outlives a restart as a plain delay. */
  async giveBack(items: readonly { receipt: string; visibleAt: number }[]): Promise<void> {
    const queues = await this.#group.run(() => {
      const update = this.#sql(
        'UPDATE message SET visible_at = ?, receipt = NULL WHERE receipt = ? RETURNING queue',
      );
      return items.flatMap(({ receipt, visibleAt }) => {
        const row = update.get(visibleAt, receipt);
        return row === undefined ? [] : [String(row.queue)];
      });
    });
    for (const queue of new Set(queues)) this.#wake(queue);
  }

  /** What a poll would find now, as far as `limit` messages tell. */
  readiness(queue: string, limit: number): Readiness {
    const row = this.#sql(
      `SELECT count(*) AS ready, min(lane) AS lane, min(sent_at) AS oldest
         FROM (SELECT lane, sent_at FROM message INDEXED BY message_by_lane
                WHERE queue = ? AND visible_at <= ? ORDER BY lane, seq LIMIT ?)`,
    ).get(queue, this.#clock.now(), limit);
    return {
      ready: Number(row?.ready ?? 0),
      isUrgent: row?.lane === 0,
      oldestSentAt: Number(row?.oldest ?? 0),
    };
  }

  counts(queue: string): QueueCounts {
    this.policy(queue);
    const now = this.#clock.now();
    const row = this.#sql(
      `SELECT count(*) FILTER (WHERE visible_at <= ?1) AS ready,
                count(*) FILTER (WHERE visible_at > ?1 AND receipt IS NOT NULL) AS in_flight,
                count(*) FILTER (WHERE visible_at > ?1 AND receipt IS NULL) AS delayed
         FROM message WHERE queue = ?2`,
    ).get(now, queue) as Row;
    return { ready: Number(row.ready), inFlight: Number(row.in_flight), delayed: Number(row.delayed) };
  }

  /** Epoch ms at which the next message is or becomes visible; null when the queue is empty. */
  nextVisibleAt(queue: string): number | null {
    const row = this.#sql('SELECT min(visible_at) AS at FROM message WHERE queue = ?').get(queue);
    return row?.at == null ? null : Number(row.at);
  }

  /** Oldest first. `after` is the id of the last message of the page before. */
  listDead(deadLetterQueue: string, options: { limit: number; after?: string }): QueuedMessage[] {
    this.policy(deadLetterQueue);
    return this.#sql(
      'SELECT * FROM message WHERE queue = ? AND seq > coalesce((SELECT seq FROM message WHERE id = ?), 0) ORDER BY seq LIMIT ?',
    )
      .all(deadLetterQueue, options.after ?? '', options.limit)
      .map(toMessage);
  }

  /** Moves dead messages back where they came from, with a fresh receive count; all of them without `ids`. */
  async redriveDead(deadLetterQueue: string, ids?: readonly string[]): Promise<number> {
    this.policy(deadLetterQueue);
    const queues = await this.#group.run(() => {
      const now = this.#clock.now();
      return this.#sql(
        `UPDATE message SET queue = dead_from, dead_from = NULL, receive_count = 0, receipt = NULL, visible_at = ?
           WHERE queue = ? AND dead_from IS NOT NULL AND (?3 IS NULL OR id IN (SELECT value FROM json_each(?3))) RETURNING queue`,
      )
        .all(now, deadLetterQueue, ids === undefined ? null : JSON.stringify(ids))
        .map((row) => String(row.queue));
    });
    for (const queue of new Set(queues)) this.#wake(queue);
    return queues.length;
  }

  /** `listener` is called after a commit that made, or will make, a message of the queue visible. */
  onChange(queue: string, listener: () => void): () => void {
    this.policy(queue);
    const listeners = this.#listeners.get(queue) ?? new Set();
    this.#listeners.set(queue, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  #sql(text: string): StatementSync {
    const known = this.#statements.get(text);
    if (known !== undefined) return known;
    const statement = this.#db.prepare(text);
    this.#statements.set(text, statement);
    return statement;
  }

  #wake(queue: string): void {
    for (const listener of this.#listeners.get(queue) ?? []) listener();
  }

  /** By the lane index, whatever the planner thinks: sorting a flood at every receive would take its square. */
  #visible(queue: string, now: number, max: number, deadLetter: QueuePolicy['deadLetter']): QueuedMessage[] {
    for (;;) {
      const rows = this.#sql(
        `SELECT * FROM message INDEXED BY message_by_lane
         WHERE queue = ? AND visible_at <= ? ORDER BY lane, seq LIMIT ?`,
      )
        .all(queue, now, max)
        .map(toMessage);
      const dead = rows.filter(
        (row) => deadLetter !== null && row.receiveCount >= deadLetter.maxReceiveCount,
      );
      if (deadLetter === null || dead.length === 0) return rows;
      this.#bury(dead, queue, deadLetter.queue);
    }
  }

  #bury(dead: readonly QueuedMessage[], queue: string, deadLetterQueue: string): void {
    const bury = this.#sql('UPDATE message SET queue = ?, dead_from = ?, receipt = NULL WHERE id = ?');
    for (const message of dead) bury.run(deadLetterQueue, queue, message.id);
    setImmediate(() => this.#wake(deadLetterQueue));
  }
}

function toMessage(row: Row): QueuedMessage {
  return {
    id: String(row.id),
    body: String(row.body),
    lane: row.lane === 0 ? 0 : 1,
    attributes: JSON.parse(String(row.attributes)) as Record<string, MessageAttribute>,
    sentAt: Number(row.sent_at),
    receiveCount: Number(row.receive_count),
    firstReceivedAt: row.first_received_at === null ? null : Number(row.first_received_at),
  };
}
