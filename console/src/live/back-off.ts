/** Milliseconds before reconnect number `attempt` (from 0): 0.5 s doubling to 15 s, half of it jitter. */
export function backOffMs(attempt: number, random: number): number {
  const ceiling = Math.min(15_000, 500 * 2 ** Math.min(attempt, 10));
  return Math.round(ceiling / 2 + (ceiling / 2) * random);
}
