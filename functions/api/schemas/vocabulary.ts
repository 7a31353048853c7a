import * as z from 'zod/mini';
import { categories } from '../../../core/case/category.ts';
import { priorities } from '../../../core/case/priority.ts';
import { statuses } from '../../../core/case/status.ts';
import { tiers } from '../../../core/escalation/ladder.ts';
import { clockNames } from '../../../core/sla/clock-name.ts';
import { channels } from '../../../core/sla/policy.ts';

/** The words that all answers are made of. */
export const instant = z.iso.datetime({ precision: 3 });
export const statusName = z.enum(statuses);
export const priorityName = z.enum(priorities);
export const categoryName = z.enum(categories);
export const channelName = z.enum(channels);
export const clockName = z.enum(clockNames);
export const tierName = z.enum(tiers);

export function list<Item extends z.core.$ZodType>(item: Item) {
  return z.readonly(z.array(item));
}

export const mailAddressSchema = z.strictObject({ address: z.string(), name: z.string() });

export const actorSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('agent'), userId: z.string() }),
  z.strictObject({ kind: z.literal('customer'), address: z.string() }),
  z.strictObject({ kind: z.literal('system'), name: z.string() }),
]);

export const caseFlag = z.enum([
  'triage-failed',
  'unparseable',
  'untrusted-sender',
  'undelivered',
  'unread-private',
  'review',
  'spam',
]);

export const userRef = z.strictObject({ id: z.string(), name: z.string() });
