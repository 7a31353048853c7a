import * as z from 'zod/mini';
import { clockNames } from '../../../core/sla/clock-name.ts';
import { categoryName, channelName, list, priorityName, tierName } from './vocabulary.ts';

const opening = z.tuple([z.string(), z.string()]);
const day = z.optional(z.array(opening));
const hours = z.strictObject({ mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day });

const holiday = z.union([
  z.string(),
  z.strictObject({
    date: z.string(),
    name: z.optional(z.string()),
    hours: z.optional(z.array(opening)),
  }),
  z.strictObject({ from: z.string(), to: z.string(), name: z.optional(z.string()) }),
]);

export const calendarSchema = z.strictObject({
  timezone: z.string(),
  hours: z.optional(hours),
  holidays: z.optional(z.array(holiday)),
  versions: z.optional(z.array(z.strictObject({ from: z.string(), hours: z.optional(hours) }))),
});

const ladderTarget = z.union([
  z.strictObject({ assignee: z.literal(true) }),
  z.strictObject({ user: z.string() }),
  z.strictObject({ schedule: z.string() }),
  z.strictObject({ role: tierName }),
]);
const notice = { targets: z.array(ladderTarget), channels: z.array(z.enum(['console', 'email', 'webhook'])) };

export const ladderSchema = z.strictObject({
  name: z.string(),
  reminders: z.array(z.strictObject({ beforeMinutes: z.number(), ...notice })),
  levels: z.array(z.strictObject({ tier: tierName, waitMinutes: z.number(), ...notice })),
  repeatLastMinutes: z.optional(z.number()),
});

const target = z.optional(
  z.union([z.number(), z.strictObject({ minutes: z.number(), calendar: z.optional(z.string()) })]),
);
const byPriority = z.optional(
  z.strictObject({ emergency: target, urgent: target, high: target, normal: target, low: target }),
);
const targets = Object.fromEntries(clockNames.map((clock) => [clock, byPriority])) as Record<
  (typeof clockNames)[number],
  typeof byPriority
>;

export const policySchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  match: z.strictObject({
    channels: z.optional(z.array(channelName)),
    categories: z.optional(z.array(categoryName)),
    priorities: z.optional(z.array(priorityName)),
    languages: z.optional(z.array(z.string())),
    tags: z.optional(z.array(z.string())),
  }),
  calendar: z.string(),
  targets: z.strictObject(targets),
  warnings: z.array(z.number()),
  escalation: z.optional(z.string()),
  reopenGraceMinutes: z.number(),
});

const calendars = z.record(z.string(), calendarSchema);
const ladders = z.record(z.string(), ladderSchema);

/** One version of the promises, to which cases are pinned. */
export const policySetSchema = z.strictObject({
  version: z.string(),
  calendars,
  ladders,
  policies: list(policySchema),
  crisisCategories: list(categoryName),
});

export const departmentSchema = z.strictObject({
  name: z.string(),
  email: z.string(),
  calendar: z.optional(z.string()),
  answerMinutes: z.optional(z.number()),
});

/** The promises as they are written, which the editor changes. */
export const promisesSchema = z.strictObject({
  calendars,
  ladders,
  policies: list(policySchema),
  departments: z.record(z.string(), departmentSchema),
});
