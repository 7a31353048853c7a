import type { Clock, ScheduledTimer, Timers } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';

const everyMs = 60_000;

export interface EachMinuteOptions {
  /** By the folder of the function; the event says nothing. */
  readonly handlers: Readonly<Record<string, (event: unknown) => Promise<unknown>>>;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Log;
}

/** Calls functions each minute, as EventBridge does. One that fails, or still runs, keeps no other from its turn. */
export class EachMinute {
  readonly #options: EachMinuteOptions;
  readonly #running = new Map<string, Promise<void>>();
  #timer: ScheduledTimer | null = null;

  constructor(options: EachMinuteOptions) {
    this.#options = options;
  }

  start(): void {
    const { clock, timers } = this.#options;
    this.#timer = timers.schedule(clock.now() + everyMs, () => {
      this.#turn();
      this.start();
    });
  }

  async stop(): Promise<void> {
    this.#timer?.cancel();
    await this.idle();
  }

  async idle(): Promise<void> {
    await Promise.all(this.#running.values());
  }

  #turn(): void {
    for (const [name, handler] of Object.entries(this.#options.handlers)) {
      if (this.#running.has(name)) continue;
      const run = handler({}).then(
        () => undefined,
        (error: unknown) =>
          this.#options.log.error('what is done each minute failed; it is done again in a minute', {
            function: name,
            error,
          }),
      );
      this.#running.set(
        name,
        run.then(() => void this.#running.delete(name)),
      );
    }
  }
}
