import { at } from '../store/ceiling.ts';

/** `10000 marks: p50 4 ms, p99 30 ms, max 80 ms`. */
export function latenessLine(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const [p50, p99, most] = [0.5, 0.99, 1].map((share) => words(at(sorted, share)));
  return `${sorted.length} breaches: p50 ${p50}, p99 ${p99}, max ${most}`;
}

function words(ms: number): string {
  return ms < 10_000 ? `${ms.toFixed(0)} ms` : `${(ms / 1_000).toFixed(1)} s`;
}
