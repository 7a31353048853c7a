import { strictShape } from '../../http/strict-shape.ts';
import { route } from '../route.ts';
import { cursorInput, limitInput, paging } from '../schemas/inputs.ts';

export const listFailedIntakes = route({
  method: 'GET',
  path: '/api/intake/failed',
  id: 'listFailedIntakes',
  summary: 'Mail that could not be processed and waits for a retry',
  access: 'read',
  query: strictShape({ limit: limitInput(50), cursor: cursorInput }),
  answer: { status: 200, schema: 'FailedIntakeList' },
  run: async ({ query }, { ports }) => ports.store.listFailedIntakes(paging(query)),
});
