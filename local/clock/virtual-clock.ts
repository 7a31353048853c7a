import type { Clock, ScheduledTimer, Timers } from '../../ports/clock.ts';

interface Pending {
  at: number;
  order: number;
  run: () => void;
}

/** Time that moves only when told to, so that a scenario of days passes in milliseconds. */
export class VirtualClock implements Clock, Timers {
  #now: number;
  #order = 0;
  readonly #pending = new Set<Pending>();

  constructor(startAt: number) {
    this.#now = startAt;
  }

  now(): number {
    return this.#now;
  }

  schedule(at: number, run: () => void): ScheduledTimer {
    const timer = { at, order: this.#order++, run };
    this.#pending.add(timer);
    return { cancel: () => void this.#pending.delete(timer) };
  }

  /**
   * Fires the timers due up to and including `at` (epoch ms), each at its own instant, in order.
   * `settle` is awaited first and after each, so that what a timer set off is over before time goes on.
   */
  async advanceTo(at: number, settle: () => Promise<void>): Promise<void> {
    if (at < this.#now) throw new RangeError(`VirtualClock.advanceTo: ${at} is before now (${this.#now})`);
    await settle();
    for (;;) {
      const next = this.#earliest();
      if (!next || next.at > at) break;
      this.#pending.delete(next);
      this.#now = Math.max(this.#now, next.at);
      next.run();
      await settle();
    }
    this.#now = at;
    await settle();
  }

  #earliest(): Pending | undefined {
    let first: Pending | undefined;
    for (const timer of this.#pending) {
      if (!first || timer.at < first.at || (timer.at === first.at && timer.order < first.order))
        first = timer;
    }
    return first;
  }
}
