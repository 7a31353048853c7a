import { writeIcsInstant, writeIcsLine, writeIcsText } from '../calendar/ics-text.ts';
import { DomainError } from '../errors.ts';
import { ownValue } from '../validation/own-value.ts';
import { type Gap, resolve } from './resolve.ts';
import type { Schedule } from './schedule.ts';
import { type Shift, shiftsOf } from './shifts.ts';

const dayMs = 86_400_000;
/** Shifts are looked for that far around the window, so that each has its true beginning; the second, when the first was not enough. */
const daysAround = [100, 1200] as const;

/** Names the person for whoever reads the file back; calendars pass over it. */
export const userProperty = 'X-HARBORWATCH-USER';

export interface FeedOptions {
  /** Shifts that overlap it are in the feed, whole. From inclusive, to exclusive, epoch ms. */
  readonly window: Gap;
  /** When the feed is made, epoch ms: DTSTAMP. */
  readonly stampAt: number;
  /** Makes the ids of events unlike those of all other desks, for ever: a domain. */
  readonly host: string;
  /** What colleagues call a person. */
  readonly nameOf: (userId: string) => string;
}

/**
 * The shifts of a person on all schedules as iCalendar (RFC 5545), times as UTC instants to the second.
 * An event keeps its UID as long as its shift begins when it did; duty without any beginning for three years
 * has one of its own. Shifts are shown as free time: who is on call can still be invited.
 */
export function userFeed(
  schedules: Readonly<Record<string, Schedule>>,
  userId: string,
  options: FeedOptions,
): string {
  const events = Object.entries(schedules).flatMap(([id, schedule]) =>
    feedShifts(schedule, options.window, userId).map((shift) =>
      eventText(id, shift, `On call: ${schedule.name ?? id}`, options),
    ),
  );
  return calendarText(`On call: ${options.nameOf(userId)}`, events);
}

/**
 * The shifts of everybody on one schedule, as `userFeed` writes them.
 * @throws DomainError `missing` `oncall.schedule`
 */
export function scheduleFeed(
  schedules: Readonly<Record<string, Schedule>>,
  scheduleId: string,
  options: FeedOptions,
): string {
  const schedule = ownValue(schedules, scheduleId);
  if (schedule === null)
    throw new DomainError('missing', 'oncall.schedule', `there is no schedule "${scheduleId.slice(0, 60)}"`);
  const name = schedule.name ?? scheduleId;
  const events = feedShifts(schedule, options.window).map((shift) =>
    eventText(scheduleId, shift, `${options.nameOf(shift.userId)} on call: ${name}`, options),
  );
  return calendarText(`On call: ${name}`, events);
}

interface FeedShift extends Shift {
  /** Whether it was there at the earliest instant that was looked at. */
  readonly isOngoing: boolean;
}

function feedShifts(schedule: Schedule, window: Gap, userId?: string): FeedShift[] {
  let found: FeedShift[] = [];
  for (const days of daysAround) {
    const from = window.from - days * dayMs;
    found = shiftsOf(resolve(schedule, from, window.to + daysAround[0] * dayMs).spans)
      .filter((shift) => shift.from < window.to && shift.to > window.from)
      .filter((shift) => userId === undefined || shift.userId === userId)
      .map((shift) => ({ ...shift, isOngoing: shift.from === from }));
    if (!found.some(({ isOngoing }) => isOngoing)) break;
  }
  return found
    .map((shift) => (shift.isOngoing ? { ...shift, from: window.from } : shift))
    .filter(({ from, to }) => Math.floor(from / 1000) < Math.floor(to / 1000));
}

function eventText(scheduleId: string, shift: FeedShift, summary: string, options: FeedOptions): string {
  const began = shift.isOngoing ? 'ongoing' : writeIcsInstant(shift.from);
  const uid = [scheduleId, shift.userId, began].map(encodeURIComponent).join('/');
  return [
    ['BEGIN', 'VEVENT'],
    ['UID', `${uid}@${options.host}`],
    ['DTSTAMP', writeIcsInstant(options.stampAt)],
    ['DTSTART', writeIcsInstant(shift.from)],
    ['DTEND', writeIcsInstant(shift.to)],
    ['SUMMARY', writeIcsText(summary)],
    ['TRANSP', 'TRANSPARENT'],
    [userProperty, writeIcsText(shift.userId)],
    ['END', 'VEVENT'],
  ]
    .map(([name = '', value = '']) => writeIcsLine(name, value))
    .join('');
}

/** A calendar must hold at least one component: without events it is the zone that its times would be in. */
function calendarText(name: string, events: readonly string[]): string {
  const begin = [
    ['BEGIN', 'VCALENDAR'],
    ['VERSION', '2.0'],
    ['PRODID', '-//Harborwatch//On call//EN'],
    ['CALSCALE', 'GREGORIAN'],
    ['METHOD', 'PUBLISH'],
    ['X-WR-CALNAME', writeIcsText(name)],
    ['REFRESH-INTERVAL;VALUE=DURATION', 'PT1H'],
    ['X-PUBLISHED-TTL', 'PT1H'],
  ];
  const utc = [
    ['BEGIN', 'VTIMEZONE'],
    ['TZID', 'Etc/UTC'],
    ['BEGIN', 'STANDARD'],
    ['DTSTART', '19700101T000000'],
    ['TZOFFSETFROM', '+0000'],
    ['TZOFFSETTO', '+0000'],
    ['END', 'STANDARD'],
    ['END', 'VTIMEZONE'],
  ];
  const written = (lines: readonly (readonly string[])[]) =>
    lines.map(([property = '', value = '']) => writeIcsLine(property, value)).join('');
  const body = events.length === 0 ? written(utc) : events.join('');
  return `${written(begin)}${body}${written([['END', 'VCALENDAR']])}`;
}
