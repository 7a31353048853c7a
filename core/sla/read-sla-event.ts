import * as z from 'zod';
import { categories } from '../case/category.ts';
import { priorities } from '../case/priority.ts';
import { statuses } from '../case/status.ts';
import { DomainError } from '../errors.ts';
import { parseInput } from '../validation/parse-input.ts';
import { clockNames } from './clock-name.ts';
import { channels, promisedMinutesSchema } from './policy.ts';
import type { SlaEvent } from './sla-fact.ts';

const instant = z.string().transform((text, context) => {
  const at = Date.parse(text);
  if (/^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(text) && !Number.isNaN(at))
    return new Date(at).toISOString();
  context.addIssue({
    code: 'custom',
    message: 'write an ISO time with Z or an offset, such as 2026-11-22T10:24:00.000Z',
  });
  return z.NEVER;
});

const envelope = z.looseObject({
  caseId: z.string().min(1),
  seq: z.int().min(1),
  at: instant,
  type: z.string(),
  actor: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('agent'), userId: z.string() }),
    z.object({ kind: z.literal('customer'), address: z.string() }),
    z.object({ kind: z.literal('system'), name: z.string() }),
  ]),
  data: z.looseObject({}),
});

/** What clocks read of each event's data; other fields and other events pass as they are. */
const dataOf = {
  'case.created.v1': z.looseObject({ channel: z.enum(channels) }),
  'message.received.v1': z.looseObject({ automated: z.string().nullable(), isPrivate: z.boolean() }),
  'message.sent.v1': z.looseObject({ automatic: z.boolean() }),
  'triage.assessed.v1': z.looseObject({
    casePriority: z.enum(priorities),
    caseCategory: z.enum(categories),
    caseEmergency: z.boolean(),
  }),
  'case.status-changed.v1': z.looseObject({ from: z.enum(statuses), to: z.enum(statuses) }),
  'case.priority-changed.v1': z.looseObject({ to: z.enum(priorities) }),
  'case.category-changed.v1': z.looseObject({ to: z.enum(categories) }),
  'page.opened.v1': z.looseObject({ why: z.string() }),
  'page.acknowledged.v1': z.looseObject({ userId: z.string(), via: z.string() }),
  'page.cancelled.v1': z.looseObject({ userId: z.string(), reason: z.string() }),
  'consult.sent.v1': z.looseObject({
    consultId: z.string(),
    department: z.string(),
    calendar: z.string().nullable(),
    minutes: promisedMinutesSchema.nullable(),
  }),
  'consult.answered.v1': z.looseObject({ consultId: z.string(), automatic: z.boolean() }),
  'consult.withdrawn.v1': z.looseObject({ consultId: z.string(), reason: z.string() }),
  'case.marked-spam.v1': z.looseObject({ reason: z.string() }),
  'case.unmarked-spam.v1': z.looseObject({ reason: z.string() }),
  'case.merged-into.v1': z.looseObject({ intoCaseId: z.string() }),
  'case.merged-from.v1': z.looseObject({ fromCaseId: z.string(), unansweredSince: instant.nullable() }),
  'case.handed-over.v1': z.looseObject({ to: z.string() }),
  'case.tagged.v1': z.looseObject({ tags: z.array(z.string()) }),
  'case.language-detected.v1': z.looseObject({ language: z.string() }),
  'clock.due-overridden.v1': z.looseObject({
    clock: z.enum(clockNames),
    instance: z.int().min(1),
    dueAt: instant.nullable(),
    reason: z.string(),
  }),
  'case.rebased.v1': z.looseObject({ policyVersion: z.string(), reason: z.string() }),
} as const satisfies Partial<Record<SlaEvent['type'], z.ZodType>>;

/**
 * An event of an exported history, checked as far as clocks read it.
 * @throws DomainError `invalid` `input.invalid` with field and remedy.
 */
export function readSlaEvent(raw: unknown): SlaEvent {
  const event = parseInput(envelope, raw);
  const schema: z.ZodType | undefined = Object.hasOwn(dataOf, event.type)
    ? dataOf[event.type as keyof typeof dataOf]
    : undefined;
  if (schema === undefined) return event as unknown as SlaEvent;
  const { data } = parseInput(z.object({ data: schema }), { data: event.data });
  return { ...event, data } as unknown as SlaEvent;
}

/** The events of an export by case. @throws DomainError `invalid` `sla.history` when there is none. */
export function historiesOf(events: readonly SlaEvent[]): SlaEvent[][] {
  if (events.length === 0)
    throw new DomainError('invalid', 'sla.history', 'the history is empty; export one with events');
  return [...Map.groupBy(events, ({ caseId }) => caseId).values()];
}
