import { redrivePages } from '../app/redrive-pages.ts';
import type { ScheduledTimer, Timers } from '../ports/clock.ts';
import type { Ports } from '../ports/ports.ts';

const everyMs = 60_000;

/** Looks each minute whether every open page has an attempt ahead of it. */
export class PageAudit {
  readonly #ports: Pick<Ports, 'store' | 'workflows' | 'clock' | 'log'>;
  readonly #timers: Timers;
  #timer: ScheduledTimer | null = null;
  #running: Promise<void> = Promise.resolve();

  constructor(ports: Pick<Ports, 'store' | 'workflows' | 'clock' | 'log'>, timers: Timers) {
    this.#ports = ports;
    this.#timers = timers;
  }

  start(): void {
    this.#timer = this.#timers.schedule(this.#ports.clock.now() + everyMs, () => {
      this.#running = this.#audit();
      this.start();
    });
  }

  async stop(): Promise<void> {
    this.#timer?.cancel();
    await this.#running;
  }

  async idle(): Promise<void> {
    await this.#running;
  }

  async #audit(): Promise<void> {
    try {
      await redrivePages(this.#ports);
    } catch (error) {
      this.#ports.log.error('the open pages could not be looked through; the next look is in a minute', {
        error,
      });
    }
  }
}
