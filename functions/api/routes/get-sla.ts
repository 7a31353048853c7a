import { explainSla } from '../../../app/explain-sla.ts';
import { strictShape } from '../../http/strict-shape.ts';
import { route } from '../route.ts';
import { caseIdInput } from '../schemas/inputs.ts';

export const getSla = route({
  method: 'GET',
  path: '/api/cases/{caseId}/sla',
  id: 'explainSla',
  summary: 'Each promise of a case, with every stretch of time that counted or did not, and why',
  access: 'read',
  params: strictShape({ caseId: caseIdInput }),
  answer: { status: 200, schema: 'ExplainedSla' },
  problems: ['case.missing', 'sla.policy-version'],
  run: async ({ params }, { ports }) => explainSla(params.caseId, ports),
});
