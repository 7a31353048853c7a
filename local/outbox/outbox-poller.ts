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

const batchSize = 100;
/** Waits before an effect that failed is tried again; the last one repeats. */
const backOffMs = [1_000, 2_000, 5_000, 15_000, 30_000, 60_000];

/**
 * The table's stream on one machine: hands outbox items to the dispatcher and removes those that are done.
 * `wake` after each commit makes it prompt; what failed comes again after a back-off.
 */
export class OutboxPoller {
  readonly #options: OutboxPollerOptions;
  readonly #failures = new Map<string, { count: number; retryAt: number }>();
  #isAwake = false;
  #isStopped = true;
  #running: Promise<void> | null = null;
  #timer: ScheduledTimer | null = null;

  constructor(options: OutboxPollerOptions) {
    this.#options = options;
  }

  start(): void {
    this.#isStopped = false;
    this.wake();
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#timer?.cancel();
    await this.#running;
  }

  /** Something has been committed: look now. */
  wake(): void {
    this.#isAwake = true;
    if (!this.#running && !this.#isStopped)
      this.#running = this.#drain().finally(() => {
        this.#running = null;
        if (this.#isAwake) this.wake();
      });
  }

  /** Resolves when nothing is left to do now; what waits for a back-off does not count. */
  async idle(): Promise<void> {
    while (this.#running) await this.#running;
  }

  async #drain(): Promise<void> {
    while (this.#isAwake && !this.#isStopped) {
      this.#isAwake = false;
      try {
        await this.#round();
      } catch (error) {
        this.#options.log.error('the outbox could not be read; trying again', { error });
        this.#wakeAt(this.#options.clock.now() + 1_000);
      }
    }
  }

  async #round(): Promise<void> {
    const { outbox, dispatch, clock } = this.#options;
    // Items that wait for a retry stay in the list: read past them so that they hold up nobody.
    const items = await outbox.listOutbox(batchSize + this.#failures.size);
    const now = clock.now();
    const due = items.filter(({ id }) => (this.#failures.get(id)?.retryAt ?? 0) <= now).slice(0, batchSize);
    if (due.length > 0) {
      const failed = await dispatch(due);
      const done = due.filter(({ id }) => !failed.has(id));
      await outbox.removeOutbox(done);
      for (const { id } of done) this.#failures.delete(id);
      for (const id of failed) this.#postpone(id, now);
      this.#isAwake = true;
    }
    this.#armForRetries();
  }

  #postpone(id: string, now: number): void {
    const count = this.#failures.get(id)?.count ?? 0;
    const wait = backOffMs[Math.min(count, backOffMs.length - 1)] ?? 60_000;
    this.#failures.set(id, { count: count + 1, retryAt: now + wait });
  }

  #armForRetries(): void {
    const next = Math.min(...[...this.#failures.values()].map(({ retryAt }) => retryAt));
    if (Number.isFinite(next)) this.#wakeAt(next);
  }

  #wakeAt(at: number): void {
    this.#timer?.cancel();
    this.#timer = this.#options.timers.schedule(at, () => this.wake());
  }
}
