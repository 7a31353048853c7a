import { policySetNamed } from '../../../app/pinned-policies.ts';
import { strictShape } from '../../http/strict-shape.ts';
import { promisesExample } from '../promises-example.ts';
import { route } from '../route.ts';
import { policyVersionInput } from '../schemas/inputs.ts';

export const getPolicySet = route({
  method: 'GET',
  path: '/api/sla/policies/{policyVersion}',
  id: 'getPolicySet',
  summary: 'One version of the promises as it was published; it never changes',
  access: 'read',
  params: strictShape({ policyVersion: policyVersionInput }),
  answer: { status: 200, schema: 'PolicySet', isImmutable: true },
  problems: ['sla.policy-version'],
  example: {
    answer: { version: 'ce88252c5f78efa4', ...promisesExample, crisisCategories: ['self-harm'] },
  },
  run: async ({ params }, { ports }) => policySetNamed(params.policyVersion, ports),
});
