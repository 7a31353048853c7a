import type { Priority } from '../../../../core/case/priority.ts';
import { calendarOfTarget, type DraftMinutes, type DraftTarget, minutesOf } from '../promises-draft.ts';

type Row = Partial<Record<Priority, DraftTarget>>;

/** Told apart from every calendar, as no id has a star. */
export const mixed = '*';

/** A target as it is written: bare minutes unless it names a calendar. */
export function targetWith(minutes: DraftMinutes, calendar: string | undefined): DraftTarget {
  return calendar === undefined ? minutes : { minutes, calendar };
}

/** The calendar that all targets of a clock name; undefined for none, `mixed` when they differ. */
export function rowCalendarOf(row: Row): string | undefined {
  const named = new Set(Object.values(row).map(calendarOfTarget));
  return named.size > 1 ? mixed : [...named][0];
}

export function withRowCalendar(row: Row, calendar: string | undefined): Row {
  return Object.fromEntries(
    Object.entries(row).map(([priority, target]) => [priority, targetWith(minutesOf(target), calendar)]),
  );
}
