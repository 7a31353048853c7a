import { answerConsult } from '../../../app/answer-consult.ts';
import { strictShape } from '../../http/strict-shape.ts';
import { route } from '../route.ts';
import { caseIdInput, consultIdInput, proseInput } from '../schemas/inputs.ts';

export const postConsultAnswer = route({
  method: 'POST',
  path: '/api/cases/{caseId}/consults/{consultId}/answer',
  id: 'answerConsult',
  summary: 'Write down what a department answered by other means than mail',
  access: 'work',
  params: strictShape({ caseId: caseIdInput, consultId: consultIdInput }),
  body: strictShape({ text: proseInput(200_000, 'write what the department answered') }),
  answer: { status: 201, schema: 'MessageAdded' },
  problems: ['case.missing', 'consult.missing', 'consult.ended'],
  run: async ({ params, body, user }, { ports }) =>
    answerConsult({ ...params, ...body, userId: user.id }, ports),
});
