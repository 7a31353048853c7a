import * as z from 'zod';
import { type Tier, tiers } from '../escalation/ladder.ts';
import { strictObject } from '../validation/strict-object.ts';
import { type Contact, contactSchema } from './contact.ts';
import { addressSchema, identifierSchema } from './identifier.ts';

export const roles = ['agent', 'senior', 'lead', 'admin', 'auditor'] as const;
export type Role = (typeof roles)[number];

export const userSchema = strictObject({
  /** Short, for it stands in the address that answers to a page come to, of at most 64 characters. */
  id: identifierSchema.max(24, 'the id of a user is at most 24 characters'),
  name: z.string().min(1, 'give the name that colleagues know').max(100),
  email: addressSchema,
  roles: z
    .array(z.enum(roles, { error: `choose from ${roles.join(', ')}` }))
    .min(1, `give at least one role: ${roles.join(', ')}`),
  /** The rung of a ladder on which the person stands; without it what the roles say. */
  tier: z.enum(tiers, { error: `choose from ${tiers.join(', ')}` }).optional(),
  contacts: z.array(contactSchema).max(20).default([]),
});

export type WrittenUser = z.infer<typeof userSchema>;
export type User = Omit<WrittenUser, 'contacts'> & { contacts: Contact[] };

/** The rung of a ladder on which a person stands; null for one who handles no cases. */
export function tierOf({ tier, roles: held }: Pick<User, 'tier' | 'roles'>): Tier | null {
  if (tier !== undefined) return tier;
  if (held.includes('lead')) return 'lead';
  return held.includes('agent') || held.includes('senior') ? 'agent' : null;
}
