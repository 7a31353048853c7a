import { planChange } from '../../app/unit-of-work.ts';
import type { Actor } from '../../core/case/actor.ts';
import type { CaseFact } from '../../core/case/case-event.ts';
import type { FakePorts } from './fake-ports.ts';

export const sampleOtherId = 'HW-0THER111';
export const sampleConsultId = '01JDABCDEFGHJKMNPQRSTVWXYC';

/** Another case of Kim's, without a page, about which legal was asked. */
export async function addSampleOther(ports: FakePorts): Promise<void> {
  const kim = { address: 'kim@buyer.example', name: 'Kim Doe' };
  const customer: Actor = { kind: 'customer', address: kim.address };
  const facts: { actor: Actor; fact: CaseFact }[] = [
    {
      actor: customer,
      fact: {
        type: 'case.created.v1',
        data: {
          subject: 'My parcel',
          requester: kim,
          participants: [kim.address],
          channel: 'email',
          linkedCaseIds: [],
          linkedWhy: null,
        },
      },
    },
    {
      actor: { kind: 'agent', userId: 'mara-lind' },
      fact: {
        type: 'consult.sent.v1',
        data: { consultId: sampleConsultId, department: 'legal', calendar: 'office', minutes: 60 },
      },
    },
  ];
  const { writes } = await planChange({ current: null, caseId: sampleOtherId, facts }, ports);
  await ports.store.commit(writes);
}
