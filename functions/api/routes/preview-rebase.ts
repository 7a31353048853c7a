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
  run: async ({ query }, { ports }) => previewRebases(paging(query), ports),
});
