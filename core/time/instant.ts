/** An instant at rest: ISO 8601, UTC, milliseconds, `2026-11-22T10:24:00.000Z`. Sorts as text. */
export type Instant = string;

/** Epoch milliseconds to an `Instant`. */
export function toInstant(epochMs: number): Instant {
  return new Date(epochMs).toISOString();
}

/** `Instant` to epoch milliseconds. */
export function toEpochMs(instant: Instant): number {
  return Date.parse(instant);
}
