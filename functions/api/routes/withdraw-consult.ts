import { withdrawConsult } from '../../../app/withdraw-consult.ts';
import { strictShape } from '../../http/strict-shape.ts';
import { route } from '../route.ts';
import { caseIdInput, consultIdInput, proseInput } from '../schemas/inputs.ts';

export const postConsultWithdrawal = route({
  method: 'POST',
  path: '/api/cases/{caseId}/consults/{consultId}/withdraw',
  id: 'withdrawConsult',
  summary: 'Wait for the answer of a department no longer',
  access: 'work',
  params: strictShape({ caseId: caseIdInput, consultId: consultIdInput }),
  body: strictShape({ reason: proseInput(1000, 'say why the answer is not needed any more') }),
  answer: { status: 200, schema: 'CaseChanged' },
  problems: ['case.missing', 'consult.missing', 'consult.ended'],
  run: async ({ params, body, user }, { ports }) => ({
    case: await withdrawConsult({ ...params, ...body, userId: user.id }, ports),
  }),
});
