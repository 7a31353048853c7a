import * as z from 'zod/mini';
import { clockStateSchema } from './clock-schema.ts';
import { escalationSchema } from './escalation-schema.ts';
import { policySetSchema } from './policy-set-schema.ts';
import { clockName, instant, list } from './vocabulary.ts';

const policyRef = z.nullable(z.strictObject({ id: z.string(), name: z.string() }));

/** The promises of a case and all that a badge needs to count them down. */
export const caseSlaSchema = z.strictObject({
  version: z.int(),
  policyVersion: z.string(),
  policy: policyRef,
  /** Why this policy, and why not the ones before it. */
  why: z.string(),
  clocks: list(clockStateSchema),
  escalations: list(escalationSchema),
  policySet: policySetSchema,
});

const stretchWhy = z.enum(['open', 'closed', 'holiday', 'paused']);

/** A clock in words and stretches. */
const explanationSchema = z.strictObject({
  sentence: z.string(),
  /** For a person to check: promised, counted, left. */
  sum: z.string(),
  /** False for a clock without a target: it only measures. */
  isPromised: z.boolean(),
  /** The zone in which the stretches are best read. */
  timezone: z.string(),
  /** The calendar whose open time counts, or `around the clock`. */
  counts: z.string(),
  from: instant,
  to: instant,
  stretches: list(
    z.strictObject({
      from: instant,
      to: instant,
      counted: z.boolean(),
      why: stretchWhy,
      name: z.nullable(z.string()),
      ms: z.number(),
    }),
  ),
  /** So many are left out in the middle of `stretches`. */
  hidden: z.int(),
  totalMs: z.strictObject({
    open: z.number(),
    closed: z.number(),
    holiday: z.number(),
    paused: z.number(),
  }),
  left: z.strictObject({
    label: z.string(),
    businessMs: z.nullable(z.number()),
    wallMs: z.nullable(z.number()),
  }),
  /** The due time on that zone's clock; null while paused, ended or without a target. */
  due: z.nullable(z.string()),
});

export const explainedSlaSchema = z.strictObject({
  caseId: z.string(),
  at: instant,
  policyVersion: z.nullable(z.string()),
  policy: policyRef,
  why: z.string(),
  clocks: list(z.strictObject({ clock: clockStateSchema, explanation: explanationSchema })),
});

export const rebasePreviewSchema = z.strictObject({
  caseId: z.string(),
  subject: z.string(),
  policyVersion: z.nullable(z.string()),
  unmatched: z.boolean(),
  moved: list(
    z.strictObject({
      clock: clockName,
      instance: z.int(),
      dueBefore: z.nullable(instant),
      dueAfter: z.nullable(instant),
      policyBefore: z.nullable(z.string()),
      policyAfter: z.nullable(z.string()),
      breachAppears: z.boolean(),
      keeps: z.nullable(z.enum(['breach', 'override'])),
    }),
  ),
});

export const policyProblemSchema = z.strictObject({
  severity: z.enum(['error', 'warning']),
  field: z.optional(z.string()),
  message: z.string(),
});
