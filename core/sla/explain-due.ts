import { dayMs, openTimeOf } from '../calendar/open-time.ts';
import { joined, type Period } from '../calendar/periods.ts';
import type { Zone } from '../calendar/zone.ts';
import type { DueInput } from './due.ts';

const dayNames = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
/** More stretches than this are told by the first and the last ones. */
const mostStretches = 8;
/** Holidays are looked for this far; beyond, a list of them would explain nothing. */
const mostHolidays = 12;

/**
 * In words: `90 min from Fri 2026-11-20 16:00 (Europe/London) are due Mon 2026-11-23 09:30: counted Fri
 * 2026-11-20 16:00-17:00 (1 h), Mon 2026-11-23 09:00-09:30 (30 min); not counted: closed hours`.
 */
export function explainDue(input: DueInput, counted: readonly Period[]): string {
  const open = openTimeOf(input.calendar);
  const due = counted.at(-1)?.[1] ?? input.start;
  const head = `${lengthOf(Math.round(input.minutes * 60_000))} from ${momentOf(input.start, open.zone)} (${open.zone.id})`;
  const sentence = `${head} ${input.minutes === 1 ? 'is' : 'are'} due ${momentOf(due, open.zone)}`;
  const parts = [sentence + countedOf(counted, open.zone)];
  const skipped = skippedOf(input, due);
  if (skipped.length > 0) parts.push(`not counted: ${skipped.join(', ')}`);
  return parts.join('; ');
}

function countedOf(counted: readonly Period[], zone: Zone): string {
  const stretches = joined(counted);
  if (stretches.length === 0) return '';
  const words = stretches.map((period) => stretchOf(period, zone));
  if (words.length <= mostStretches) return `: counted ${words.join(', ')}`;
  const hidden = stretches.slice(3, -2);
  const sum = hidden.reduce((total, [from, to]) => total + to - from, 0);
  const middle = `${hidden.length} more stretches (${lengthOf(sum)})`;
  return `: counted ${[...words.slice(0, 3), middle, ...words.slice(-2)].join(', ')}`;
}

function skippedOf({ calendar, start, pauses = [] }: DueInput, due: number): string[] {
  const open = openTimeOf(calendar);
  const skipped: string[] = [];
  if (calendar.hours !== undefined && open.elapsed(start, due) < due - start) skipped.push('closed hours');
  const holidays: string[] = [];
  const lastDay = Math.floor(open.zone.wallAt(due) / dayMs);
  for (let day = Math.floor(open.zone.wallAt(start) / dayMs); day <= lastDay; day++) {
    if (!open.isHoliday(day)) continue;
    if (holidays.length === mostHolidays) {
      holidays.push('and more');
      break;
    }
    holidays.push(dateOf(day * dayMs));
  }
  if (holidays.length > 0)
    skipped.push(`${holidays.length === 1 ? 'holiday' : 'holidays'} ${holidays.join(' ')}`);
  const paused = pausedOpen(open, start, due, pauses);
  if (paused > 0) skipped.push(`${lengthOf(paused)} of open time in pauses`);
  return skipped;
}

function pausedOpen(
  open: ReturnType<typeof openTimeOf>,
  start: number,
  due: number,
  pauses: readonly Period[],
): number {
  return open.elapsed(start, due) - open.elapsed(start, due, pauses);
}

function stretchOf([from, to]: Period, zone: Zone): string {
  const sameDay = dateOf(zone.wallAt(from)) === dateOf(zone.wallAt(to));
  const end = sameDay ? timeOf(zone.wallAt(to)) : momentOf(to, zone);
  return `${momentOf(from, zone)}-${end} (${lengthOf(to - from)})`;
}

function momentOf(at: number, zone: Zone): string {
  const wall = zone.wallAt(at);
  return `${dayNames[new Date(wall).getUTCDay()]} ${dateOf(wall)} ${timeOf(wall)}`;
}

function dateOf(wall: number): string {
  return new Date(wall).toISOString().slice(0, 10);
}

/** Seconds and below only where there are some. */
function timeOf(wall: number): string {
  return new Date(wall)
    .toISOString()
    .slice(11, 23)
    .replace(/\.000$/, '')
    .replace(/:00$/, '');
}

function lengthOf(ms: number): string {
  const hours = Math.floor(ms / 3_600_000);
  const minutes = Math.floor((ms % 3_600_000) / 60_000);
  const seconds = (ms % 60_000) / 1000;
  const parts = [];
  if (hours > 0) parts.push(`${hours} h`);
  if (minutes > 0) parts.push(`${minutes} min`);
  if (seconds > 0 || parts.length === 0) parts.push(seconds > 0 ? `${seconds} s` : '0 min');
  return parts.join(' ');
}
