import { type Gap, resolve } from './resolve.ts';
import type { Schedule } from './schedule.ts';

export interface ScheduleGap extends Gap {
  readonly scheduleId: string;
}

const dayMs = 86_400_000;
/** How far ahead somebody still has the time to mend a gap. */
export const daysOfGapsAhead = 30;

/** Where nobody is on duty within the next 30 days from `at` (epoch ms), schedule by schedule, in order. */
export function gapsAhead(schedules: Readonly<Record<string, Schedule>>, at: number): ScheduleGap[] {
  return Object.entries(schedules).flatMap(([scheduleId, schedule]) =>
    resolve(schedule, at, at + daysOfGapsAhead * dayMs).gaps.map((gap) => ({ scheduleId, ...gap })),
  );
}
