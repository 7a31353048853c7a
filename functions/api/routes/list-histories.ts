import { listHistories } from '../../../app/list-histories.ts';
import { DomainError } from '../../../core/errors.ts';
import { strictShape } from '../../http/strict-shape.ts';
import { route } from '../route.ts';
import { cursorInput, instantInput, limitInput, paging } from '../schemas/inputs.ts';

export const getHistories = route({
  method: 'GET',
  path: '/api/sla/histories',
  id: 'listHistories',
  summary: 'What happened to the cases created in [from, to), without who wrote and what, to replay it',
  access: 'read',
  query: strictShape({ from: instantInput, to: instantInput, limit: limitInput(50), cursor: cursorInput }),
  answer: { status: 200, schema: 'HistoryList' },
  run: async ({ query }, { ports }) => {
    const { from, to } = query;
    if (to <= from) {
      const message = 'is not after from; swap the two';
      throw new DomainError('invalid', 'request.invalid', `query: to: ${message}`, {
        details: [{ field: 'to', message }],
      });
    }
    return listHistories({ from, to, ...paging(query) }, ports);
  },
});
