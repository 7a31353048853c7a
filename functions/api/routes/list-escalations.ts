import { requireCase } from '../../../app/require-case.ts';
import type { CaseSla } from '../../../core/sla/case-sla.ts';
import type { CaseStore } from '../../../ports/case-store.ts';
import { strictShape } from '../../http/strict-shape.ts';
import { publicEscalation } from '../public-escalation.ts';
import { route } from '../route.ts';
import { cursorInput, limitInput, paging } from '../schemas/inputs.ts';

export const listEscalations = route({
  method: 'GET',
  path: '/api/escalations',
  id: 'listEscalations',
  summary: 'Open escalations, the one that is open longest first',
  access: 'read',
  query: strictShape({ limit: limitInput(50), cursor: cursorInput }),
  answer: { status: 200, schema: 'EscalationList' },
  run: async ({ query }, { ports }) => {
    const { items, cursor } = await ports.store.listOpenEscalations(paging(query));
    const found = await Promise.all(items.map((sla) => openOf(sla, ports.store)));
    const sorted = found.flat().toSorted((a, b) => (a.escalation.openedAt < b.escalation.openedAt ? -1 : 1));
    return { items: sorted, cursor };
  },
});

async function openOf({ caseId, escalations }: CaseSla, store: CaseStore) {
  const { id, subject, status, priority, category, assignee, nextDueAt } = await requireCase(caseId, {
    store,
  });
  const summary = { id, subject, status, priority, category, assignee, nextDueAt };
  return escalations
    .filter(({ state }) => state === 'open')
    .map((escalation) => ({ escalation: publicEscalation(escalation), case: summary }));
}
