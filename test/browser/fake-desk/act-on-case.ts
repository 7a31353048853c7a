import type { Case } from '../../../core/case/case.ts';
import type { CaseFact } from '../../../core/case/case-event.ts';
import type { EscalateTo } from '../../../core/escalation/escalation.ts';
import type { ClockName } from '../../../core/sla/clock-name.ts';
import { record, refuseStale } from './answer-cases.ts';
import type { ApiRequest, FakeDesk } from './fake-desk.ts';
import { FakeProblem } from './fake-problem.ts';

type Act = ApiRequest & { readonly userId: string; readonly part: string; readonly clock: string };

/** Due dates by hand, escalations, hand-overs, merges and spam. */
export function actOnCase(desk: FakeDesk, subject: Case, act: Act): unknown {
  const { body, userId } = act;
  const reason = typeof body['reason'] === 'string' ? body['reason'] : '';
  if (act.part === 'merge') return merge(desk, subject, act, reason);
  const fact = factOf(act, subject, reason);
  if (fact === null) throw new FakeProblem(404, 'missing', `There is no ${act.part} of a case.`);
  const facts: CaseFact[] = [fact];
  if (fact.type === 'case.handed-over.v1') {
    const { to, note } = fact.data;
    facts.push({ type: 'case.assigned.v1', data: { from: subject.assignee, to, reason: note } });
  }
  return { case: record(desk, subject.id, userId, facts) };
}

function factOf({ part, body, clock, userId }: Act, subject: Case, reason: string): CaseFact | null {
  switch (part) {
    case 'clocks':
      return {
        type: 'clock.due-overridden.v1',
        data: {
          clock: clock as ClockName,
          instance: Number(body['instance']),
          dueAt: body['dueAt'] as string | null,
          reason,
        },
      };
    case 'escalations':
      return { type: 'case.escalated.v1', data: { to: body['to'] as EscalateTo, reason } };
    case 'handover':
      return {
        type: 'case.handed-over.v1',
        data: { from: subject.assignee ?? userId, to: String(body['to']), note: String(body['note']) },
      };
    case 'spam':
      return body['spam'] === true
        ? { type: 'case.marked-spam.v1', data: { reason } }
        : { type: 'case.unmarked-spam.v1', data: { reason } };
    default:
      return null;
  }
}

function merge(desk: FakeDesk, subject: Case, { body, userId }: Act, reason: string): unknown {
  refuseStale(desk, subject, body);
  const into = desk.stored.cases.get(String(body['into']));
  if (!into) throw new FakeProblem(404, 'case.missing', `There is no case ${String(body['into'])}.`);
  record(desk, into.id, userId, [
    {
      type: 'case.merged-from.v1',
      data: {
        fromCaseId: subject.id,
        unansweredSince: subject.unansweredSince,
        participants: subject.participants,
      },
    },
  ]);
  const next = record(desk, subject.id, userId, [
    { type: 'case.merged-into.v1', data: { intoCaseId: into.id } },
    { type: 'case.status-changed.v1', data: { from: subject.status, to: 'closed', reason } },
  ]);
  return { case: next };
}
