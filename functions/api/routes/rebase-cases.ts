import { rebaseCases } from '../../../app/rebase-case.ts';
import { strictShape } from '../../http/strict-shape.ts';
import { route } from '../route.ts';
import { caseIdsInput, policyVersionInput, proseInput } from '../schemas/inputs.ts';

export const postRebase = route({
  method: 'POST',
  path: '/api/sla/rebase',
  id: 'rebaseCases',
  summary: 'Move open cases to the promises in force; each stands alone and records who and why',
  access: 'lead',
  body: strictShape({
    caseIds: caseIdsInput,
    policyVersion: policyVersionInput,
    reason: proseInput(1000, 'say why these cases are moved; it stays in their history'),
  }),
  answer: { status: 200, schema: 'Rebased' },
  problems: ['sla.other-version', 'auth.role-needed'],
  example: {
    body: {
      caseIds: ['HW-7K3M9QZX', 'HW-17S1SSRA'],
      policyVersion: 'ce88252c5f78efa4',
      reason: 'shorter answers over the holidays',
    },
    answer: {
      rebased: ['HW-7K3M9QZX'],
      failed: [{ caseId: 'HW-17S1SSRA', message: 'HW-17S1SSRA is solved; only open cases are re-based.' }],
    },
  },
  run: async ({ body, user }, { ports }) => rebaseCases({ ...body, userId: user.id }, ports),
});
