import type { Clock, ScheduledTimer, Timers } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import type { DurableQueue } from './durable-queue.ts';
import type { ReceivedMessage } from './queued-message.ts';
import { type SqsBatchResponse, type SqsEvent, toSqsEvent } from './sqs-event.ts';

export interface EventSourceOptions {
  readonly queue: DurableQueue;
  readonly queueName: string;
  readonly handler: (event: SqsEvent) => Promise<SqsBatchResponse>;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Log;
  /** Most messages of one call. */
  readonly batchSize?: number;
  /** Most calls at once. */
  readonly concurrency?: number;
  /**
   * How long ordinary messages wait for company, so that they share transactions: Lambda's batching window.
   * An emergency never waits, nor does a full batch.
   */
  readonly batchingWindowMs?: number;
  /** Wait before a failed message is tried again, from how often it was received (1 the first time). */
  readonly backOffMs?: (receiveCount: number) => number;
}

const defaultBackOffMs = (receiveCount: number): number => Math.min(1_000 * 2 ** (receiveCount - 1), 60_000);

/**
 * Lambda's event source mapping for a local queue: hands batches to a handler, deletes what succeeded and
 * gives back what failed. Every poll takes the emergency lane first. A crash in mid-batch loses nothing:
 * the queue makes the batch visible again at the next start.
 */
export class EventSource {
  readonly #options: Required<EventSourceOptions>;
  #running = 0;
  #started = false;
  #polling = false;
  #pollAgain = false;
  #timer: ScheduledTimer | null = null;
  #unsubscribe: (() => void) | null = null;
  #waiters: (() => void)[] = [];

  constructor(options: EventSourceOptions) {
    this.#options = {
      batchSize: 10,
      concurrency: 1,
      batchingWindowMs: 0,
      backOffMs: defaultBackOffMs,
      ...options,
    };
  }

  start(): void {
    if (this.#started) return;
    this.#started = true;
    this.#unsubscribe = this.#options.queue.onChange(this.#options.queueName, () => this.#poll());
    this.#poll();
  }

  /** Takes no more batches and resolves when those in flight are done. */
  async stop(): Promise<void> {
    this.#started = false;
    this.#unsubscribe?.();
    this.#timer?.cancel();
    this.#timer = null;
    await this.#settled(() => this.#running === 0 && !this.#polling);
  }

  /** Resolves when nothing is in flight and nothing is due now; messages that wait for later do not count. */
  async idle(): Promise<void> {
    const { queue, queueName, clock } = this.#options;
    await this.#settled(() => {
      const next = queue.nextVisibleAt(queueName);
      return this.#running === 0 && !this.#polling && (!this.#started || next === null || next > clock.now());
    });
  }

  async #settled(done: () => boolean): Promise<void> {
    while (!done()) {
      await new Promise<void>((resolve) => {
        this.#waiters.push(resolve);
        // A message that came due by the clock alone (virtual time) has sent no signal.
        if (this.#running === 0 && !this.#polling) this.#poll();
      });
    }
  }

  #poll(): void {
    if (this.#polling) this.#pollAgain = true;
    else if (!this.#waitsForCompany()) void this.#pollUntilFull();
  }

  #waitsForCompany(): boolean {
    const { queue, queueName, batchSize, batchingWindowMs, clock } = this.#options;
    if (batchingWindowMs === 0 || !this.#started) return false;
    const { ready, isUrgent, oldestSentAt } = queue.readiness(queueName, batchSize);
    const until = oldestSentAt + batchingWindowMs;
    if (ready === 0 || ready >= batchSize || isUrgent || until <= clock.now()) return false;
    this.#wakeAt(until);
    return true;
  }

  async #pollUntilFull(): Promise<void> {
    const { queue, queueName, batchSize, concurrency, log } = this.#options;
    this.#polling = true;
    try {
      do {
        this.#pollAgain = false;
        while (this.#started && this.#running < concurrency && this.#due()) {
          const batch = await queue.receive(queueName, batchSize);
          if (batch.length > 0) void this.#deliver(batch);
        }
      } while (this.#pollAgain && this.#running < concurrency);
    } catch (error) {
      this.#polling = false;
      log.error('The queue could not be read; the next poll tries again.', { queue: queueName, error });
      this.#wakeAt(this.#options.clock.now() + 1_000);
      if (!this.#started) this.#release();
      return;
    }
    this.#polling = false;
    this.#release();
    const next = queue.nextVisibleAt(queueName);
    if (next !== null && this.#running < concurrency) this.#wakeAt(next);
  }

  #due(): boolean {
    const next = this.#options.queue.nextVisibleAt(this.#options.queueName);
    return next !== null && next <= this.#options.clock.now();
  }

  #wakeAt(at: number): void {
    if (!this.#started) return;
    this.#timer?.cancel();
    this.#timer = this.#options.timers.schedule(at, () => this.#poll());
  }

  async #deliver(batch: readonly ReceivedMessage[]): Promise<void> {
    this.#running += 1;
    try {
      const failed = await this.#call(batch);
      await this.#settle(batch, failed);
    } catch (error) {
      this.#options.log.error('A batch could not be settled; its messages come back after their timeout.', {
        queue: this.#options.queueName,
        error,
      });
    } finally {
      this.#running -= 1;
      this.#poll();
      this.#release();
    }
  }

  /** Ids of the messages that failed: all of them when the handler throws or names an unknown id, as Lambda does. */
  async #call(batch: readonly ReceivedMessage[]): Promise<ReadonlySet<string>> {
    const all = new Set(batch.map((message) => message.id));
    try {
      const response = await this.#options.handler(toSqsEvent(this.#options.queueName, batch));
      const failed = new Set(response.batchItemFailures.map((failure) => failure.itemIdentifier));
      return [...failed].every((id) => all.has(id)) ? failed : all;
    } catch (error) {
      this.#options.log.error('The handler of a queue failed; its batch is tried again.', {
        queue: this.#options.queueName,
        messageIds: [...all],
        error,
      });
      return all;
    }
  }

  async #settle(batch: readonly ReceivedMessage[], failed: ReadonlySet<string>): Promise<void> {
    const { queue, clock, backOffMs } = this.#options;
    const done = batch.filter((message) => !failed.has(message.id));
    const again = batch.filter((message) => failed.has(message.id));
    await Promise.all([
      done.length > 0 ? queue.delete(done.map((message) => message.receipt)) : null,
      again.length > 0
        ? queue.giveBack(
            again.map((message) => ({
              receipt: message.receipt,
              visibleAt: clock.now() + backOffMs(message.receiveCount),
            })),
          )
        : null,
    ]);
  }

  #release(): void {
    const waiters = this.#waiters;
    this.#waiters = [];
    for (const resolve of waiters) resolve();
  }
}
