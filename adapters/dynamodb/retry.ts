import { setTimeout } from 'node:timers/promises';

/** What a retry needs from outside, so that tests decide it. */
export interface RetryPorts {
  sleep(milliseconds: number): Promise<void>;
  /** 0 inclusive to 1 exclusive. */
  random(): number;
}

export const systemRetry: RetryPorts = {
  sleep: async (milliseconds) => {
    await setTimeout(milliseconds);
  },
  random: Math.random,
};

/** Tries of one request, the first included: with full jitter about a second of waiting in the mean. */
export const maxTries = 6;
const baseMs = 50;
const capMs = 1_000;

/** Full jitter: a random part of the exponential step, so that competitors spread out. `tried` counts from 1. */
export function backOff(tried: number, retry: RetryPorts): Promise<void> {
  return retry.sleep(Math.floor(retry.random() * Math.min(capMs, baseMs * 2 ** (tried - 1))));
}
