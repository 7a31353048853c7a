import { randomBytes } from 'node:crypto';
import type { Case } from '../../core/case/case.ts';
import type { CaseEvent } from '../../core/case/case-event.ts';
import type { Message } from '../../core/case/message.ts';
import { priorities } from '../../core/case/priority.ts';
import { toInstant } from '../../core/time/instant.ts';
import type { Write } from '../../ports/case-store.ts';
import type { Ids } from '../../ports/ids.ts';

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export const benchIds: Pick<Ids, 'ulid' | 'caseId'> = {
  ulid: () => `01KAQ0${randomText(20)}`,
  caseId: () => `HW-${randomText(8)}`,
};

/** The writes of one ordinary mail of 1 KB that opens a case: what `receive-mail` commits. */
export function mailWrites(number: number): readonly Write[] {
  const caseId = benchIds.caseId();
  const messageId = benchIds.ulid();
  const at = toInstant(Date.parse('2026-11-22T12:00:00.000Z') + number * 1_000);
  const rawKey = `raw/2026/11/22/${messageId}.eml`;
  const address = `buyer-${number % 5_000}@buyers.example`;
  const rfcMessageId = `<${messageId}@buyers.example>`;
  return [
    { kind: 'case', next: caseOf(caseId, number, at, address), expectedVersion: null },
    ...eventsOf(caseId, messageId, at, address).map((event): Write => ({ kind: 'event', event })),
    { kind: 'message', message: messageOf(caseId, messageId, at, address, rawKey, rfcMessageId) },
    { kind: 'thread-key', rfcMessageId, caseId, messageId },
    {
      kind: 'intake',
      intake: {
        rawKey,
        receivedAt: at,
        decidedAt: at,
        disposition: 'new-case',
        reason: 'no known thread',
        caseId,
        messageId,
      },
    },
    { kind: 'dedupe', key: `${rfcMessageId}|help@desk.example`, rawKey, caseId, at },
    {
      kind: 'outbox',
      item: { id: benchIds.ulid(), at, caseId, effect: { type: 'case.changed', version: 1 } },
    },
  ];
}

export function caseOf(id: string, number: number, at: string, address: string): Case {
  return {
    id,
    version: 1,
    eventCount: 3,
    subject: `Where is my parcel of lot ${number}?`,
    status: 'new',
    priority: priorities[(number % 20 === 0 ? number / 20 : 3) % priorities.length] ?? 'normal',
    category: 'non-delivery',
    emergency: false,
    requester: { address, name: 'A Buyer' },
    participants: [address],
    assignee: null,
    flags: [],
    linkedCaseIds: [],
    createdAt: at,
    updatedAt: at,
    lastInboundAt: at,
    unansweredSince: at,
    channel: 'email',
    language: null,
    tags: [],
    mergedInto: null,
    policyId: null,
    policyVersion: null,
    promise: null,
    nextDueAt: null,
    pageCount: 0,
    openPageId: null,
    why: 'delivery.where-is: "where is my parcel"',
  };
}

function eventsOf(caseId: string, messageId: string, at: string, address: string): CaseEvent[] {
  const base = { caseId, at, actor: { kind: 'system', name: 'receive-mail' } } as const;
  const from = { address, name: 'A Buyer' };
  return [
    {
      ...base,
      seq: 1,
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
    {
      ...base,
      seq: 2,
      type: 'message.received.v1',
      data: { messageId, from, automated: null, isPrivate: false, flags: [], why: 'opens the case' },
    },
    {
      ...base,
      seq: 3,
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
    },
  ];
}

function messageOf(
  caseId: string,
  id: string,
  at: string,
  address: string,
  rawKey: string,
  rfcMessageId: string,
): Message {
  const text = 'I won this lot two weeks ago and it has not arrived. '.repeat(18);
  return {
    caseId,
    id,
    kind: 'inbound',
    at,
    author: { kind: 'customer', address },
    from: { address, name: 'A Buyer' },
    to: [{ address: 'help@desk.example', name: '' }],
    cc: [],
    subject: 'Where is my parcel?',
    text,
    reply: text,
    quoted: '',
    bodyKey: null,
    attachments: [],
    rawKey,
    rfcMessageId,
    inReplyTo: null,
    references: [],
    verdict: null,
    automated: null,
    isPrivate: false,
    problems: [],
    delivery: null,
  };
}

function randomText(length: number): string {
  return Array.from(randomBytes(length), (byte) => crockford[byte % 32]).join('');
}
