/** What is known of the desk's clock: it is ahead of this computer's by at least `low` and at most `high` ms. */
export interface ClockGap {
  readonly low: number;
  readonly high: number;
}

export const unknownGap: ClockGap = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };

/**
 * An answer that bears `serverMs`, a whole second, was made in that second and between `sentMs` and
 * `receivedMs` here. What contradicts the past is a clock that was set: then only the newest answer counts.
 */
export function narrowGap(before: ClockGap, serverMs: number, sentMs: number, receivedMs: number): ClockGap {
  const here = { low: serverMs - receivedMs, high: serverMs + 1000 - sentMs };
  const both = { low: Math.max(before.low, here.low), high: Math.min(before.high, here.high) };
  return both.low <= both.high ? both : here;
}

/** The gap to go by, in ms: none where the two clocks may well agree. */
export function gapMs({ low, high }: ClockGap): number {
  if (low <= 0 && high >= 0) return 0;
  return Math.round((low + high) / 2);
}

let gap = unknownGap;
const listeners = new Set<() => void>();

/** Learns from the `Date` of an answer of the desk; one that a cache may have kept tells nothing. */
export function noteAnswer(headers: Headers, sentMs: number, receivedMs: number): void {
  const serverMs = Date.parse(headers.get('date') ?? '');
  if (Number.isNaN(serverMs) || !headers.get('cache-control')?.includes('no-store')) return;
  const before = gapMs(gap);
  gap = narrowGap(gap, serverMs, sentMs, receivedMs);
  if (gapMs(gap) !== before) for (const listener of listeners) listener();
}

/** The desk's time, epoch ms: what is due is due by its clock, whatever this computer's shows. */
export function deskNow(): number {
  return Date.now() + gapMs(gap);
}

/** Called when the desk's time turns out to be another. */
export function onDeskClockSet(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
