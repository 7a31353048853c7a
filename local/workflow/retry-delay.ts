import type { Retrier } from './state-machine.ts';

const DEFAULT_INTERVAL_SECONDS = 1;
const DEFAULT_BACKOFF_RATE = 2;
const DEFAULT_MAX_ATTEMPTS = 3;

export function maxAttempts(retrier: Retrier): number {
  return retrier.MaxAttempts ?? DEFAULT_MAX_ATTEMPTS;
}

/** Whole ms before retry number `attempt` (0 for the first); `draw` (0 <= n < 1) is asked only for full jitter. */
export function retryDelayMs(retrier: Retrier, attempt: number, draw: () => number): number {
  const interval = retrier.IntervalSeconds ?? DEFAULT_INTERVAL_SECONDS;
  const grown = interval * (retrier.BackoffRate ?? DEFAULT_BACKOFF_RATE) ** attempt;
  // A rate to the power of thousands of attempts is Infinity: without a cap it would be no date at all.
  const capped = Math.min(grown, retrier.MaxDelaySeconds ?? 99_999_999);
  return Math.round(capped * 1_000 * (retrier.JitterStrategy === 'FULL' ? draw() : 1));
}
