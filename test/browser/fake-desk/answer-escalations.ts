import type { Escalation } from '../../../core/escalation/escalation.ts';
import { toInstant } from '../../../core/time/instant.ts';
import { type ApiRequest, type FakeDesk, nameOf } from './fake-desk.ts';
import { FakeProblem } from './fake-problem.ts';

export function answerEscalations(
  desk: FakeDesk,
  { method, url, userId }: ApiRequest & { readonly userId: string },
): unknown {
  if (method === 'GET') return list(desk);
  const id = url.pathname.split('/')[3] ?? '';
  desk.beforeAck(id);
  const escalation = desk.stored.escalation(id);
  if (!escalation) throw new FakeProblem(404, 'escalation.missing', `There is no escalation ${id}.`);
  if (escalation.acknowledged)
    return answered(
      'already-acknowledged',
      escalation.acknowledged.by,
      escalation.acknowledged.at,
      escalation,
    );
  if (escalation.ended) return answered('ended', null, escalation.ended.at, escalation);
  return answered('acknowledged', userId, toInstant(desk.now()), takeOn(desk, escalation, userId));
}

/** Somebody acknowledges it in the console. */
export function takeOn(desk: FakeDesk, escalation: Escalation, by: string): Escalation {
  const at = toInstant(desk.now());
  const { id, caseId } = escalation;
  const next: Escalation = {
    ...escalation,
    state: 'acknowledged',
    nextStepAt: null,
    acknowledged: { by, via: 'console', at },
  };
  const why = 'somebody has taken it on';
  desk.stored.changeEscalation(next, {
    type: 'escalation.acknowledged',
    caseId,
    escalationId: id,
    at,
    why,
    by,
    via: 'console',
  });
  desk.changed(caseId);
  return next;
}

function list({ stored }: FakeDesk): unknown {
  const open = [...stored.slas.values()]
    .flatMap(({ escalations }) => escalations)
    .filter(({ state }) => state === 'open')
    .toSorted((a, b) => a.openedAt.localeCompare(b.openedAt));
  const items = open.map(({ taskToken: _secret, ...escalation }) => ({
    escalation,
    case: stored.cases.get(escalation.caseId),
  }));
  return { items, cursor: null };
}

function answered(outcome: string, by: string | null, at: string, escalation: Escalation): unknown {
  return { outcome, by: by === null ? null : { id: by, name: nameOf(by) }, at, escalation };
}
