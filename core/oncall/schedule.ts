import * as z from 'zod';
import { isZoneId, unknownZone } from '../calendar/zone.ts';
import { strictObject } from '../validation/strict-object.ts';
import { checkScheduleTimes } from './check-schedule-times.ts';
import { readRestrictionDay, restrictionDayHint } from './restriction-day.ts';
import { readTimeOfDay, timeOfDayHint } from './time-of-day.ts';

/** Hand-offs per rotation type and the most that a rotation's length may be: enough for a lifetime. */
export const longestRotation = 9000;

export const userId = z.string().min(1, 'name a user').max(128, 'a user id is at most 128 characters');
/** One user may be written without the list. */
const userIds = z.union([z.array(userId), userId.transform((id) => [id])], {
  error: 'write a list of user ids',
});
const instantText = z.string().min(1).max(80);

const timeOfDay = z.string().refine((text) => readTimeOfDay(text) !== null, { error: timeOfDayHint });

const day = z
  .union([z.string(), z.number()], { error: restrictionDayHint })
  .refine((written) => readRestrictionDay(written) !== null, { error: restrictionDayHint });

const restriction = strictObject({
  days: z
    .union(
      [
        z.array(day).min(1, 'name at least one day, or leave days out for every day'),
        day.transform((one) => [one]),
      ],
      { error: 'write a list of days' },
    )
    .optional(),
  start: timeOfDay
    .refine((text) => !text.trim().startsWith('24'), { error: 'write 00:00 to start at midnight' })
    .optional(),
  end: timeOfDay.optional(),
})
  .refine(({ start, end }) => (start === undefined) === (end === undefined), {
    error: 'give both start and end, or neither for whole days',
  })
  .refine(({ days, start, end }) => (days ?? start ?? end) !== undefined, {
    error: 'this restricts nothing; give days, or start and end',
  });

const rotation = strictObject({
  type: z.enum(['hourly', 'daily', 'weekly', 'monthly'], {
    error: 'choose hourly, daily, weekly or monthly',
  }),
  length: z
    .int('a length is a whole number of hours, days, weeks or months')
    .min(1, 'a length is at least 1')
    .max(longestRotation, `a length is at most ${longestRotation}`)
    .default(1),
  start: instantText,
});

const layer = strictObject({
  name: z.string().min(1).max(100).optional(),
  users: z
    .array(
      z.union([userId, z.array(userId).min(1, 'name at least one user in the group')], {
        error: 'write a user id, or a list of the user ids that are on duty together',
      }),
    )
    .min(1, 'name at least one user, or delete the layer')
    .max(1000),
  rotation: rotation.optional(),
  shiftMinutes: z.int('whole minutes').min(1, 'a shift is at least a minute').optional(),
  until: instantText.optional(),
  priority: z.int('a priority is a whole number; the higher one covers the lower').default(0),
  restrictions: z.array(restriction).max(200).optional(),
});

const override = strictObject({
  from: instantText,
  to: instantText,
  add: userIds.optional(),
  remove: userIds.optional(),
  /** Who decided it, for the person who asks "why me". */
  by: z.string().min(1, 'say who, or leave by out').max(300).optional(),
}).refine((entry) => (entry.add?.length ?? 0) + (entry.remove?.length ?? 0) > 0, {
  error: 'this override does nothing; name users to add, to remove, or both',
});

const temporary = strictObject({
  from: instantText,
  to: instantText,
  shifts: z.array(strictObject({ user: userId, from: instantText, to: instantText })).max(2000),
});

export const scheduleShape = {
  name: z.string().min(1).max(100).optional(),
  timezone: z.string().refine(isZoneId, { error: (issue) => unknownZone(String(issue.input)) }),
  layers: z.array(layer).max(100),
  overrides: z.array(override).max(5000).optional(),
  temporary: z.array(temporary).max(500).optional(),
};

/**
 * Who is on duty when, as written by people: local times without an offset are in `timezone`.
 * docs/on-call.md says what each field means.
 */
export const scheduleSchema = strictObject(scheduleShape).superRefine(checkScheduleTimes);

export type Schedule = z.infer<typeof scheduleSchema>;
export type Layer = Schedule['layers'][number];
export type Rotation = NonNullable<Layer['rotation']>;
export type Restriction = NonNullable<Layer['restrictions']>[number];
export type Override = NonNullable<Schedule['overrides']>[number];
export type Temporary = NonNullable<Schedule['temporary']>[number];
