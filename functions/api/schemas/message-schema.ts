import * as z from 'zod/mini';
import { actorSchema, categoryName, instant, list, mailAddressSchema, priorityName } from './vocabulary.ts';

export const attachmentSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  contentType: z.string(),
  size: z.int(),
  sha256: z.string(),
  inline: z.boolean(),
  state: z.enum(['ok', 'quarantined']),
  reason: z.nullable(z.string()),
});

const signalSchema = z.strictObject({
  rule: z.string(),
  category: categoryName,
  field: z.enum(['subject', 'text', 'quoted']),
  /** Offsets into the field: start inclusive, end exclusive. */
  span: z.readonly(z.tuple([z.int(), z.int()])),
  text: z.string(),
  level: priorityName,
  weight: z.number(),
  suppressedBy: z.optional(z.string()),
});

const verdictSchema = z.strictObject({
  priority: priorityName,
  category: categoryName,
  emergency: z.boolean(),
  signals: list(signalSchema),
  why: z.string(),
});

export const messageSchema = z.strictObject({
  caseId: z.string(),
  id: z.string(),
  kind: z.enum(['inbound', 'outbound', 'note']),
  at: instant,
  author: actorSchema,
  from: z.nullable(mailAddressSchema),
  to: list(mailAddressSchema),
  cc: list(mailAddressSchema),
  subject: z.string(),
  text: z.string(),
  reply: z.string(),
  quoted: z.string(),
  bodyKey: z.nullable(z.string()),
  attachments: list(attachmentSchema),
  rawKey: z.nullable(z.string()),
  rfcMessageId: z.nullable(z.string()),
  inReplyTo: z.nullable(z.string()),
  references: list(z.string()),
  verdict: z.nullable(verdictSchema),
  automated: z.nullable(z.strictObject({ kind: z.string(), reason: z.string() })),
  isPrivate: z.boolean(),
  problems: list(z.string()),
  /** The consult that it belongs to: such a message is between desk and department, never the customer's. */
  consultId: z.optional(z.string()),
  delivery: z.nullable(
    z.strictObject({
      state: z.enum(['queued', 'sent', 'undelivered']),
      at: instant,
      providerMessageId: z.nullable(z.string()),
      detail: z.nullable(z.string()),
    }),
  ),
});

export const messageBodySchema = z.strictObject({
  text: z.string(),
  reply: z.string(),
  quoted: z.string(),
  html: z.nullable(z.string()),
});
