import type { Case } from '../../../core/case/case.ts';
import type { CaseEvent } from '../../../core/case/case-event.ts';
import type { Message } from '../../../core/case/message.ts';
import type { FailedIntake, Intake } from '../../../core/intake/intake.ts';
import type { OutboxItem } from '../../../core/outbox/outbox-item.ts';
import type { Attempt } from '../../../core/page/attempt.ts';
import { attemptKey } from '../../../core/page/attempt.ts';
import type { Page } from '../../../core/page/page.ts';
import { toInstant } from '../../../core/time/instant.ts';
import type { Ids } from '../../../ports/ids.ts';

export const noon = Date.parse('2026-11-22T12:00:00.000Z');
const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

let count = 0;

/** ULIDs in the order of the calls. No two stores share one: a server knows a transaction by it. */
export function countingIds(): Pick<Ids, 'ulid'> {
  return { ulid: () => `01KAQ${base32(++count, 21)}` };
}

/** The case id of a number; spread, so that all shards get some. */
export function caseIdOf(number: number): string {
  return `HW-${base32((number * 2_654_435_761) % 2 ** 32, 8)}`;
}

export function instant(minutes: number): string {
  return toInstant(noon + minutes * 60_000);
}

export function aCase(id: string, change: Partial<Case> = {}): Case {
  return {
    id,
    version: 1,
    eventCount: 1,
    subject: 'Where is my card?',
    status: 'new',
    priority: 'normal',
    category: 'non-delivery',
    emergency: false,
    requester: { address: 'ann@buyers.example', name: 'Ann' },
    participants: ['ann@buyers.example'],
    assignee: null,
    flags: [],
    linkedCaseIds: [],
    createdAt: instant(0),
    updatedAt: instant(0),
    lastInboundAt: instant(0),
    unansweredSince: instant(0),
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
    why: 'no sign of risk',
    ...change,
  };
}

export function aNote(caseId: string, seq: number, messageId = 'M1'): CaseEvent {
  return {
    type: 'note.added.v1',
    data: { messageId },
    caseId,
    seq,
    at: instant(seq),
    actor: { kind: 'agent', userId: 'kim' },
  };
}

export function aMessage(caseId: string, id: string, change: Partial<Message> = {}): Message {
  return {
    caseId,
    id,
    kind: 'inbound',
    at: instant(0),
    author: { kind: 'customer', address: 'ann@buyers.example' },
    from: { address: 'ann@buyers.example', name: 'Ann' },
    to: [{ address: 'help@desk.example', name: '' }],
    cc: [],
    subject: 'Where is my card?',
    text: 'It has not come.',
    reply: 'It has not come.',
    quoted: '',
    bodyKey: null,
    attachments: [],
    rawKey: `raw/${id}.eml`,
    rfcMessageId: `<${id}@buyers.example>`,
    inReplyTo: null,
    references: [],
    verdict: null,
    automated: null,
    isPrivate: false,
    problems: [],
    delivery: null,
    ...change,
  };
}

export function anIntake(rawKey: string, change: Partial<Intake> = {}): Intake {
  return {
    rawKey,
    receivedAt: instant(0),
    decidedAt: instant(0),
    disposition: 'new-case',
    reason: 'no thread',
    caseId: null,
    messageId: null,
    ...change,
  };
}

export function aFailedIntake(rawKey: string, change: Partial<FailedIntake> = {}): FailedIntake {
  return {
    rawKey,
    receivedAt: instant(0),
    failedAt: instant(1),
    envelope: { from: 'ann@buyers.example', to: ['help@desk.example'] },
    verdicts: null,
    error: 'the blob store does not answer',
    ...change,
  };
}

export function aPage(id: string, caseId: string, change: Partial<Page> = {}): Page {
  return {
    id,
    caseId,
    version: 1,
    state: 'open',
    category: 'self-harm',
    why: 'says goodbye',
    receivedAt: instant(0),
    detectedAt: instant(0),
    openedAt: instant(0),
    policy: {
      id: 'primary',
      name: 'Primary',
      configVersion: 'v1',
      steps: [{ targets: [{ schedule: 'days' }], waitSeconds: 60 }],
      everyoneWaitSeconds: 60,
    },
    attempt: null,
    nextAttemptAt: instant(0),
    taskToken: null,
    ack: null,
    cancelled: null,
    firstHumanReplyAt: null,
    ...change,
  };
}

export function anAttempt(
  page: Page,
  number: number,
  userId: string,
  change: Partial<Attempt> = {},
): Attempt {
  return {
    key: attemptKey(page.id, number, userId, 'mail'),
    pageId: page.id,
    caseId: page.caseId,
    number,
    why: 'schedule days',
    userId,
    contactId: 'mail',
    channel: 'email',
    address: `${userId}@desk.example`,
    dispatchedAt: instant(0),
    acceptedAt: null,
    deliveredAt: null,
    seenAt: null,
    ackedAt: null,
    failedAt: null,
    error: null,
    providerId: null,
    ...change,
  };
}

export function anOutboxItem(id: string, caseId: string): OutboxItem {
  return { id, at: instant(0), caseId, effect: { type: 'case.changed', version: 1 } };
}

function base32(number: number, width: number): string {
  let text = '';
  for (let rest = number; text.length < width; rest = Math.floor(rest / 32))
    text = crockford[rest % 32] + text;
  return text;
}
