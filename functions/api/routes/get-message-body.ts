import * as z from 'zod/mini';
import { checked } from '../../http/checked.ts';
import { strictShape } from '../../http/strict-shape.ts';
import { requireMessage } from '../require-message.ts';
import { route } from '../route.ts';
import { caseIdInput, messageIdInput } from '../schemas/inputs.ts';

const storedBody = z.object({
  text: z.string(),
  reply: z.string(),
  quoted: z.string(),
  html: z.nullable(z.string()),
});

export const getMessageBody = route({
  method: 'GET',
  path: '/api/cases/{caseId}/messages/{messageId}/body',
  id: 'getMessageBody',
  summary: 'The whole body of a message whose text in the case is cut off',
  access: 'read',
  params: strictShape({ caseId: caseIdInput, messageId: messageIdInput }),
  answer: { status: 200, schema: 'MessageBody' },
  problems: ['message.missing', 'blob.missing'],
  run: async ({ params }, { ports }) => {
    const { text, reply, quoted, bodyKey } = await requireMessage(params, ports.store);
    if (bodyKey === null) return { text, reply, quoted, html: null };
    const stored: unknown = JSON.parse(new TextDecoder().decode(await ports.blobs.get(bodyKey)));
    return checked(storedBody, stored, bodyKey);
  },
});
