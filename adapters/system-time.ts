import type { Clock } from '../ports/clock.ts';

/** The machine's clock. */
export const systemTime: Clock = { now: () => Date.now() };
