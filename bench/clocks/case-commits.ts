import type { Actor } from '../../core/case/actor.ts';
import type { CaseEvent, CaseFact } from '../../core/case/case-event.ts';
import { toInstant } from '../../core/time/instant.ts';

type Commit = readonly [CaseEvent, ...CaseEvent[]];

const desk: Actor = { kind: 'system', name: 'receive-mail' };
const agent: Actor = { kind: 'agent', userId: 'ana' };
const hourMs = 3_600_000;

/** The history of an ordinary case: written, answered, one further exchange with a wait for the customer, solved. */
export function caseCommits(number: number): Commit[] {
  const caseId = `HW-${String(number).padStart(8, '0')}`;
  const address = `buyer-${number}@buyers.example`;
  const from = { address, name: 'A Buyer' };
  const startedAt = Date.UTC(2026, 10, 23, 14) + number * 60_000;
  let seq = 0;
  const commit = (hours: number, actor: Actor, ...facts: [CaseFact, ...CaseFact[]]): Commit => {
    const event = (fact: CaseFact): CaseEvent => {
      seq += 1;
      return { ...fact, caseId, seq, at: toInstant(startedAt + hours * hourMs), actor } as CaseEvent;
    };
    const [first, ...rest] = facts;
    return [event(first), ...rest.map(event)];
  };
  const received = (messageId: string): CaseFact => ({
    type: 'message.received.v1',
    data: { messageId, from, automated: null, isPrivate: false, flags: [], why: 'by its thread' },
  });
  const sent = (messageId: string): CaseFact => ({
    type: 'message.sent.v1',
    data: { messageId, to: [address], automatic: false },
  });
  return [
    commit(
      0,
      desk,
      {
        type: 'case.created.v1',
        data: {
          subject: 'Where is my parcel?',
          requester: from,
          participants: [address],
          channel: 'email',
          linkedCaseIds: [],
          linkedWhy: null,
        },
      },
      received('m1'),
      assessed('m1'),
    ),
    commit(1, agent, sent('m2'), statusChanged('new', 'pending')),
    commit(20, desk, received('m3'), assessed('m3'), statusChanged('pending', 'open')),
    commit(21, agent, sent('m4'), statusChanged('open', 'solved')),
  ];
}

function assessed(messageId: string): CaseFact {
  return {
    type: 'triage.assessed.v1',
    data: {
      messageId,
      priority: 'normal',
      category: 'non-delivery',
      emergency: false,
      rules: ['delivery.where-is'],
      why: 'delivery.where-is: "where is my parcel"',
      casePriority: 'normal',
      caseCategory: 'non-delivery',
      caseEmergency: false,
      failed: false,
    },
  };
}

type Status = (CaseFact & { type: 'case.status-changed.v1' })['data']['to'];

function statusChanged(from: Status, to: Status): CaseFact {
  return { type: 'case.status-changed.v1', data: { from, to, reason: null } };
}
