import * as z from 'zod/mini';
import { setDue } from '../../../app/set-due.ts';
import { strictShape } from '../../http/strict-shape.ts';
import { route } from '../route.ts';
import { caseIdInput, clockInput, instanceInput, instantInput, proseInput } from '../schemas/inputs.ts';

export const putDue = route({
  method: 'PUT',
  path: '/api/cases/{caseId}/clocks/{clock}/due',
  id: 'setDue',
  summary: 'Say when a promise is due, with a reason; null gives the due time back to the policy',
  access: 'work',
  params: strictShape({ caseId: caseIdInput, clock: clockInput }),
  body: strictShape({
    instance: instanceInput,
    dueAt: z.nullable(instantInput),
    reason: proseInput(1000, 'say why it is due at another time'),
  }),
  answer: { status: 200, schema: 'CaseChanged' },
  problems: ['case.missing', 'sla.none', 'sla.clock', 'sla.due-date', 'sla.never-silent'],
  example: {
    body: { instance: 1, dueAt: '2026-11-24T15:00:00.000Z', reason: 'agreed on the phone' },
  },
  run: async ({ params, body, user }, { ports }) => ({
    case: await setDue({ ...params, ...body, userId: user.id }, ports),
  }),
});
