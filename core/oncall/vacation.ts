import * as z from 'zod';
import { readRange } from '../calendar/closed-range.ts';
import { isZoneId, unknownZone } from '../calendar/zone.ts';
import { strictObject } from '../validation/strict-object.ts';
import { type Gap, resolve } from './resolve.ts';
import { type Schedule, userId } from './schedule.ts';
import { shiftsOf } from './shifts.ts';

/**
 * When a person is away: whole days when `from` and `to` are dates (both included), else from the first time to
 * the second (excluded). Local times and dates are in `timezone`, without it in the zone of each schedule.
 */
export const vacationSchema = strictObject({
  user: userId,
  from: z.string().max(60),
  to: z.string().max(60),
  timezone: z
    .string()
    .refine(isZoneId, { error: (issue) => unknownZone(String(issue.input)) })
    .optional(),
}).superRefine(({ from, to, timezone = 'UTC' }, report) => {
  if (!isZoneId(timezone)) return;
  const range = readRange({ from, to }, timezone);
  if (typeof range === 'string') report.addIssue({ code: 'custom', path: ['to'], message: range });
});

export type Vacation = z.infer<typeof vacationSchema>;

/** Duty that falls on a vacation, from inclusive, to exclusive, epoch ms. It stands: a person must change it. */
export interface VacationWarning extends Gap {
  readonly scheduleId: string;
  readonly userId: string;
  /** Which of the vacations given, from 0. */
  readonly vacation: number;
}

/**
 * Who is on duty while away, within [from, to), epoch ms: one warning for each unbroken stretch of duty and vacation.
 * @throws DomainError `invalid` `oncall.range` as `resolve` does.
 */
export function vacationWarnings(
  schedules: Readonly<Record<string, Schedule>>,
  vacations: readonly Vacation[],
  { from, to }: Gap,
): VacationWarning[] {
  return Object.entries(schedules).flatMap(([scheduleId, schedule]) => {
    const shifts = shiftsOf(resolve(schedule, from, to).spans);
    return vacations.flatMap((written, vacation) => {
      const away = readRange(written, written.timezone ?? schedule.timezone);
      // Local times that the zone of this schedule jumps over: there the vacation lasts no time.
      if (typeof away === 'string') return [];
      return shifts
        .filter((shift) => shift.userId === written.user && shift.from < away[1] && away[0] < shift.to)
        .map((shift) => ({
          scheduleId,
          userId: written.user,
          vacation,
          from: Math.max(shift.from, away[0]),
          to: Math.min(shift.to, away[1]),
        }));
    });
  });
}
