import type { AckOutcome } from '../api/page-item.ts';
import { durationWords } from '../time/duration-words.ts';
import { clockTime } from '../time/local-time.ts';

/** What the person who pressed Acknowledge is told. `pressedAtMs` is when they pressed. */
export function ackWords({ outcome, by, at }: AckOutcome, pressedAtMs: number): string {
  const when = clockTime(at);
  if (outcome === 'acknowledged') return `You acknowledged at ${when}. The case is yours.`;
  if (outcome === 'cancelled') return `${by.name} cancelled this page at ${when}.`;
  const beforeMs = pressedAtMs - Date.parse(at);
  // Below a second, or with clocks that disagree, a number would be false precision.
  const before = beforeMs < 1000 ? 'a moment' : durationWords(beforeMs);
  return `${by.name} acknowledged ${before} before you at ${when}.`;
}
