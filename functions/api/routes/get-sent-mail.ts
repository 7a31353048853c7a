import * as z from 'zod/mini';
import { DomainError } from '../../../core/errors.ts';
import { strictShape } from '../../http/strict-shape.ts';
import { requireOutbox } from '../require-outbox.ts';
import { route } from '../route.ts';

const remedy = 'write the id of a mail, as the outbox lists it';
/** The outbox is a window for people, not an archive: what is older than this is not found by id. */
const searched = 10_000;

export const getSentMail = route({
  method: 'GET',
  path: '/api/outbox/{mailId}',
  id: 'getSentMail',
  summary: 'A mail that this machine has sent or kept, whole',
  access: 'read',
  params: strictShape({
    mailId: z.string({ error: remedy }).check(z.regex(/^[A-Za-z0-9._-]{1,200}$/, { error: remedy })),
  }),
  answer: { status: 200, schema: 'SentMail' },
  problems: ['outbox.not-here', 'outbox.missing'],
  run: async ({ params }, { ports, options }) => {
    const outbox = requireOutbox(options);
    const [raw, newest] = await Promise.all([outbox.raw(params.mailId), outbox.list(searched)]);
    const summary = newest.find(({ id }) => id === params.mailId);
    if (!raw || !summary)
      throw new DomainError('missing', 'outbox.missing', `The outbox has no mail ${params.mailId}.`);
    const { mail, headers, html } = await ports.mimeReader.parse(raw);
    return { summary, headers, text: mail.text, html, raw: new TextDecoder().decode(raw) };
  },
});
