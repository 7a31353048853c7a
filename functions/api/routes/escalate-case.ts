import { escalateCase } from '../../../app/escalate-case.ts';
import { strictShape } from '../../http/strict-shape.ts';
import { publicEscalation } from '../public-escalation.ts';
import { route } from '../route.ts';
import { caseIdInput, escalateToInput, proseInput } from '../schemas/inputs.ts';

export const postEscalation = route({
  method: 'POST',
  path: '/api/cases/{caseId}/escalations',
  id: 'escalateCase',
  summary: 'Escalate to a rung of the ladder, to somebody by name or to a department, with a reason',
  access: 'work',
  params: strictShape({ caseId: caseIdInput }),
  body: strictShape({
    to: escalateToInput,
    reason: proseInput(1000, 'say why it is escalated; whoever is told reads it first'),
  }),
  answer: { status: 201, schema: 'Escalated' },
  problems: ['case.missing', 'escalation.unknown-target', 'escalation.case-over', 'escalation.too-many'],
  example: { body: { to: { tier: 'lead' }, reason: 'they threaten to go to the press' } },
  run: async ({ params, body, user }, { ports }) => {
    const { case: next, escalation } = await escalateCase({ ...params, ...body, userId: user.id }, ports);
    return { case: next, escalation: escalation === null ? null : publicEscalation(escalation) };
  },
});
