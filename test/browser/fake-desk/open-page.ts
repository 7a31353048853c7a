import type { Attempt } from '../../../core/page/attempt.ts';
import { attemptKey } from '../../../core/page/attempt.ts';
import { type Page, pageId } from '../../../core/page/page.ts';
import { toInstant } from '../../../core/time/instant.ts';
import type { StoredDesk } from './stored-desk.ts';

const everyoneWaitSeconds = 60;

/** Opens a page at `atMs` whose first round went to `userIds`. */
export function openPage(desk: StoredDesk, caseId: string, atMs: number, userIds: readonly string[]): Page {
  const subject = desk.cases.get(caseId);
  if (!subject) throw new Error(`fixture: no case ${caseId}`);
  const id = pageId(caseId, subject.pageCount + 1);
  const page: Page = {
    id,
    caseId,
    version: 1,
    state: 'open',
    category: subject.category,
    why: subject.why,
    receivedAt: toInstant(atMs - 96),
    detectedAt: toInstant(atMs - 41),
    openedAt: toInstant(atMs),
    policy: {
      id: 'safety',
      name: 'Safety on-call',
      configVersion: '3',
      steps: [{ targets: [{ schedule: 'primary' }], waitSeconds: 120 }],
      everyoneWaitSeconds,
    },
    attempt: 0,
    nextAttemptAt: toInstant(Math.max(atMs + 120_000, Date.now() + 45_000)),
    taskToken: 'token',
    ack: null,
    cancelled: null,
    firstHumanReplyAt: null,
  };
  desk.pages.set(id, page);
  desk.record(caseId, atMs, [
    {
      actor: { kind: 'system', name: 'paging' },
      fact: { type: 'page.opened.v1', data: { pageId: id, why: page.why } },
    },
  ]);
  for (const userId of userIds) desk.attempts.push(...round(page, userId, 0, atMs));
  return page;
}

/** One person notified on e-mail, webhook and console. */
export function round(page: Page, userId: string, number: number, atMs: number): readonly Attempt[] {
  const base = {
    pageId: page.id,
    caseId: page.caseId,
    number,
    userId,
    ackedAt: null,
    failedAt: null,
    error: null,
  };
  const why = number === 0 ? 'schedule primary: layer Nights' : 'everyone';
  const key = (contact: string) => attemptKey(page.id, number, userId, contact);
  return [
    {
      ...base,
      key: key('mail'),
      why,
      contactId: 'mail',
      channel: 'email',
      address: `${userId}@desk.test`,
      dispatchedAt: toInstant(atMs + 18),
      acceptedAt: toInstant(atMs + 61),
      deliveredAt: null,
      seenAt: null,
      providerId: 'ses-1',
    },
    {
      ...base,
      key: key('hook'),
      why,
      contactId: 'hook',
      channel: 'webhook',
      address: 'https://hooks.desk.test/page',
      dispatchedAt: toInstant(atMs + 19),
      acceptedAt: null,
      deliveredAt: null,
      seenAt: null,
      failedAt: toInstant(atMs + 5019),
      error: 'no answer within 5 s',
      providerId: null,
    },
    {
      ...base,
      key: key('console'),
      why,
      contactId: 'console',
      channel: 'console',
      address: 'console',
      dispatchedAt: toInstant(atMs + 19),
      acceptedAt: toInstant(atMs + 21),
      deliveredAt: toInstant(atMs + 33),
      seenAt: null,
      providerId: null,
    },
  ];
}

export function closePage(desk: StoredDesk, id: string, userId: string, atMs: number): Page {
  const page = desk.pages.get(id);
  if (!page) throw new Error(`no page ${id}`);
  const at = toInstant(atMs);
  const closed: Page = {
    ...page,
    state: 'acknowledged',
    nextAttemptAt: null,
    ack: { userId, at, via: 'console' },
  };
  desk.pages.set(id, closed);
  desk.attempts.forEach((attempt, index) => {
    if (attempt.pageId !== id || attempt.userId !== userId || attempt.channel !== 'console') return;
    desk.attempts[index] = { ...attempt, seenAt: attempt.seenAt ?? toInstant(atMs - 4112), ackedAt: at };
  });
  const actor = { kind: 'agent', userId } as const;
  desk.record(page.caseId, atMs, [
    { actor, fact: { type: 'page.acknowledged.v1', data: { pageId: id, userId, via: 'console' } } },
    {
      actor,
      fact: { type: 'case.assigned.v1', data: { from: null, to: userId, reason: 'acknowledged the page' } },
    },
  ]);
  return closed;
}
