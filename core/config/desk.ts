import * as z from 'zod';
import { isZoneId, unknownZone } from '../calendar/zone.ts';
import { strictObject } from '../validation/strict-object.ts';

export const mailDomainSchema = z
  .string()
  .regex(/^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/i, {
    error: 'write a domain name such as harborwatch.example, without @',
  });

export const deskSchema = strictObject({
  name: z.string().min(1, 'give the desk a name').max(100),
  /** Without one the environment must name it (HARBORWATCH_MAIL_DOMAIN); the environment wins over this. */
  mailDomain: mailDomainSchema.optional(),
  /** The part before the @ of the address that people write to. */
  supportAddress: z
    .string()
    .regex(/^[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?$/, {
      error: 'write only the part before the @, in lower case, such as help (no + : replies use it)',
    })
    .default('help'),
  /** The sender's name that people see. */
  fromName: z
    .string()
    .min(1, 'give the name that people see as the sender')
    .max(100)
    .regex(/^[^\r\n<>"]*$/, { error: 'leave out line breaks, quotes and angle brackets' }),
  /** Where phones reach the console and the links of a page, when the desk stands behind a proxy or tunnel. */
  publicUrl: z
    .url({ protocol: /^https?$/, error: 'write the address people open, such as https://desk.example.com' })
    .refine((url) => !url.endsWith('/'), { error: 'leave out the slash at the end' })
    .optional(),
  timezone: z
    .string()
    .refine(isZoneId, { error: (issue) => unknownZone(String(issue.input)) })
    .default('UTC'),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: 'write a language tag such as en or pt-BR' })
    .default('en'),
});

export type Desk = z.infer<typeof deskSchema>;
