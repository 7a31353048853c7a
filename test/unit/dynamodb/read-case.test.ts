import { expect, it } from 'vitest';
import { readCase } from '../../../adapters/dynamodb/read-case.ts';
import { caseSchema } from '../../../functions/api/schemas/case-schema.ts';
import { fakePorts } from '../../fakes/fake-ports.ts';
import { addSampleCase } from '../../fakes/sample-case.ts';

it('reads a case that was stored before desks had promises as one without them', async () => {
  const { case: sample } = await addSampleCase(fakePorts());
  const { channel, language, tags, mergedInto, policyId, policyVersion, promise, ...old } = sample;
  const stored = { pk: 'CASE#x', sk: 'CASE', entity: 'case', data: JSON.stringify(old) };
  expect(caseSchema.safeParse(old).success).toBe(false);
  expect(caseSchema.parse(readCase(stored))).toEqual(sample);
  expect({ channel, language, tags, mergedInto, policyId, policyVersion, promise }).toEqual({
    channel: 'email',
    language: null,
    tags: [],
    mergedInto: null,
    policyId: null,
    policyVersion: null,
    promise: null,
  });
  const tagged = { ...stored, data: JSON.stringify({ ...sample, tags: ['vip'] }) };
  expect(readCase(tagged).tags).toEqual(['vip']);
});
