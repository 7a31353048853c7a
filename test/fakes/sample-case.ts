import { shownOf } from '../../app/follow-clocks.ts';
import type { Actor } from '../../core/case/actor.ts';
import { appendFacts } from '../../core/case/append-facts.ts';
import type { Case } from '../../core/case/case.ts';
import type { CaseEvent, CaseFact } from '../../core/case/case-event.ts';
import type { Message } from '../../core/case/message.ts';
import type { Escalation } from '../../core/escalation/escalation.ts';
import type { Attempt } from '../../core/page/attempt.ts';
import { openPage } from '../../core/page/open-page.ts';
import type { Page } from '../../core/page/page.ts';
import type { CaseSla } from '../../core/sla/case-sla.ts';
import { followEvents } from '../../core/sla/follow-events.ts';
import type { SlaRecord } from '../../core/sla/sla-record.ts';
import { toInstant } from '../../core/time/instant.ts';
import { type FakePorts, startOfTests } from './fake-ports.ts';

export const sampleCaseId = 'HW-7K3M9QZX';
export const samplePageId = `${sampleCaseId}-P1`;
export const sampleEscalationId = `${sampleCaseId}-E1`;
export const sampleMessageId = '01JDABCDEFGHJKMNPQRSTVWXYZ';
const openedAt = toInstant(startOfTests - 60_000);
const customer: Actor = { kind: 'customer', address: 'kim@buyer.example' };
const triage: Actor = { kind: 'system', name: 'triage' };

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A mail with a picture, a page of HTML and a program, as a sender would write it. */
export const sampleRaw = Buffer.from(
  [
    'From: Kim Doe <kim@buyer.example>',
    'To: help@harborwatch.example',
    'Subject: I cannot go on',
    'Message-ID: <first@buyer.example>',
    'Date: Sun, 22 Nov 2026 10:23:00 +0000',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'I cannot go on after this auction.',
    '--b',
    'Content-Type: image/png',
    'Content-Disposition: attachment; filename="dot.png"',
    'Content-Transfer-Encoding: base64',
    '',
    png.toString('base64'),
    '--b',
    'Content-Type: image/png',
    'Content-Disposition: attachment; filename="page.html"',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from('<html><script>alert(1)</script></html>').toString('base64'),
    '--b',
    'Content-Type: application/octet-stream',
    'Content-Disposition: attachment; filename="run.exe"',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from('MZ not really').toString('base64'),
    '--b--',
    '',
  ].join('\r\n'),
);

/** One case of a person at risk: a mail, its triage, an open page that has asked Mara. */
export async function addSampleCase(ports: FakePorts): Promise<{ case: Case; page: Page; message: Message }> {
  const { mail, attachments } = await ports.mimeReader.parse(sampleRaw);
  const message = sampleMessage(mail.text, attachments);
  const facts: { actor: Actor; fact: CaseFact }[] = [
    {
      actor: customer,
      fact: {
        type: 'case.created.v1',
        data: {
          subject: mail.subject,
          requester: { address: 'kim@buyer.example', name: 'Kim Doe' },
          participants: ['kim@buyer.example'],
          channel: 'email',
          linkedCaseIds: [],
          linkedWhy: null,
        },
      },
    },
    {
      actor: customer,
      fact: {
        type: 'message.received.v1',
        data: {
          messageId: sampleMessageId,
          from: { address: 'kim@buyer.example', name: 'Kim Doe' },
          automated: null,
          isPrivate: false,
          flags: [],
          why: 'new sender',
        },
      },
    },
    {
      actor: triage,
      fact: {
        type: 'triage.assessed.v1',
        data: {
          messageId: sampleMessageId,
          priority: 'emergency',
          category: 'self-harm',
          emergency: true,
          rules: ['self-harm.cannot-go-on'],
          why: 'says that they cannot go on',
          casePriority: 'emergency',
          caseCategory: 'self-harm',
          caseEmergency: true,
          failed: false,
        },
      },
    },
    { actor: triage, fact: { type: 'page.opened.v1', data: { pageId: samplePageId, why: 'emergency' } } },
  ];
  const { next, events } = appendFacts(null, sampleCaseId, startOfTests - 60_000, facts);
  const page = samplePage();
  await ports.store.commit([
    { kind: 'case', next, expectedVersion: null },
    ...events.map((event: CaseEvent) => ({ kind: 'event', event }) as const),
    { kind: 'message', message },
    { kind: 'page', next: page, expectedVersion: null },
  ]);
  await ports.store.beginAttempt(sampleAttempt('mara-lind'));
  ports.blobMap.set('raw/one', sampleRaw);
  return { case: next, page, message };
}

/**
 * The clocks that follow from the sample case, which `addSampleCase` stored as if they had never begun, and an open
 * escalation of which Sven was told.
 */
export async function addSampleClocks(ports: FakePorts): Promise<CaseSla> {
  const [first, ...events] = ports.store.events.filter(({ caseId }) => caseId === sampleCaseId);
  const current = ports.store.cases.get(sampleCaseId);
  if (first === undefined || current === undefined) throw new Error('add the sample case first');
  const { policies } = await ports.config.current();
  const followed = followEvents({ before: null, events: [first, ...events], policies });
  const escalation = sampleEscalation(policies.version);
  const next: CaseSla = { ...followed.next, escalations: [escalation], escalationCount: 1 };
  const records = [...followed.records, ...sampleEscalationLog(escalation)];
  await ports.store.commit([
    { kind: 'sla', next, expectedVersion: null },
    { kind: 'sla-log', caseId: sampleCaseId, version: next.version, records },
  ]);
  ports.store.cases.set(sampleCaseId, { ...current, ...shownOf(next, policies) });
  return next;
}

export function sampleEscalation(policyVersion: string): Escalation {
  return {
    id: sampleEscalationId,
    caseId: sampleCaseId,
    number: 1,
    cause: { kind: 'manual', by: 'mara-lind', reason: 'a second pair of eyes', to: { tier: 'lead' } },
    ladderId: 'standard',
    policyVersion,
    state: 'open',
    openedAt,
    remindedMinutes: [],
    told: { level: 0, at: openedAt },
    manual: { level: 0, at: openedAt },
    round: 1,
    nextStepAt: toInstant(startOfTests + 840_000),
    taskToken: 'escalation-secret',
    acknowledged: null,
    ended: null,
  };
}

function sampleEscalationLog({ id, caseId, cause, ladderId }: Escalation): SlaRecord[] {
  const common = { caseId, escalationId: id, at: openedAt, why: 'a second pair of eyes' };
  const notice = {
    userId: 'sven-holt',
    department: null,
    contactId: 'mail',
    channel: 'email',
    why: 'role lead',
  };
  return [
    { ...common, type: 'escalation.opened', cause, ladderId },
    { ...common, type: 'escalation.notified', level: 0, tier: 'lead', notices: [notice] },
  ];
}

export function samplePage(): Page {
  return {
    ...openPage({
      caseId: sampleCaseId,
      number: 1,
      category: 'self-harm',
      why: 'says that they cannot go on',
      receivedAt: openedAt,
      detectedAt: openedAt,
      openedAt,
      policy: {
        id: 'emergency',
        name: 'Emergencies',
        configVersion: 'test',
        steps: [{ targets: [{ schedule: 'primary' }], waitSeconds: 60 }],
        everyoneWaitSeconds: 120,
      },
    }),
    taskToken: 'workflow-secret',
  };
}

export function sampleAttempt(userId: string, number = 0): Attempt {
  return {
    key: `${samplePageId}#${number}#${userId}#mail`,
    pageId: samplePageId,
    caseId: sampleCaseId,
    number,
    why: 'schedule primary',
    userId,
    contactId: 'mail',
    channel: 'email',
    address: `${userId}@harborwatch.example`,
    dispatchedAt: openedAt,
    acceptedAt: openedAt,
    deliveredAt: null,
    seenAt: null,
    ackedAt: null,
    failedAt: null,
    error: null,
    providerId: null,
  };
}

function sampleMessage(
  text: string,
  attachments: Awaited<ReturnType<FakePorts['mimeReader']['parse']>>['attachments'],
): Message {
  return {
    caseId: sampleCaseId,
    id: sampleMessageId,
    kind: 'inbound',
    at: openedAt,
    author: customer,
    from: { address: 'kim@buyer.example', name: 'Kim Doe' },
    to: [{ address: 'help@harborwatch.example', name: '' }],
    cc: [],
    subject: 'I cannot go on',
    text,
    reply: text,
    quoted: '',
    bodyKey: null,
    attachments: attachments.map(({ name, contentType, size, sha256, inline }, index) => ({
      id: String(index),
      name: name ?? '',
      contentType,
      size,
      sha256,
      inline,
      state: name === 'run.exe' ? ('quarantined' as const) : ('ok' as const),
      reason: name === 'run.exe' ? 'the type exe is blocked' : null,
    })),
    rawKey: 'raw/one',
    rfcMessageId: '<first@buyer.example>',
    inReplyTo: null,
    references: [],
    verdict: {
      priority: 'emergency',
      category: 'self-harm',
      emergency: true,
      signals: [
        {
          rule: 'self-harm.cannot-go-on',
          category: 'self-harm',
          field: 'text',
          span: [0, 14],
          text: 'I cannot go on',
          level: 'emergency',
          weight: 0,
        },
      ],
      why: 'says that they cannot go on',
    },
    automated: null,
    isPrivate: false,
    problems: [],
    delivery: null,
  };
}
