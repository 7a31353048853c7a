import * as z from 'zod';
import { strictObject } from '../validation/strict-object.ts';
import { addressSchema, identifierSchema } from './identifier.ts';

const webhookUrl = z
  .url({ protocol: /^https?$/, error: 'write a full http:// or https:// address' })
  .refine((text) => !/^[a-z]+:\/\/[^/]*@/i.test(text), {
    error: 'leave user and password out of the address; the signature proves who calls',
  });

/** Standard Webhooks: `whsec_` and 24 to 64 bytes in base64. */
const secretText = z.string().refine(isWebhookSecret, {
  error:
    'write whsec_ and 24 to 64 random bytes in base64 (make one: echo "whsec_$(openssl rand -base64 32)"), or {env: NAME}',
});

const secretFromEnv = strictObject({
  env: z.string().regex(/^[A-Z_][A-Z0-9_]*$/, {
    error: 'name an environment variable in capitals, such as MARA_WEBHOOK_SECRET',
  }),
});

function isWebhookSecret(text: string): boolean {
  const base64 = /^whsec_((?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?)$/.exec(text)?.[1];
  if (base64 === undefined) return false;
  const bytes = (base64.replace(/=+$/, '').length * 3) / 4;
  return Math.floor(bytes) >= 24 && Math.floor(bytes) <= 64;
}

/** One shape a channel; a new channel is one more entry in this list. */
const contactShapes = [
  strictObject({ id: identifierSchema, channel: z.literal('email'), address: addressSchema }),
  strictObject({
    id: identifierSchema,
    channel: z.literal('webhook'),
    url: webhookUrl,
    secret: z.union([secretText, secretFromEnv], {
      error: 'write whsec_… in quotes, or {env: NAME} to take it from the environment',
    }),
  }),
  strictObject({ id: identifierSchema, channel: z.literal('console') }),
] as const;

export const contactSchema = z.discriminatedUnion('channel', contactShapes, {
  error: (issue) =>
    issue.code === 'invalid_union'
      ? `is not a channel; choose one of ${contactShapes.map((shape) => shape.shape.channel.value).join(', ')}`
      : undefined,
});

/** As written: a secret may still be the name of an environment variable. */
export type WrittenContact = z.infer<typeof contactSchema>;
type Resolved<Contact> = Contact extends { secret: unknown }
  ? Omit<Contact, 'secret'> & { secret: string }
  : Contact;
/** As used: secrets are in place. */
export type Contact = Resolved<WrittenContact>;
export type ContactChannel = Contact['channel'];

export { secretText as webhookSecretSchema };
