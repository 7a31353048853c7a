import { mergeCase } from '../../../app/merge-case.ts';
import { strictShape } from '../../http/strict-shape.ts';
import { explainConflict } from '../explain-conflict.ts';
import { route } from '../route.ts';
import { caseIdInput, expectedVersionInput, proseInput } from '../schemas/inputs.ts';

export const postMerge = route({
  method: 'POST',
  path: '/api/cases/{caseId}/merge',
  id: 'mergeCase',
  summary: 'Close a case and let another one of the same person go on for both; there is no way back',
  access: 'work',
  params: strictShape({ caseId: caseIdInput }),
  body: strictShape({
    into: caseIdInput,
    expectedVersion: expectedVersionInput,
    reason: proseInput(1000, 'say why the two are one'),
  }),
  answer: { status: 200, schema: 'CaseMerged' },
  problems: [
    'case.missing',
    'case.version-conflict',
    'case.open-page',
    'case.merged',
    'merge.into-itself',
    'merge.closed',
    'merge.spam',
    'merge.other-requester',
    'merge.other-party',
    'merge.emergency-goes-on',
  ],
  run: async ({ params, body, user }, { ports }) => {
    const input = { ...params, ...body, userId: user.id };
    const { source, target } = await explainConflict(input, ports, () => mergeCase(input, ports));
    return { case: source, target };
  },
});
