import * as z from 'zod';
import { strictObject } from '../validation/strict-object.ts';

const waitSeconds = z
  .int('whole seconds')
  .min(15, 'wait at least 15 seconds: a person needs time to answer')
  .max(3600, 'wait at most 3600 seconds: someone may be in danger');

export type PolicyTarget = { schedule: string } | { user: string } | { everyone: true };

const targetHint = 'write one of {schedule: ID}, {user: ID} or {everyone: true}';

const target = strictObject({
  schedule: z.string().optional(),
  user: z.string().optional(),
  everyone: z.literal(true, { error: targetHint }).optional(),
})
  .refine((entry) => Object.values(entry).filter((value) => value !== undefined).length === 1, {
    error: `one target an entry: ${targetHint}`,
  })
  .transform((entry): PolicyTarget => {
    if (entry.schedule !== undefined) return { schedule: entry.schedule };
    if (entry.user !== undefined) return { user: entry.user };
    return { everyone: true };
  });

/**
 * Steps in order, each waited for; after the last one comes everyone, waited for too, and then the first
 * step again, without end, until a human answers. A policy of schedules alone is refused: a schedule may be
 * empty, a user or everyone never is.
 */
export const escalationPolicySchema = strictObject({
  name: z.string().min(1).max(100),
  steps: z
    .array(
      strictObject({
        targets: z.array(target).min(1, 'name at least one target').max(50),
        waitSeconds,
      }),
    )
    .min(1, 'a policy needs at least one step')
    .max(50),
  everyoneWaitSeconds: waitSeconds.default(60),
}).refine(alwaysReachesSomeone, {
  path: ['steps'],
  error:
    'no step always reaches someone (a schedule may be empty); add {user: ID} or {everyone: true} to a step',
});

function alwaysReachesSomeone(policy: { steps: { targets: PolicyTarget[] }[] }): boolean {
  // Nothing written yet is another mistake, and is named as such.
  if (policy.steps.length === 0 || policy.steps.some((step) => step.targets.length === 0)) return true;
  return policy.steps.some((step) => step.targets.some((entry) => !('schedule' in entry)));
}

export type EscalationPolicy = z.infer<typeof escalationPolicySchema>;
