import { expect, test } from 'vitest';
import { acknowledgeEscalation } from '../../../app/acknowledge-escalation.ts';
import { escalateCase } from '../../../app/escalate-case.ts';
import { promisedPorts } from '../../fakes/promised-ports.ts';
import { addSampleOther, sampleOtherId } from '../../fakes/sample-acts.ts';

test('a case is escalated by hand so often at once as people can look at, and again once somebody took one on', async () => {
  const ports = promisedPorts();
  await addSampleOther(ports);
  const escalate = () =>
    escalateCase({ caseId: sampleOtherId, to: { tier: 'lead' }, reason: 'now', userId: 'mara-lind' }, ports);
  for (let n = 0; n < 20; n++) await escalate();
  const before = await ports.store.getSla(sampleOtherId);
  await expect(escalate()).rejects.toMatchObject({
    kind: 'conflict',
    code: 'escalation.too-many',
    message: expect.stringContaining('take one of them on') as string,
  });
  expect(await ports.store.getSla(sampleOtherId)).toEqual(before);
  const escalationId = `${sampleOtherId}-E1`;
  await acknowledgeEscalation({ escalationId, userId: 'sven-holt', via: 'console' }, ports);
  expect((await escalate()).escalation).toMatchObject({ number: 21, state: 'open' });
});
