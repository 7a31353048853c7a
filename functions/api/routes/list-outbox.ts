import { strictShape } from '../../http/strict-shape.ts';
import { requireOutbox } from '../require-outbox.ts';
import { route } from '../route.ts';
import { limitInput } from '../schemas/inputs.ts';

export const listOutbox = route({
  method: 'GET',
  path: '/api/outbox',
  id: 'listOutbox',
  summary: 'Mail that this machine has sent or kept, newest first',
  access: 'read',
  query: strictShape({ limit: limitInput(50) }),
  answer: { status: 200, schema: 'Outbox' },
  problems: ['outbox.not-here'],
  run: async ({ query }, { options }) => ({ items: await requireOutbox(options).list(query.limit) }),
});
