import * as z from 'zod';
import { categories } from '../case/category.ts';
import { type Priority, priorities } from '../case/priority.ts';
import { identifierSchema } from '../config/identifier.ts';
import { didYouMean } from '../validation/did-you-mean.ts';
import { strictObject } from '../validation/strict-object.ts';
import type { ClockName } from './clock-name.ts';

/** Where a case came in. */
export const channels = ['email', 'chat', 'zendesk', 'intercom', 'kustomer'] as const;
export type Channel = (typeof channels)[number];

/** A year: a longer promise is a slip of the pen. */
const mostMinutes = 527_040;

export const promisedMinutesSchema = z
  .number('write a number of minutes')
  .positive('is no time at all; write more than 0 minutes, or leave the target out for none')
  .max(mostMinutes, `is more than a year; write at most ${mostMinutes} minutes`);

const target = z.union(
  [
    promisedMinutesSchema,
    strictObject({ minutes: promisedMinutesSchema, calendar: identifierSchema.optional() }),
  ],
  { error: 'write a number of minutes, or {minutes, calendar} with one' },
);

const targetOrNone = target.optional();
const byPriority = strictObject({
  emergency: targetOrNone,
  urgent: targetOrNone,
  high: targetOrNone,
  normal: targetOrNone,
  low: targetOrNone,
} satisfies Record<Priority, typeof targetOrNone>).optional();

function oneOf<const Values extends readonly [string, ...string[]]>(values: Values, what: string) {
  return z.enum(values, {
    error: (issue) => `"${String(issue.input)}" is no ${what}${didYouMean(String(issue.input), values)}`,
  });
}

function listOf<Value extends z.ZodType>(value: Value) {
  return z
    .array(value)
    .min(1, 'an empty list matches nothing; leave it out to match everything')
    .max(200)
    .optional();
}

/** A case matches when every list that is given has its value; of `tags` it needs one. */
const matchSchema = strictObject({
  channels: listOf(oneOf(channels, 'channel')),
  categories: listOf(oneOf(categories, 'category')),
  priorities: listOf(oneOf(priorities, 'priority')),
  languages: listOf(z.string().regex(/^[a-z]{2,3}$/, 'write a language as en, es, fr …')),
  tags: listOf(z.string().min(1).max(100)),
});
export type PolicyMatch = z.infer<typeof matchSchema>;

export const policySchema = strictObject({
  id: identifierSchema,
  name: z.string().min(1).max(100),
  match: matchSchema.prefault({}),
  /** The calendar that open time is counted in, where a target names none of its own. */
  calendar: identifierSchema,
  /** Minutes by clock and priority; a clock without one runs, but promises nothing. */
  targets: strictObject({
    'emergency-ack': byPriority,
    'first-reply': byPriority,
    'next-reply': byPriority,
    'keep-informed': byPriority,
    department: byPriority,
    'agent-work': byPriority,
    'first-resolution': byPriority,
    'total-resolution': byPriority,
  } satisfies Record<ClockName, typeof byPriority>),
  /** Percent of the target at which a warning goes out. */
  warnings: z
    .array(z.int('whole percent').min(1, 'from 1 %').max(99, 'to 99 %; 100 % is the breach'))
    .max(10)
    .refine((percents) => new Set(percents).size === percents.length, 'name each percent once')
    .default([50, 80]),
  /** The ladder that a breach climbs; none only records it. */
  escalation: identifierSchema.optional(),
  /** What total-resolution has left at least when a solved case reopens. */
  reopenGraceMinutes: z.number().min(0).max(mostMinutes).default(60),
});
export type Policy = z.infer<typeof policySchema>;

export interface Target {
  readonly minutes: number;
  /** The calendar that the target itself names; null for the policy's. */
  readonly calendar: string | null;
}

/** What a policy promises for a clock; null when it promises nothing. */
export function targetOf(policy: Policy, clock: ClockName, priority: Priority): Target | null {
  const written = policy.targets[clock]?.[priority];
  if (written === undefined) return null;
  if (typeof written === 'number') return { minutes: written, calendar: null };
  return { minutes: written.minutes, calendar: written.calendar ?? null };
}
