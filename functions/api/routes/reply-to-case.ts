import * as z from 'zod/mini';
import { replyToCase } from '../../../app/reply-to-case.ts';
import { strictShape } from '../../http/strict-shape.ts';
import { explainConflict } from '../explain-conflict.ts';
import { route } from '../route.ts';
import { caseIdInput, expectedVersionInput, proseInput, statusInput } from '../schemas/inputs.ts';

export const postReply = route({
  method: 'POST',
  path: '/api/cases/{caseId}/replies',
  id: 'replyToCase',
  summary: 'Answer the person who wrote; refused when the case has changed since you looked',
  access: 'work',
  params: strictShape({ caseId: caseIdInput }),
  body: strictShape({
    expectedVersion: expectedVersionInput,
    text: proseInput(200_000, 'write something before you send'),
    status: z.optional(statusInput),
  }),
  answer: { status: 201, schema: 'MessageAdded' },
  problems: ['case.missing', 'case.version-conflict', 'reply.no-address', 'case.open-page'],
  run: async ({ params, body, user }, { ports }) => {
    const { expectedVersion, text, status } = body;
    const input = {
      caseId: params.caseId,
      userId: user.id,
      expectedVersion,
      text,
      ...(status === undefined ? {} : { status }),
    };
    return explainConflict(input, ports, () => replyToCase(input, ports));
  },
});
