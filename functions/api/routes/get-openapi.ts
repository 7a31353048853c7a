import { publicRoute } from '../route.ts';

export const getOpenApi = publicRoute({
  method: 'GET',
  path: '/api/openapi.json',
  id: 'getOpenApi',
  summary: 'This document',
  answer: { status: 200, schema: 'OpenApi' },
  // Built at the first request, so that no cold start pays for it.
  run: async () => (await import('../openapi.ts')).openApiDocument(),
});
