import { readClockTime } from '../calendar/clock-time.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** How to write one, for error messages. */
export const timeOfDayHint =
  'write a time of day as HH:MM or HH:MM:SS, from 00:00 to 23:59:59 (24:00 as an end)';

/** `"08:30"` or `"08:30:15"` to ms after midnight; `"24:00"` is a whole day. Null when it is not a time of day. */
export function readTimeOfDay(text: string): number | null {
  const parts = /^(\d{1,2}:\d{2})(?::([0-5]\d))?$/.exec(text.trim());
  const minutes = parts?.[1] === undefined ? null : readClockTime(parts[1]);
  if (minutes === null) return null;
  const ms = minutes * minuteMs + Number(parts?.[2] ?? 0) * 1000;
  return ms > dayMs ? null : ms;
}
