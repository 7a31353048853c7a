import * as z from 'zod/mini';
import { sendConsult } from '../../../app/send-consult.ts';
import { strictShape } from '../../http/strict-shape.ts';
import { route } from '../route.ts';
import { caseIdInput, departmentInput, proseInput } from '../schemas/inputs.ts';

export const postConsult = route({
  method: 'POST',
  path: '/api/cases/{caseId}/consults',
  id: 'sendConsult',
  summary: 'Ask another department by mail, which the customer never sees',
  access: 'work',
  params: strictShape({ caseId: caseIdInput }),
  body: strictShape({
    department: departmentInput,
    text: proseInput(200_000, 'write the question'),
    /** The case goes on hold until they answer. */
    hold: z.optional(z.boolean({ error: 'write true or false' })),
  }),
  answer: { status: 201, schema: 'MessageAdded' },
  problems: ['case.missing', 'case.merged', 'consult.unknown-department', 'consult.case-over'],
  run: async ({ params, body, user }, { ports }) =>
    sendConsult({ ...params, ...body, hold: body.hold ?? false, userId: user.id }, ports),
});
