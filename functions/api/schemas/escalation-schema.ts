import * as z from 'zod/mini';
import { escalationVias } from '../../../core/escalation/escalation.ts';
import { clockName, instant, list, tierName } from './vocabulary.ts';

export const escalateToSchema = z.union([
  z.strictObject({ tier: tierName }),
  z.strictObject({ user: z.string() }),
  z.strictObject({ department: z.string() }),
]);

export const escalationCauseSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('promise'), clock: clockName, instance: z.int() }),
  z.strictObject({ kind: z.literal('manual'), by: z.string(), reason: z.string(), to: escalateToSchema }),
  z.strictObject({ kind: z.literal('handover'), from: z.string(), shiftEndedAt: instant }),
]);

export const escalationViaName = z.enum(escalationVias);

const levelAt = z.nullable(z.strictObject({ level: z.int(), at: instant }));

/** Without the workflow's own secret, its task token. */
export const escalationSchema = z.strictObject({
  id: z.string(),
  caseId: z.string(),
  number: z.int(),
  cause: escalationCauseSchema,
  ladderId: z.nullable(z.string()),
  policyVersion: z.string(),
  state: z.enum(['open', 'acknowledged', 'ended']),
  openedAt: instant,
  remindedMinutes: list(z.number()),
  told: levelAt,
  manual: levelAt,
  round: z.int(),
  nextStepAt: z.nullable(instant),
  toldUsers: z.optional(list(z.string())),
  acknowledged: z.nullable(z.strictObject({ by: z.string(), via: escalationViaName, at: instant })),
  ended: z.nullable(z.strictObject({ at: instant, why: z.string() })),
});
