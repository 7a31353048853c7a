import * as z from 'zod/mini';
import { categories } from '../case/category.ts';
import { priorities } from '../case/priority.ts';
import { escalationVias } from '../escalation/escalation.ts';
import { tiers } from '../escalation/ladder.ts';
import { clockNames } from '../sla/clock-name.ts';

/** The source under which the events of this desk are on the bus. */
export const eventSource = 'harborwatch';

const id = z.string().check(z.minLength(1));
const instant = z.iso.datetime({ precision: 3 });
const clock = z.enum(clockNames);
const instance = z.int().check(z.gte(1));

/** How the case stood, in the words of the policy: nothing that a person wrote, and nobody's name or address. */
const standing = { priority: z.enum(priorities), category: z.enum(categories) };

const promise = {
  clock,
  /** From 1: a clock can run again. */
  instance,
  /** The question to a department that it is about; null for every other clock. */
  subject: z.nullable(z.string()),
  ...standing,
  /** Null when no policy matches the case. */
  policyId: z.nullable(z.string()),
  policyVersion: id,
  startedAt: instant,
  /** Null where a person set the date and the policy promises nothing. */
  targetMinutes: z.nullable(z.number()),
};

const cause = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('promise'), clock, instance }),
  z.object({
    kind: z.literal('manual'),
    /** A user id of the desk; their reason stays in the desk. */
    by: z.string(),
    to: z.union([
      z.object({ tier: z.enum(tiers) }),
      z.object({ user: z.string() }),
      z.object({ department: z.string() }),
    ]),
  }),
  z.object({ kind: z.literal('handover'), from: z.string(), shiftEndedAt: instant }),
]);

const escalation = {
  escalationId: id,
  cause,
  /** Null for the ladder of last resort. */
  ladderId: z.nullable(z.string()),
  policyVersion: id,
  ...standing,
};

const told = z.object({
  /** A user id of the desk; null for a department. */
  userId: z.nullable(z.string()),
  department: z.nullable(z.string()),
  channel: z.string(),
});

function event<const Type extends string, Data extends z.core.$ZodLooseShape>(type: Type, data: Data) {
  return z.object({
    /** The same for every repeat. */
    id,
    type: z.literal(type),
    /** When it happened, however late it was recorded. */
    time: instant,
    caseId: id,
    data: z.object(data),
  });
}

/** By type: what other systems hear of promises. A version may gain fields; whatever else changes makes a new one. */
export const deskEventSchemas = {
  'sla.warned.v1': event('sla.warned.v1', {
    ...promise,
    /** Null when it is worked out afterwards for a clock that stands by now. */
    dueAt: z.nullable(instant),
    /** Of the target, or of the time to the date that a person set, that is gone. */
    percent: z.number(),
  }),
  'sla.breached.v1': event('sla.breached.v1', {
    ...promise,
    /** The instant of the breach, as `time`. */
    dueAt: instant,
  }),
  'escalation.opened.v1': event('escalation.opened.v1', escalation),
  'escalation.notified.v1': event('escalation.notified.v1', {
    ...escalation,
    /** Of the ladder, from 0; null for the person or department that somebody named. */
    level: z.nullable(z.int().check(z.gte(0))),
    tier: z.enum([...tiers, 'person', 'department']),
    /** Empty when it reached nobody: then the next level follows at once. */
    told: z.array(told),
  }),
  'escalation.acknowledged.v1': event('escalation.acknowledged.v1', {
    ...escalation,
    /** A user id of the desk. */
    by: z.string(),
    via: z.enum(escalationVias),
  }),
  'escalation.ended.v1': event('escalation.ended.v1', escalation),
} as const;

export const deskEventSchema = z.discriminatedUnion('type', [
  deskEventSchemas['sla.warned.v1'],
  deskEventSchemas['sla.breached.v1'],
  deskEventSchemas['escalation.opened.v1'],
  deskEventSchemas['escalation.notified.v1'],
  deskEventSchemas['escalation.acknowledged.v1'],
  deskEventSchemas['escalation.ended.v1'],
]);

export type DeskEvent = z.infer<typeof deskEventSchema>;
export type DeskEventType = DeskEvent['type'];
export type DeskEventOf<Type extends DeskEventType> = Extract<DeskEvent, { type: Type }>;
