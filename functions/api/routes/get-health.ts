import { publicRoute } from '../route.ts';

export const getHealth = publicRoute({
  method: 'GET',
  path: '/healthz',
  id: 'getHealth',
  summary: 'Whether the API answers',
  answer: { status: 200, schema: 'Health' },
  run: async () => ({ status: 'ok' as const }),
});
