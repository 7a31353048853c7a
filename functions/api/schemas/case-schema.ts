import * as z from 'zod/mini';
import { categories } from '../../../core/case/category.ts';
import { priorities } from '../../../core/case/priority.ts';
import { statuses } from '../../../core/case/status.ts';

export const instant = z.iso.datetime({ precision: 3 });
export const statusName = z.enum(statuses);
export const priorityName = z.enum(priorities);
export const categoryName = z.enum(categories);

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
]);

export const caseSchema = z.strictObject({
  id: z.string(),
  version: z.int(),
  eventCount: z.int(),
  subject: z.string(),
  status: statusName,
  priority: priorityName,
  category: categoryName,
  emergency: z.boolean(),
  requester: mailAddressSchema,
  participants: list(z.string()),
  assignee: z.nullable(z.string()),
  flags: list(caseFlag),
  linkedCaseIds: list(z.string()),
  createdAt: instant,
  updatedAt: instant,
  lastInboundAt: z.nullable(instant),
  unansweredSince: z.nullable(instant),
  nextDueAt: z.nullable(instant),
  pageCount: z.int(),
  openPageId: z.nullable(z.string()),
  why: z.string(),
});
