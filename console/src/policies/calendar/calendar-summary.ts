import type { DraftCalendar } from '../promises-draft.ts';
import { dayNames, week } from './day-names.ts';

/** A calendar in a line: `Europe/London; Mon to Fri 09:00–17:00; 12 holidays`. */
export function calendarSummary({ timezone, hours, holidays = [], versions = [] }: DraftCalendar): string {
  const parts = [timezone, hours === undefined ? 'around the clock' : hoursSummary(hours)];
  if (holidays.length > 0) parts.push(`${holidays.length} ${holidays.length === 1 ? 'holiday' : 'holidays'}`);
  const [next] = versions;
  if (next !== undefined)
    parts.push(`other hours from ${versions.map(({ from }) => from || '…').join(', ')}`);
  return parts.join('; ');
}

/** Neighbouring days with the same hours are told together. */
function hoursSummary(hours: NonNullable<DraftCalendar['hours']>): string {
  const runs: { from: string; to: string; openings: string }[] = [];
  for (const day of week) {
    const openings = (hours[day] ?? []).map(([from, to]) => `${from}–${to}`).join(' and ');
    const last = runs.at(-1);
    const name = dayNames[day].slice(0, 3);
    if (last !== undefined && last.openings === openings) last.to = name;
    else runs.push({ from: name, to: name, openings });
  }
  const open = runs.filter(({ openings }) => openings !== '');
  if (open.length === 0) return 'never open';
  return open
    .map(({ from, to, openings }) => `${from === to ? from : `${from} to ${to}`} ${openings}`)
    .join(', ');
}
