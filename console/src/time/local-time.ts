const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const clock = new Intl.DateTimeFormat(undefined, {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});
const exact = new Intl.DateTimeFormat(undefined, {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
  hourCycle: 'h23',
});
const short = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const day = new Intl.DateTimeFormat(undefined, { weekday: 'short', day: 'numeric', month: 'short' });
const dayAndYear = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' });
const whole = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'long', hourCycle: 'h23' });

/** `03:12:07`, the browser's zone. */
export function clockTime(at: string): string {
  return clock.format(new Date(at));
}

/** `03:12:07.123`, the browser's zone. */
export function exactTime(at: string): string {
  return exact.format(new Date(at));
}

/** `03:12` today, `Fri 20 Nov, 03:12` this year, `20 Nov 2024` before. */
export function shortTime(at: string, nowMs: number): string {
  const date = new Date(at);
  const now = new Date(nowMs);
  if (date.toDateString() === now.toDateString()) return short.format(date);
  if (date.getFullYear() === now.getFullYear()) return `${day.format(date)}, ${short.format(date)}`;
  return dayAndYear.format(date);
}

/** Everything, with the zone named, for tooltips. */
export function wholeTime(at: string): string {
  return `${whole.format(new Date(at))} (${zone})`;
}
