import type { OutboxItem } from '../../core/outbox/outbox-item.ts';
import type { Outbox } from '../../ports/case-store.ts';
import type { Clock, ScheduledTimer, Timers } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';

export interface OutboxPollerOptions {
  readonly outbox: Outbox;
  /** The handler of the table's stream: resolves with the ids of the items to try again. */
  readonly dispatch: (items: readonly OutboxItem[]) => Promise<ReadonlySet<string>>;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Log;
}

interface Waiting {
  readonly item: OutboxItem;
  failures: number;
  retryAt: number;
}

const batchSize = 100;
/** Items that are done are removed together: one BatchWriteItem takes 25. */
const removeAtOnce = 25;
const removeAfterMs = 1_000;
/** Commits tell what they left; this finds what one could not tell of. */
const readEveryMs = 60_000;
/** Waits before an effect that failed is tried again; the last one repeats. */
const backOffMs = [1_000, 2_000, 5_000, 15_000, 30_000, 60_000];

/**
 * The table's stream on one machine: hands outbox items to the dispatcher and removes those that are done.
 * Each commit hands its items over; the store's list is read at the start, after a commit of unknown outcome,
 * and every minute. What failed comes again after a back-off. A crash repeats what was done in its last
 * second: every effect can stand that.
 */
export class OutboxPoller {
  readonly #options: OutboxPollerOptions;
  readonly #waiting = new Map<string, Waiting>();
  readonly #done = new Map<string, OutboxItem>();
  #mustRead = true;
  #readAt = 0;
  #removeAt = Number.POSITIVE_INFINITY;
  #isAwake = false;
  #isStopped = true;
  #running: Promise<void> | null = null;
  #timer: ScheduledTimer | null = null;

  constructor(options: OutboxPollerOptions) {
    this.#options = options;
  }

  start(): void {
    this.#isStopped = false;
    this.readAgain();
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#timer?.cancel();
    await this.#running;
    await this.#remove().catch((error: unknown) =>
      this.#options.log.warn('what is done could not be removed from the outbox; it is repeated', { error }),
    );
  }

  /** A commit left these. */
  committed(items: readonly OutboxItem[]): void {
    for (const item of items) this.#add(item);
    this.#wake();
  }

  /** A commit may have left something of which nobody knows. */
  readAgain(): void {
    this.#mustRead = true;
    this.#wake();
  }

  /** Resolves when nothing is left to do now; what waits for a back-off does not count. */
  async idle(): Promise<void> {
    while (this.#running) await this.#running;
  }

  #add(item: OutboxItem): void {
    if (this.#waiting.has(item.id) || this.#done.has(item.id)) return;
    this.#waiting.set(item.id, { item, failures: 0, retryAt: 0 });
  }

  #wake(): void {
    this.#isAwake = true;
    if (!this.#running && !this.#isStopped)
      this.#running = this.#drain().finally(() => {
        this.#running = null;
        if (this.#isAwake) this.#wake();
      });
  }

  async #drain(): Promise<void> {
    while (this.#isAwake && !this.#isStopped) {
      this.#isAwake = false;
      try {
        await this.#round();
        this.#arm();
      } catch (error) {
        this.#options.log.error('the outbox could not be read or cleared; trying again', { error });
        this.#wakeAt(this.#options.clock.now() + 1_000);
      }
    }
  }

  async #round(): Promise<void> {
    const { dispatch, clock } = this.#options;
    const now = clock.now();
    if (this.#mustRead || now >= this.#readAt) await this.#read(now);
    const due = [...this.#waiting.values()].filter(({ retryAt }) => retryAt <= now).slice(0, batchSize);
    if (due.length > 0) {
      const failed = await dispatch(due.map(({ item }) => item));
      for (const entry of due) {
        if (failed.has(entry.item.id)) postpone(entry, now);
        else this.#finish(entry.item, now);
      }
      this.#isAwake = true;
    }
    if (this.#done.size >= removeAtOnce || now >= this.#removeAt) await this.#remove();
  }

  async #read(now: number): Promise<void> {
    const { outbox } = this.#options;
    // What we know of stays in the list until it is removed: read past it.
    const limit = batchSize + this.#waiting.size + this.#done.size;
    const items = await outbox.listOutbox(limit);
    for (const item of items) this.#add(item);
    this.#mustRead = items.length === limit;
    this.#readAt = now + readEveryMs;
  }

  #finish(item: OutboxItem, now: number): void {
    this.#waiting.delete(item.id);
    this.#done.set(item.id, item);
    // A mail about a page would be sent again; all else notices that it has been done.
    const wait = item.effect.type === 'page-mail.queued' ? 0 : removeAfterMs;
    this.#removeAt = Math.min(this.#removeAt, now + wait);
  }

  async #remove(): Promise<void> {
    const items = [...this.#done.values()];
    if (items.length === 0) return;
    await this.#options.outbox.removeOutbox(items);
    for (const { id } of items) this.#done.delete(id);
    this.#removeAt = Number.POSITIVE_INFINITY;
  }

  #arm(): void {
    const retries = [...this.#waiting.values()].map(({ retryAt }) => retryAt);
    this.#wakeAt(Math.min(this.#readAt, this.#removeAt, ...retries));
  }

  #wakeAt(at: number): void {
    this.#timer?.cancel();
    if (!this.#isStopped) this.#timer = this.#options.timers.schedule(at, () => this.#wake());
  }
}

function postpone(entry: Waiting, now: number): void {
  entry.retryAt = now + (backOffMs[Math.min(entry.failures, backOffMs.length - 1)] ?? 60_000);
  entry.failures += 1;
}
