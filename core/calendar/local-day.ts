const dayMs = 86_400_000;

/** Whether it is a day of the Gregorian calendar, `YYYY-MM-DD`. */
export function isLocalDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** Days since 1970-01-01 of a date that the schema has accepted. */
export function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00Z`) / dayMs;
}

/** The opposite of `dayNumber`. */
export function dateOfDay(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}
