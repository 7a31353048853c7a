import * as z from 'zod/mini';
import { ackVias } from '../../../core/page/page.ts';
import { categoryName, instant, list } from './vocabulary.ts';

const targetSchema = z.union([
  z.strictObject({ schedule: z.string() }),
  z.strictObject({ user: z.string() }),
  z.strictObject({ everyone: z.literal(true) }),
]);

export const pageSchema = z.strictObject({
  id: z.string(),
  caseId: z.string(),
  version: z.int(),
  state: z.enum(['open', 'acknowledged', 'cancelled']),
  category: categoryName,
  why: z.string(),
  receivedAt: instant,
  detectedAt: instant,
  openedAt: instant,
  policy: z.strictObject({
    id: z.string(),
    name: z.string(),
    configVersion: z.string(),
    steps: list(z.strictObject({ targets: list(targetSchema), waitSeconds: z.number() })),
    everyoneWaitSeconds: z.number(),
  }),
  attempt: z.nullable(z.int()),
  nextAttemptAt: z.nullable(instant),
  /** The workflow's own secret; never given out. */
  taskToken: z.null(),
  ack: z.nullable(z.strictObject({ userId: z.string(), at: instant, via: z.enum(ackVias) })),
  cancelled: z.nullable(z.strictObject({ userId: z.string(), at: instant, reason: z.string() })),
  firstHumanReplyAt: z.nullable(instant),
});

export const attemptSchema = z.strictObject({
  key: z.string(),
  pageId: z.string(),
  caseId: z.string(),
  number: z.int(),
  why: z.string(),
  userId: z.string(),
  contactId: z.string(),
  channel: z.string(),
  address: z.string(),
  dispatchedAt: instant,
  acceptedAt: z.nullable(instant),
  deliveredAt: z.nullable(instant),
  seenAt: z.nullable(instant),
  ackedAt: z.nullable(instant),
  failedAt: z.nullable(instant),
  error: z.nullable(z.string()),
  providerId: z.nullable(z.string()),
});
