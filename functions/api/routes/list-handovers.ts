import { listHandovers } from '../../../app/list-handovers.ts';
import { route } from '../route.ts';

export const getHandovers = route({
  method: 'GET',
  path: '/api/sla/handovers',
  id: 'listHandovers',
  summary: 'The crisis cases that the caller must hand over before their shift ends within the hour',
  access: 'read',
  answer: { status: 200, schema: 'Handovers' },
  run: async ({ user }, { ports }) => listHandovers(user.id, ports),
});
