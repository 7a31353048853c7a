import * as z from 'zod/mini';
import { acknowledgePage } from '../../../app/acknowledge-page.ts';
import { requirePage } from '../../../app/require-case.ts';
import type { CaseStore } from '../../../ports/case-store.ts';
import { strictShape } from '../../http/strict-shape.ts';
import { nameOfUser, operatorId } from '../desk-user.ts';
import { publicPage } from '../public-page.ts';
import { route } from '../route.ts';
import { pageIdInput, userIdInput } from '../schemas/inputs.ts';
import { whoAcknowledges } from '../who-acknowledges.ts';

export const postAck = route({
  method: 'POST',
  path: '/api/pages/{pageId}/ack',
  id: 'acknowledgePage',
  summary: 'Answer for the person at risk: paging stops and the case is yours, unless somebody was first',
  access: 'work',
  params: strictShape({ pageId: pageIdInput }),
  /** `as`: only an admin may acknowledge in the name of another user. */
  body: strictShape({ as: z.optional(userIdInput) }),
  bodyOptional: true,
  answer: { status: 200, schema: 'PageAnswered' },
  problems: ['page.missing', 'page.unknown-user', 'page.name-who', 'auth.role-needed'],
  run: async ({ params, body, user }, { ports }) => {
    const { pageId } = params;
    const userId = await whoAcknowledges({
      as: body.as,
      user,
      what: `page ${pageId}`,
      code: 'page.name-who',
      asked: () => askedBy(pageId, ports.store),
    });
    const via = user.id === operatorId ? 'command' : 'console';
    const { outcome, at, page, ...by } = await acknowledgePage({ pageId, userId, via }, ports);
    const { config } = await ports.config.current();
    return {
      outcome,
      by: { id: by.userId, name: nameOfUser(by.userId, config) },
      at,
      page: publicPage(page),
    };
  },
});

async function askedBy(pageId: string, store: CaseStore): Promise<readonly string[]> {
  await requirePage(pageId, { store });
  return (await store.listAttempts(pageId)).map(({ userId }) => userId);
}
