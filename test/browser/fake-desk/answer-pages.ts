import { toInstant } from '../../../core/time/instant.ts';
import { type ApiRequest, type FakeDesk, nameOf } from './fake-desk.ts';
import { FakeProblem } from './fake-problem.ts';
import { closePage } from './open-page.ts';

type Known = ApiRequest & { readonly userId: string };

export function answerPages(desk: FakeDesk, request: Known): unknown {
  const [, , , id, act] = request.url.pathname.split('/');
  if (id === undefined) return list(desk, request.url.searchParams.get('state'));
  if (!desk.stored.pages.has(id)) throw new FakeProblem(404, 'page.missing', `There is no page ${id}.`);
  return act === 'ack' ? acknowledge(desk, id, request.userId) : cancel(desk, id, request);
}

function list({ stored }: FakeDesk, state: string | null): unknown {
  const pages = [...stored.pages.values()].filter((page) => state === 'all' || page.state === 'open');
  const items = pages.map((page) => {
    const subject = stored.cases.get(page.caseId);
    return {
      page,
      attempts: stored.attempts.filter(({ pageId }) => pageId === page.id),
      case: {
        id: page.caseId,
        subject: subject?.subject,
        priority: subject?.priority,
        category: subject?.category,
      },
    };
  });
  return { items, cursor: null };
}

function acknowledge(desk: FakeDesk, id: string, userId: string): unknown {
  desk.beforeAck(id);
  const page = desk.stored.pages.get(id);
  if (page?.ack) {
    const by = { id: page.ack.userId, name: nameOf(page.ack.userId) };
    return { outcome: 'already-acknowledged', by, at: page.ack.at, page };
  }
  const closed = closePage(desk.stored, id, userId, Date.now());
  desk.push({ type: 'page.closed', pageId: id, by: userId, outcome: 'acknowledged' });
  desk.changed(closed.caseId);
  return {
    outcome: 'acknowledged',
    by: { id: userId, name: nameOf(userId) },
    at: closed.ack?.at,
    page: closed,
  };
}

function cancel(desk: FakeDesk, id: string, { body, userId }: Known): unknown {
  const page = desk.stored.pages.get(id);
  if (!page) throw new FakeProblem(404, 'page.missing', `There is no page ${id}.`);
  const reason = String(body['reason']);
  const atMs = Date.now();
  const cancelled = {
    ...page,
    state: 'cancelled',
    nextAttemptAt: null,
    cancelled: { userId, at: toInstant(atMs), reason },
  } as const;
  desk.stored.pages.set(id, cancelled);
  desk.stored.record(page.caseId, atMs, [
    {
      actor: { kind: 'agent', userId },
      fact: { type: 'page.cancelled.v1', data: { pageId: id, userId, reason } },
    },
  ]);
  desk.push({ type: 'page.closed', pageId: id, by: userId, outcome: 'cancelled' });
  desk.changed(page.caseId);
  return { page: cancelled };
}
