/** How to write one, for error messages. */
export const clockTimeHint = 'write a time of day as HH:MM, from 00:00 to 23:59 (24:00 as an end)';

/** `"09:30"` to minutes after midnight; `"24:00"` is 1440. Null when it is not a time of day. */
export function readClockTime(text: string): number | null {
  const parts = /^(\d{1,2}):(\d{2})$/.exec(text);
  if (parts === null) return null;
  const hours = Number(parts[1]);
  const minutes = Number(parts[2]);
  if (minutes > 59 || hours > 24 || (hours === 24 && minutes > 0)) return null;
  return hours * 60 + minutes;
}
