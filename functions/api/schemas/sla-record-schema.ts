import * as z from 'zod/mini';
import { promiseSchema, sumsSchema, termsSchema } from './clock-schema.ts';
import { escalationCauseSchema, escalationViaName } from './escalation-schema.ts';
import { clockName, instant, list } from './vocabulary.ts';

function metric<const Type extends string, Data extends z.core.$ZodLooseShape>(type: Type, data: Data) {
  return z.strictObject({
    type: z.literal(type),
    caseId: z.string(),
    clock: clockName,
    instance: z.int(),
    n: z.int(),
    at: instant,
    seq: z.nullable(z.int()),
    why: z.string(),
    ...data,
  });
}

function escalated<const Type extends string, Data extends z.core.$ZodLooseShape>(type: Type, data: Data) {
  return z.strictObject({
    type: z.literal(type),
    caseId: z.string(),
    escalationId: z.string(),
    at: instant,
    why: z.string(),
    ...data,
  });
}

const notice = z.strictObject({
  userId: z.nullable(z.string()),
  department: z.nullable(z.string()),
  contactId: z.string(),
  channel: z.string(),
  why: z.string(),
});

/** The log of a case's promises: the events of its clocks and of its escalations, as they were recorded. */
export const slaRecordSchema = z.discriminatedUnion('type', [
  metric('activate', {
    startedAt: instant,
    subject: z.nullable(z.string()),
    promise: promiseSchema,
    terms: termsSchema,
    sums: sumsSchema,
  }),
  metric('pause', { sums: sumsSchema }),
  metric('resume', { reopened: z.boolean(), graceMs: z.number(), sums: sumsSchema }),
  metric('fulfil', { by: z.string(), sums: sumsSchema }),
  metric('cancel', { sums: sumsSchema }),
  metric('retarget', {
    cause: z.enum(['first-target', 'case-changed', 'override', 'rebase', 'merge']),
    startedAt: instant,
    promise: promiseSchema,
    sums: sumsSchema,
    warned: list(z.number()),
  }),
  metric('warn', { percent: z.number() }),
  metric('breach', {}),
  escalated('escalation.opened', { cause: escalationCauseSchema, ladderId: z.nullable(z.string()) }),
  escalated('escalation.reminded', { beforeMinutes: z.number(), notices: list(notice) }),
  escalated('escalation.notified', { level: z.int(), tier: z.string(), notices: list(notice) }),
  escalated('escalation.undelivered', { notice, error: z.string() }),
  escalated('escalation.acknowledged', { by: z.string(), via: escalationViaName }),
  escalated('escalation.ended', {}),
]);
