import * as z from 'zod/mini';
import { markSpam } from '../../../app/mark-spam.ts';
import { strictShape } from '../../http/strict-shape.ts';
import { route } from '../route.ts';
import { caseIdInput, proseInput } from '../schemas/inputs.ts';

export const putSpam = route({
  method: 'PUT',
  path: '/api/cases/{caseId}/spam',
  id: 'markSpam',
  summary: 'Put a case away as spam, or take it back',
  access: 'work',
  params: strictShape({ caseId: caseIdInput }),
  body: strictShape({
    spam: z.boolean({ error: 'write true or false' }),
    reason: proseInput(1000, 'say why it is spam, or why not'),
  }),
  answer: { status: 200, schema: 'CaseChanged' },
  problems: ['case.missing', 'case.merged', 'case.open-page'],
  run: async ({ params, body, user }, { ports }) => ({
    case: await markSpam({ ...params, ...body, userId: user.id }, ports),
  }),
});
