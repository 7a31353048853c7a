import * as z from 'zod/mini';
import type { Case } from '../../../core/case/case.ts';
import { views } from '../../../core/case/status.ts';
import { DomainError } from '../../../core/errors.ts';
import type { CaseStore, PageOf } from '../../../ports/case-store.ts';
import { strictShape } from '../../http/strict-shape.ts';
import type { DeskUser } from '../desk-user.ts';
import { route } from '../route.ts';
import { cursorInput, limitInput, paging, userIdInput } from '../schemas/inputs.ts';

const query = strictShape({
  view: z.optional(z.enum(views, { error: `choose from ${views.join(', ')}` })),
  assignee: z.optional(userIdInput),
  customer: z.optional(
    z
      .string()
      .check(
        z.maxLength(320, { error: 'write an e-mail address of at most 320 characters' }),
        z.regex(/^\S+$/, { error: 'write an e-mail address' }),
      ),
  ),
  limit: limitInput(50),
  cursor: cursorInput,
});
type Query = z.infer<typeof query>;

export const listCases = route({
  method: 'GET',
  path: '/api/cases',
  id: 'listCases',
  summary: 'A view of the queue (active, unless told otherwise), or the cases of an assignee or a customer',
  access: 'read',
  query,
  answer: { status: 200, schema: 'CaseList' },
  run: async ({ query, user }, { ports }) => {
    requireOneFilter(query);
    return chosenList(query, user, ports.store);
  },
});

function requireOneFilter({ view, assignee, customer }: Query): void {
  const given = Object.entries({ view, assignee, customer }).filter(([, value]) => value !== undefined);
  if (given.length <= 1) return;
  const names = given.map(([name]) => name).join(' and ');
  const message = `give only one of view, assignee and customer, not ${names}`;
  throw new DomainError('invalid', 'request.invalid', `query: ${message}`, {
    details: given.map(([field]) => ({ field, message })),
  });
}

function chosenList(query: Query, user: DeskUser, store: CaseStore): Promise<PageOf<Case>> {
  const options = paging(query);
  if (query.assignee !== undefined)
    return store.listCasesOfAssignee(query.assignee === 'me' ? user.id : query.assignee, options);
  if (query.customer !== undefined) return store.listCasesOfCustomer(query.customer.toLowerCase(), options);
  return store.listCases(query.view ?? 'active', options);
}
