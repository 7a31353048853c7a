/** The zone of this computer. */
export const localZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

const moments = new Map<string, Intl.DateTimeFormat>();

/**
 * `Tue 24 Nov, 10:30` in a zone; seconds where they are not 0, the year where it is not that of `nowMs`.
 * With `exact` also milliseconds, where they are not 0.
 */
export function zoneTime(atMs: number, zone: string, nowMs: number, exact = false): string {
  const hasSeconds = atMs % 60_000 !== 0;
  const isOtherYear = new Date(atMs).getUTCFullYear() !== new Date(nowMs).getUTCFullYear();
  const hasMillis = exact && atMs % 1000 !== 0;
  const key = `${zone} ${hasSeconds} ${hasMillis} ${isOtherYear}`;
  let format = moments.get(key);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-GB', {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      ...(isOtherYear && { year: 'numeric' }),
      hour: '2-digit',
      minute: '2-digit',
      ...(hasSeconds && { second: '2-digit' }),
      ...(hasMillis && { fractionalSecondDigits: 3 }),
      hourCycle: 'h23',
      timeZone: zone,
    });
    moments.set(key, format);
  }
  return format.format(atMs);
}
