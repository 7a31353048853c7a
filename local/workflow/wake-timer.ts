import type { Clock, ScheduledTimer, Timers } from '../../ports/clock.ts';

/** Below the 2^31 ms at which setTimeout overflows and fires at once. */
const LONGEST_CHUNK_MS = 2 ** 31 - 2;

/** One timer for the earliest wake of all executions. Firing early or twice does no harm: the store is read again. */
export class WakeTimer {
  readonly #clock: Clock;
  readonly #timers: Timers;
  readonly #run: () => Promise<void>;
  #armed: { at: number; timer: ScheduledTimer } | null = null;

  constructor(clock: Clock, timers: Timers, run: () => Promise<void>) {
    this.#clock = clock;
    this.#timers = timers;
    this.#run = run;
  }

  arm(wakeAt: number | null): void {
    if (wakeAt === null) return;
    const at = Math.min(wakeAt, this.#clock.now() + LONGEST_CHUNK_MS);
    if (this.#armed && this.#armed.at <= at) return;
    this.disarm();
    const timer = this.#timers.schedule(at, () => {
      this.#armed = null;
      // Never rejects: what fails inside is logged there and tried again.
      void this.#run();
    });
    this.#armed = { at, timer };
  }

  disarm(): void {
    this.#armed?.timer.cancel();
    this.#armed = null;
  }
}
