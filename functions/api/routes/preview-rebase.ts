import { previewRebases } from '../../../app/preview-rebase.ts';
import { strictShape } from '../../http/strict-shape.ts';
import { route } from '../route.ts';
import { cursorInput, limitInput, paging } from '../schemas/inputs.ts';

export const previewRebase = route({
  method: 'GET',
  path: '/api/sla/rebase',
  id: 'previewRebase',
  summary: 'Which open cases are on another version of the promises, and how their due times would move',
  access: 'read',
  query: strictShape({ limit: limitInput(50), cursor: cursorInput }),
  answer: { status: 200, schema: 'RebasePreviewList' },
  example: {
    answer: {
      policyVersion: 'ce88252c5f78efa4',
      items: [
        {
          caseId: 'HW-7K3M9QZX',
          subject: 'Where is my card?',
          policyVersion: '29fd46f8c311b648',
          unmatched: false,
          moved: [
            {
              clock: 'first-reply',
              instance: 1,
              dueBefore: '2026-11-23T23:00:00.000Z',
              dueAfter: '2026-11-23T15:00:00.000Z',
              policyBefore: 'standard',
              policyAfter: 'standard',
              breachAppears: false,
              keeps: null,
            },
          ],
        },
      ],
      cursor: null,
    },
  },
  run: async ({ query }, { ports }) => previewRebases(paging(query), ports),
});
