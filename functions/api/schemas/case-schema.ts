import * as z from 'zod/mini';
import { countableSchema } from './clock-schema.ts';
import {
  caseFlag,
  categoryName,
  channelName,
  instant,
  list,
  mailAddressSchema,
  priorityName,
  statusName,
} from './vocabulary.ts';

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
  channel: channelName,
  language: z.nullable(z.string()),
  tags: list(z.string()),
  mergedInto: z.nullable(z.string()),
  policyId: z.nullable(z.string()),
  policyVersion: z.nullable(z.string()),
  promise: z.nullable(countableSchema),
  nextDueAt: z.nullable(instant),
  pageCount: z.int(),
  openPageId: z.nullable(z.string()),
  why: z.string(),
});

/** What a list of something else tells of the case that each entry is about. */
export const caseSummarySchema = z.strictObject({
  id: z.string(),
  subject: z.string(),
  status: statusName,
  priority: priorityName,
  category: categoryName,
  assignee: z.nullable(z.string()),
  nextDueAt: z.nullable(instant),
});
