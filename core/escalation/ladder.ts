import * as z from 'zod';
import { identifierSchema } from '../config/identifier.ts';
import { strictObject } from '../validation/strict-object.ts';

/** The rungs, lowest first. */
export const tiers = ['agent', 'lead', 'manager', 'head'] as const;
export type Tier = (typeof tiers)[number];

export type LadderTarget =
  | { readonly assignee: true }
  | { readonly user: string }
  | { readonly schedule: string }
  | { readonly role: Tier };

const targetHint = 'write one of {assignee: true}, {user: ID}, {schedule: ID} or {role: lead}';

const target = strictObject({
  assignee: z.literal(true, { error: targetHint }).optional(),
  user: identifierSchema.optional(),
  schedule: identifierSchema.optional(),
  role: z.enum(tiers).optional(),
})
  .refine((entry) => Object.values(entry).filter((value) => value !== undefined).length === 1, {
    error: `one target an entry: ${targetHint}`,
  })
  .transform((entry): LadderTarget => {
    if (entry.assignee !== undefined) return { assignee: true };
    if (entry.user !== undefined) return { user: entry.user };
    if (entry.schedule !== undefined) return { schedule: entry.schedule };
    return { role: entry.role ?? 'agent' };
  });

const notice = {
  targets: z.array(target).min(1, 'name at least one target').max(50),
  channels: z
    .array(z.enum(['console', 'email', 'webhook']))
    .min(1, 'name at least one channel')
    .default(['console', 'email']),
};

const wholeMinutes = z.int('whole minutes').min(1, 'at least 1 minute').max(43_200, 'at most 30 days');

/** How a promise is kept in sight: reminders before it is due, levels after it was missed. */
export const ladderSchema = strictObject({
  name: z.string().min(1).max(100),
  reminders: z
    .array(strictObject({ beforeMinutes: wholeMinutes, ...notice }))
    .max(10)
    .default([]),
  levels: z
    .array(strictObject({ tier: z.enum(tiers), waitMinutes: wholeMinutes, ...notice }))
    .min(1, 'a ladder needs at least one level')
    .max(tiers.length),
  /** The last level is told again and again, so long apart, until someone answers; without it, once. */
  repeatLastMinutes: wholeMinutes.optional(),
}).superRefine(({ reminders, levels }, report) => {
  levels.forEach(({ tier }, i) => {
    const below = levels[i - 1]?.tier;
    if (below !== undefined && tiers.indexOf(tier) <= tiers.indexOf(below))
      report.addIssue({
        code: 'custom',
        path: ['levels', i, 'tier'],
        message: `${tier} is not above ${below}; a ladder climbs ${tiers.join(', ')}`,
      });
  });
  reminders.forEach(({ beforeMinutes }, i) => {
    if (reminders.findIndex((entry) => entry.beforeMinutes === beforeMinutes) !== i)
      report.addIssue({
        code: 'custom',
        path: ['reminders', i],
        message: 'is at the time of another; keep one',
      });
  });
});

export type Ladder = z.infer<typeof ladderSchema>;
export type Reminder = Ladder['reminders'][number];
export type Level = Ladder['levels'][number];
