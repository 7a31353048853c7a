import * as z from 'zod';
import { strictObject } from '../validation/strict-object.ts';

const mib = 1024 * 1024;
/** Amazon SES receives messages of at most 40 MB; more could never arrive on AWS. */
export const largestMailBytes = 40_000_000;

const bytes = z.int('whole bytes').min(1024, 'at least 1024 bytes');

const text = z
  .string()
  .max(10_000)
  .refine((value) => value.trim() !== '', { error: 'write the text' });

const subject = z
  .string()
  .min(1, 'write the subject')
  .max(200)
  .regex(/^[^\r\n]*$/, { error: 'a subject is one line' });

const attachments = strictObject({
  maxBytes: bytes.default(25 * mib),
  /** Without the dot, lower case. A file whose name ends so is quarantined, whatever it holds. */
  blockedExtensions: z
    .array(z.string().regex(/^[a-z0-9]{1,20}$/, { error: 'write it without the dot, lower case: exe' }))
    .default([
      'exe',
      'scr',
      'com',
      'bat',
      'cmd',
      'pif',
      'msi',
      'jar',
      'js',
      'vbs',
      'ps1',
      'hta',
      'lnk',
      'iso',
      'img',
    ]),
  /** Media types as found by content, lower case, such as application/x-msdownload. */
  blockedTypes: z
    .array(
      z
        .string()
        .regex(/^[a-z0-9!#$&^_.+-]+\/[a-z0-9!#$&^_.+-]+$/, { error: 'write a type such as image/svg+xml' }),
    )
    .default([
      'application/x-msdownload',
      'application/x-executable',
      'application/x-msi',
      'application/java-archive',
    ]),
});

const autoAcknowledgement = strictObject({
  enabled: z.boolean().default(true),
  /** At most so many to one address in any 60 minutes, so that two machines never talk without end. */
  perAddressPerHour: z.int().min(1, 'at least 1; to send none, set enabled: false').max(60).default(2),
  text: text.default(
    'Thank you for writing to us. A person on our team will read your message and answer you here.\n',
  ),
  /** To a person in a crisis category: calm, no thanks for contacting, no cheer. */
  crisisText: text.default(
    'We have your message, and it goes before others. A person on our team will read it and answer you here.\n' +
      'If you or someone else is in immediate danger, please call your local emergency number.\n',
  ),
  subjects: strictObject({
    ordinary: subject.default('We have received your message'),
    crisis: subject.default('We have received your message'),
  }).prefault({}),
});

export const mailSettingsSchema = strictObject({
  /** Largest message accepted; larger ones are refused with 552 before they are read. */
  maxBytes: bytes
    .max(largestMailBytes, `at most ${largestMailBytes}: Amazon SES takes no more`)
    .default(30 * mib),
  attachments: attachments.prefault({}),
  autoAcknowledgement: autoAcknowledgement.prefault({}),
  /** Below every reply. */
  signature: z.string().max(2000).default(''),
}).refine((mail) => mail.attachments.maxBytes <= mail.maxBytes, {
  path: ['attachments', 'maxBytes'],
  error: 'is larger than mail.maxBytes, so it could never be reached; lower it or raise mail.maxBytes',
});

export type MailSettings = z.infer<typeof mailSettingsSchema>;
