import { handOverCase } from '../../../app/hand-over-case.ts';
import { strictShape } from '../../http/strict-shape.ts';
import { route } from '../route.ts';
import { caseIdInput, proseInput, userIdInput } from '../schemas/inputs.ts';

export const postHandover = route({
  method: 'POST',
  path: '/api/cases/{caseId}/handover',
  id: 'handOverCase',
  summary: 'Give a case to somebody else, with a note',
  access: 'work',
  params: strictShape({ caseId: caseIdInput }),
  body: strictShape({ to: userIdInput, note: proseInput(5000, 'say what the next person must know') }),
  answer: { status: 200, schema: 'CaseChanged' },
  problems: [
    'case.missing',
    'case.merged',
    'handover.unknown-user',
    'handover.same-user',
    'handover.case-over',
  ],
  run: async ({ params, body, user }, { ports }) => ({
    case: await handOverCase({ ...params, ...body, userId: user.id }, ports),
  }),
});
