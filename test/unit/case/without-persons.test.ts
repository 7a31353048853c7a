import { expect, it } from 'vitest';
import type { CaseEvent, CaseFact } from '../../../core/case/case-event.ts';
import { withoutPersons } from '../../../core/case/without-persons.ts';

const address = 'kim@buyer.example';
const kim = { address, name: 'Kim' };
const facts: CaseFact[] = [
  {
    type: 'case.created.v1',
    data: {
      subject: `mail ${address}`,
      requester: kim,
      participants: [address],
      channel: 'email',
      linkedCaseIds: [],
      linkedWhy: `from ${address}`,
    },
  },
  {
    type: 'message.received.v1',
    data: { messageId: 'm', from: kim, automated: null, isPrivate: false, flags: [], why: address },
  },
  { type: 'message.sent.v1', data: { messageId: 'm', to: [address], automatic: false } },
  {
    type: 'message.undelivered.v1',
    data: { messageId: 'm', recipients: [{ address, status: '5.1.1' }], detail: `bounced: ${address}` },
  },
  {
    type: 'case.merged-from.v1',
    data: { fromCaseId: 'HW-00000002', unansweredSince: null, participants: [address] },
  },
  { type: 'case.handed-over.v1', data: { from: 'ana', to: 'ben', note: `call ${address}` } },
  { type: 'case.marked-spam.v1', data: { reason: `${address} sells` } },
  { type: 'case.unmarked-spam.v1', data: { reason: `${address} is real` } },
  { type: 'consult.withdrawn.v1', data: { consultId: 'c', reason: `${address} said` } },
];

it.each(facts.map((fact) => [fact.type, fact] as const))('%s is given without a person', (_, fact) => {
  const actor = { kind: 'customer', address } as const;
  const event = {
    ...fact,
    caseId: 'HW-00000001',
    seq: 1,
    at: '2026-11-20T18:00:00.000Z',
    actor,
  } as CaseEvent;
  expect(JSON.stringify(event)).toContain(address);
  expect(JSON.stringify(withoutPersons(event))).not.toMatch(/kim/i);
});
