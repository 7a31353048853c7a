/** The only source of "now". Epoch milliseconds, UTC. */
export interface Clock {
  now(): number;
}

export interface ScheduledTimer {
  cancel(): void;
}

/** Timers are hints: `run` is called once, at or after `at` (epoch ms), never before. */
export interface Timers {
  schedule(at: number, run: () => void): ScheduledTimer;
}
