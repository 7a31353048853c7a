import * as z from 'zod/mini';
import { requireCase } from '../../../app/require-case.ts';
import type { Page } from '../../../core/page/page.ts';
import type { CaseStore } from '../../../ports/case-store.ts';
import { strictShape } from '../../http/strict-shape.ts';
import { publicPage } from '../public-page.ts';
import { route } from '../route.ts';
import { cursorInput, limitInput, paging } from '../schemas/inputs.ts';

export const listPages = route({
  method: 'GET',
  path: '/api/pages',
  id: 'listPages',
  summary: 'Open pages by next attempt, or all pages, newest first',
  access: 'read',
  query: strictShape({
    state: z._default(z.enum(['open', 'all'], { error: 'choose from open, all' }), 'open'),
    limit: limitInput(50),
    cursor: cursorInput,
  }),
  answer: { status: 200, schema: 'PageList' },
  run: async ({ query }, { ports }) => {
    const options = paging(query);
    const pages =
      query.state === 'open'
        ? await ports.store.listOpenPages(options)
        : await ports.store.listPages(options);
    const items = await Promise.all(pages.items.map((page) => withCase(page, ports.store)));
    return { items, cursor: pages.cursor };
  },
});

async function withCase(page: Page, store: CaseStore) {
  const [attempts, found] = await Promise.all([
    store.listAttempts(page.id),
    requireCase(page.caseId, { store }),
  ]);
  const { id, subject, priority, category } = found;
  return { page: publicPage(page), attempts, case: { id, subject, priority, category } };
}
