import * as z from 'zod/mini';
import { escalateToSchema } from './escalation-schema.ts';
import {
  actorSchema,
  caseFlag,
  categoryName,
  channelName,
  clockName,
  instant,
  list,
  mailAddressSchema,
  priorityName,
  statusName,
} from './vocabulary.ts';

function event<const Type extends string, Data extends z.core.$ZodLooseShape>(type: Type, data: Data) {
  return z.strictObject({
    type: z.literal(type),
    data: z.strictObject(data),
    caseId: z.string(),
    seq: z.int(),
    at: instant,
    actor: actorSchema,
  });
}

function change<const Type extends string, Value extends z.core.$ZodType>(type: Type, value: Value) {
  return event(type, { from: value, to: value, reason: z.nullable(z.string()) });
}

export const caseEventSchema = z.discriminatedUnion('type', [
  event('case.created.v1', {
    subject: z.string(),
    requester: mailAddressSchema,
    participants: list(z.string()),
    channel: channelName,
    linkedCaseIds: list(z.string()),
    linkedWhy: z.nullable(z.string()),
  }),
  event('message.received.v1', {
    messageId: z.string(),
    from: mailAddressSchema,
    automated: z.nullable(z.string()),
    isPrivate: z.boolean(),
    flags: list(caseFlag),
    why: z.string(),
  }),
  event('triage.assessed.v1', {
    messageId: z.string(),
    priority: priorityName,
    category: categoryName,
    emergency: z.boolean(),
    rules: list(z.string()),
    why: z.string(),
    casePriority: priorityName,
    caseCategory: categoryName,
    caseEmergency: z.boolean(),
    failed: z.boolean(),
  }),
  event('message.sent.v1', { messageId: z.string(), to: list(z.string()), automatic: z.boolean() }),
  event('message.undelivered.v1', {
    messageId: z.nullable(z.string()),
    recipients: list(z.strictObject({ address: z.string(), status: z.string() })),
    detail: z.string(),
  }),
  event('note.added.v1', { messageId: z.string() }),
  change('case.status-changed.v1', statusName),
  change('case.priority-changed.v1', priorityName),
  change('case.category-changed.v1', categoryName),
  change('case.assigned.v1', z.nullable(z.string())),
  event('case.linked.v1', { caseId: z.string(), why: z.string() }),
  event('page.opened.v1', { pageId: z.string(), why: z.string() }),
  event('page.acknowledged.v1', { pageId: z.string(), userId: z.string(), via: z.string() }),
  event('page.cancelled.v1', { pageId: z.string(), userId: z.string(), reason: z.string() }),
  event('case.escalated.v1', { to: escalateToSchema, reason: z.string() }),
  event('case.handed-over.v1', { from: z.string(), to: z.string(), note: z.string() }),
  event('case.marked-spam.v1', { reason: z.string() }),
  event('case.unmarked-spam.v1', { reason: z.string() }),
  event('case.merged-into.v1', { intoCaseId: z.string() }),
  event('case.merged-from.v1', {
    fromCaseId: z.string(),
    unansweredSince: z.nullable(instant),
    participants: list(z.string()),
  }),
  event('case.tagged.v1', { tags: list(z.string()) }),
  event('case.language-detected.v1', { language: z.string() }),
  event('case.rebased.v1', { policyVersion: z.string(), reason: z.string() }),
  event('clock.due-overridden.v1', {
    clock: clockName,
    instance: z.int(),
    dueAt: z.nullable(instant),
    reason: z.string(),
  }),
  event('consult.sent.v1', {
    consultId: z.string(),
    department: z.string(),
    calendar: z.nullable(z.string()),
    minutes: z.nullable(z.number()),
  }),
  event('consult.answered.v1', { consultId: z.string(), automatic: z.boolean() }),
  event('consult.withdrawn.v1', { consultId: z.string(), reason: z.string() }),
]);
