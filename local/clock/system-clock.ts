import type { Clock, ScheduledTimer, Timers } from '../../ports/clock.ts';

/** setTimeout fires at once when asked for 2^31 ms or more. */
const LONGEST_TIMEOUT_MS = 2 ** 31 - 2;

export class SystemClock implements Clock, Timers {
  now(): number {
    return Date.now();
  }

  schedule(at: number, run: () => void): ScheduledTimer {
    let timeout: NodeJS.Timeout;
    // setTimeout counts monotonic time and may fire a millisecond before the wall clock: look again each time.
    const wait = () => {
      const left = at - Date.now();
      timeout = setTimeout(
        () => (at > Date.now() ? wait() : run()),
        Math.min(Math.max(left, 0), LONGEST_TIMEOUT_MS),
      );
    };
    wait();
    return { cancel: () => clearTimeout(timeout) };
  }
}
