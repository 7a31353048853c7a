import { requireCase } from '../../../app/require-case.ts';
import type { Case } from '../../../core/case/case.ts';
import type { CaseStore } from '../../../ports/case-store.ts';
import { strictShape } from '../../http/strict-shape.ts';
import { publicPage } from '../public-page.ts';
import { route } from '../route.ts';
import { caseIdInput } from '../schemas/inputs.ts';
import { shownSla } from '../shown-sla.ts';

export const getCase = route({
  method: 'GET',
  path: '/api/cases/{caseId}',
  id: 'getCase',
  summary: 'A case with all that happened to it',
  access: 'read',
  params: strictShape({ caseId: caseIdInput }),
  answer: { status: 200, schema: 'CaseDetail' },
  problems: ['case.missing', 'sla.policy-version'],
  run: async ({ params }, { ports }) => {
    const current = await requireCase(params.caseId, ports);
    const [timeline, linked] = await Promise.all([
      ports.store.getTimeline(current.id),
      linkedCases(current, ports.store),
    ]);
    const { events, messages, pages, attempts, slaLog } = timeline;
    const sla = timeline.sla === null ? null : await shownSla(timeline.sla, ports);
    return { case: current, events, messages, pages: pages.map(publicPage), attempts, linked, sla, slaLog };
  },
});

async function linkedCases(current: Case, store: CaseStore) {
  const found = await Promise.all(current.linkedCaseIds.map((id) => store.getCase(id)));
  return found
    .filter((other) => other !== null)
    .map(({ id, subject, status, priority }) => ({ id, subject, status, priority }));
}
