import { type Zone, zoneOf } from '../calendar/zone.ts';
import { membersOf } from './members-of.ts';
import { type Gap, resolve } from './resolve.ts';
import { RestrictionWindows } from './restriction-windows.ts';
import type { Restriction, Schedule } from './schedule.ts';
import { shiftsOf } from './shifts.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;
const weeks = 12;
const weekend: Restriction = { days: ['sat', 'sun'] };

/** What one person carries of a schedule. A night of a week-end counts as both. */
export interface Load {
  readonly userId: string;
  /** Whole minutes, as the next two; what is less than a minute is rounded. */
  readonly minutes: number;
  readonly nightMinutes: number;
  readonly weekendMinutes: number;
  /** How many nights are touched, however shortly: who sleeps with a pager sleeps badly all night. */
  readonly nights: number;
  readonly weekends: number;
}

/** Times of day, local in the zone of the schedule; an end that is not after its start is on the next day. */
export interface NightHours {
  readonly start: string;
  readonly end: string;
}

/** The twelve weeks that begin at `at` (epoch ms), by the wall clock of the schedule: from and to, epoch ms. */
export function fairnessRange(schedule: Schedule, at: number): Gap {
  const zone = zoneOf(schedule.timezone);
  return { from: at, to: zone.instantOf(zone.wallAt(at) + weeks * 7 * dayMs) };
}

/**
 * How duty is spread within `range`, over everybody whom a layer names (with zeros too: who is never on is part
 * of the answer) and whoever else is on duty by an override or a temporary schedule. Week-ends are Saturday and
 * Sunday from midnight to midnight; nights and week-ends follow the wall clock of the schedule's zone.
 * @throws DomainError `invalid` `oncall.range` as `resolve` does.
 */
export function fairness(
  schedule: Schedule,
  range: Gap,
  nightHours: NightHours = { start: '22:00', end: '06:00' },
): Load[] {
  const zone = zoneOf(schedule.timezone);
  const nights = stretchesOf(nightHours, zone, range);
  const weekends = stretchesOf(weekend, zone, range);
  const shifts = shiftsOf(resolve(schedule, range.from, range.to).spans);
  const people = new Set([...membersOf(schedule), ...shifts.map(({ userId }) => userId)]);
  return [...people].map((userId) => {
    const own = shifts.filter((shift) => shift.userId === userId);
    const night = overlap(own, nights);
    const offDays = overlap(own, weekends);
    return {
      userId,
      minutes: minutesOf(own.reduce((sum, shift) => sum + shift.to - shift.from, 0)),
      nightMinutes: minutesOf(night.ms),
      weekendMinutes: minutesOf(offDays.ms),
      nights: night.touched,
      weekends: offDays.touched,
    };
  });
}

/** The stretches of `range` that lie in the windows of a restriction; windows that meet are one. */
function stretchesOf(restriction: Restriction, zone: Zone, { from, to }: Gap): Gap[] {
  const windows = new RestrictionWindows([restriction], zone);
  const stretches: Gap[] = [];
  for (let at = from; at < to; ) {
    const end = Math.min(to, windows.nextEdge(at));
    const last = stretches.at(-1);
    if (windows.isOpen(at)) {
      if (last?.to === at) stretches[stretches.length - 1] = { from: last.from, to: end };
      else stretches.push({ from: at, to: end });
    }
    at = end;
  }
  return stretches;
}

function overlap(shifts: readonly Gap[], stretches: readonly Gap[]): { ms: number; touched: number } {
  let ms = 0;
  let touched = 0;
  for (const stretch of stretches) {
    const within = shifts.reduce(
      (sum, shift) => sum + Math.max(0, Math.min(shift.to, stretch.to) - Math.max(shift.from, stretch.from)),
      0,
    );
    ms += within;
    if (within > 0) touched++;
  }
  return { ms, touched };
}

function minutesOf(ms: number): number {
  return Math.round(ms / minuteMs);
}
