import { describe, expect, test } from 'vitest';
import { actorWords } from '../../../console/src/case/event-words.ts';
import { timelineEntries } from '../../../console/src/case/timeline-entries.ts';
import { askedQuestions } from '../../../console/src/consult/asked-question.ts';
import { answersNothing, consultWords, departmentOf } from '../../../console/src/consult/consult-words.ts';
import type { CaseFact } from '../../../core/case/case-event.ts';
import type { Message } from '../../../core/case/message.ts';
import type { Consult } from '../../../core/consult/consult.ts';
import { ackedCrisisId } from '../../browser/fake-desk/crisis-case.ts';
import { fullDesk } from '../../browser/fake-desk/full-desk.ts';

const nowMs = Date.parse('2026-11-20T12:00:00.000Z');
const nameOf = (id: string) => id.toUpperCase();
const ana = { kind: 'agent', userId: 'ana' } as const;
const payments = { kind: 'system', name: 'department payments' } as const;
const message = (part: Partial<Message>) =>
  ({ kind: 'note', author: payments, from: null, automated: null, consultId: 'q', ...part }) as Message;
const said = (part: Partial<Message>) => {
  const { who, did } = consultWords(message(part), 'Payments', nameOf);
  return `${who} ${did}`;
};

test('who asked, who answered, and what a machine sent are told apart', () => {
  const jo = { name: 'Jo Lind', address: 'jo@corp.test' };
  expect(said({ kind: 'outbound', author: ana })).toBe('ANA asked Payments');
  expect(said({ author: ana })).toBe('ANA wrote down what Payments answered');
  expect(said({ from: jo })).toBe('Jo Lind answered for Payments');
  expect(said({ from: { ...jo, name: '' } })).toBe('jo@corp.test answered for Payments');
  expect(said({})).toBe('Somebody answered for Payments');
  expect(said({ from: jo, automated: { kind: 'auto-reply', reason: 'away' } })).toBe(
    'Jo Lind sent an automatic mail for Payments',
  );
});

test('mail through a list is an answer, as the desk takes it', () => {
  expect(answersNothing({ automated: { kind: 'list', reason: 'List-Id' } })).toBe(false);
  expect(answersNothing({ automated: { kind: 'bounce', reason: 'DSN' } })).toBe(true);
});

test('the department is that of the question, and after a merge that which the answer was let in as', () => {
  const consult = { department: 'legal' } as Consult;
  expect(departmentOf(message({}), consult, nameOf)).toBe('LEGAL');
  expect(departmentOf(message({}), null, nameOf)).toBe('PAYMENTS');
  expect(departmentOf(message({ author: ana }), null, nameOf)).toBe('a department');
  expect(actorWords(payments, nameOf)).toBe('The department payments');
  expect(actorWords({ kind: 'system', name: 'triage' }, nameOf)).toBe('Desk (triage)');
});

describe('a question on a case', () => {
  const asked: CaseFact = {
    type: 'consult.sent.v1',
    data: { consultId: 'q1', department: 'payments', calendar: null, minutes: 60 },
  };
  const answered: CaseFact = { type: 'consult.answered.v1', data: { consultId: 'q1', automatic: false } };
  const caseWith = (...facts: CaseFact[]) => {
    const desk = fullDesk(nowMs);
    facts.forEach((fact, index) => desk.record(ackedCrisisId, nowMs + index * 1000, [{ actor: ana, fact }]));
    const sla = desk.slas.get(ackedCrisisId);
    if (!sla) throw new Error('fixture: the case has promises');
    return {
      events: desk.eventsOf(ackedCrisisId),
      sla: sla.clocks,
    };
  };
  const question = message({ kind: 'outbound', id: 'q1', consultId: 'q1', at: '2026-11-20T12:00:00.000Z' });
  const note = message({ id: 'a1', consultId: 'q1', at: '2026-11-20T12:00:01.000Z' });
  const told = (events: Parameters<typeof timelineEntries>[1], messages: readonly Message[]) =>
    timelineEntries(messages, events)
      .flatMap((entry) => (entry.kind === 'event' ? [entry.event.type] : []))
      .filter((type) => type.startsWith('consult.'));

  test('is found with its mail and the clock of its department', () => {
    const [first, ...more] = askedQuestions({ ...caseWith(asked), messages: [question] });
    expect(more).toEqual([]);
    expect(first).toMatchObject({
      consult: { id: 'q1', state: 'open' },
      message: { id: 'q1' },
      clock: { clock: 'department', subject: 'q1', promise: { targetMinutes: 60 } },
    });
  });

  test('of a case from before there were promises has no clock', () => {
    const [first] = askedQuestions({ ...caseWith(asked), messages: [], sla: null });
    expect(first).toMatchObject({ message: null, clock: null });
  });

  test('is told once: by its mail, and by the event where the mail is on another case', () => {
    const { events } = caseWith(asked, answered);
    expect(told(events, [question, note])).toEqual([]);
    expect(told(events, [question])).toEqual(['consult.answered.v1']);
    expect(told(events, [])).toEqual(['consult.sent.v1', 'consult.answered.v1']);
  });
});
