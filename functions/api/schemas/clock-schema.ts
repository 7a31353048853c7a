import * as z from 'zod/mini';
import { clockName, instant, list, priorityName } from './vocabulary.ts';

/** What was promised, and under which version of which policy; minutes of the calendar's open time. */
export const promiseSchema = z.strictObject({
  policyId: z.nullable(z.string()),
  policyVersion: z.string(),
  priority: priorityName,
  targetMinutes: z.nullable(z.number()),
  calendar: z.nullable(z.string()),
  warnings: list(z.number()),
});

export const overrideSchema = z.strictObject({
  dueAt: instant,
  spanMs: z.number(),
  reason: z.string(),
  setBy: z.string(),
});

const nextWarnings = list(z.strictObject({ percent: z.number(), at: instant }));

export const termsSchema = z.nullable(
  z.strictObject({ calendar: z.nullable(z.string()), minutes: z.nullable(z.number()) }),
);

export const sumsSchema = z.strictObject({
  elapsedMs: z.number(),
  remainingMs: z.nullable(z.number()),
  dueAt: z.nullable(instant),
  nextWarnings,
  override: z.nullable(overrideSchema),
});

const condition = z.enum(['running', 'paused', 'met', 'missed', 'cancelled']);

/** What a badge needs to count down by itself. */
export const countableSchema = z.strictObject({
  clock: clockName,
  instance: z.int(),
  state: condition,
  dueAt: z.nullable(instant),
  breachedAt: z.nullable(instant),
  remainingMs: z.nullable(z.number()),
  warned: list(z.number()),
  nextWarnings,
  override: z.nullable(overrideSchema),
  promise: promiseSchema,
});

export const clockStateSchema = z.strictObject({
  caseId: z.string(),
  clock: clockName,
  instance: z.int(),
  subject: z.nullable(z.string()),
  state: condition,
  startedAt: instant,
  countedAt: instant,
  pausedSince: z.nullable(instant),
  pauses: list(z.strictObject({ from: instant, to: z.nullable(instant), why: z.string() })),
  breachedAt: z.nullable(instant),
  endedAt: z.nullable(instant),
  endedWhy: z.nullable(z.string()),
  promise: promiseSchema,
  terms: termsSchema,
  graceMs: z.number(),
  warned: list(z.number()),
  eventCount: z.int(),
  lastSeq: z.nullable(z.int()),
  elapsedMs: z.number(),
  remainingMs: z.nullable(z.number()),
  dueAt: z.nullable(instant),
  nextWarnings,
  override: z.nullable(overrideSchema),
});
