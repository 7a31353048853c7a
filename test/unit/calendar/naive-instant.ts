import type { Temporal } from 'temporal-polyfill';

/** First instant at which a local time has come: its first occurrence, or the jump that leaves it out. */
export function naiveInstant(local: Temporal.PlainDateTime, zone: string): number {
  const earlier = local.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (earlier.toPlainDateTime().equals(local)) return earlier.epochMilliseconds;
  const jump = earlier.getTimeZoneTransition('next');
  if (jump === null) throw new Error(`no transition after ${earlier.toString()}`);
  return jump.epochMilliseconds;
}
