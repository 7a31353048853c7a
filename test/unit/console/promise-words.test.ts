import { expect, test } from 'vitest';
import { promiseEventWords } from '../../../console/src/case/promise-event-words.ts';
import { concernsMe } from '../../../console/src/escalation/concerns-me.ts';
import { answeredWords, nextWords } from '../../../console/src/escalation/escalation-words.ts';
import { nameOfClock, sumWords } from '../../../console/src/sla/clock-words.ts';
import { slaRecordWords, toldWords } from '../../../console/src/sla/sla-record-words.ts';
import { fromWallText, toWallText } from '../../../console/src/sla/wall-text.ts';
import { zoneTime } from '../../../console/src/sla/zone-time.ts';
import type { Escalation } from '../../../core/escalation/escalation.ts';
import { ackedCrisisId } from '../../browser/fake-desk/crisis-case.ts';
import { fullDesk } from '../../browser/fake-desk/full-desk.ts';
import { promises } from '../../browser/fake-desk/promises.ts';

const nowMs = Date.parse('2026-11-20T12:00:00.000Z');
const desk = fullDesk(nowMs);
const nameOf = (id: string) => id.toUpperCase();
const asked = [...desk.slas.values()]
  .flatMap(({ escalations }) => escalations)
  .find(({ told }) => told !== null);
if (!asked) throw new Error('fixture: one escalation has told somebody');
const open: Escalation = asked;

test.each([
  [0, '0 min'],
  [45_000, '45 s'],
  [90_000, '1 min'],
  [14_400_000, '4 h'],
  [5_400_000, '1 h 30 min'],
  [-5_400_000, '1 h 30 min'],
  [259_200_000, '72 h'],
])('%i ms are %s', (ms, words) => {
  expect(sumWords(ms)).toBe(words);
});

test('a clock is numbered from its second time on', () => {
  expect(nameOfClock({ clock: 'next-reply', instance: 1 })).toBe('Next reply');
  expect(nameOfClock({ clock: 'next-reply', instance: 3 })).toBe('Next reply 3');
});

test('a moment is told in any zone, with seconds and the year only where they say something', () => {
  const at = Date.parse('2026-11-23T10:30:00.000Z');
  expect(zoneTime(at, 'Europe/London', at)).toBe('Mon 23 Nov, 10:30');
  expect(zoneTime(at + 5000, 'Asia/Kolkata', at)).toBe('Mon 23 Nov, 16:00:05');
  expect(zoneTime(at + 5001, 'UTC', at)).toBe('Mon 23 Nov, 10:30:05');
  expect(zoneTime(at + 5001, 'UTC', at, true)).toBe('Mon 23 Nov, 10:30:05.001');
  expect(zoneTime(at, 'UTC', Date.parse('2025-06-01T00:00:00Z'))).toBe('Mon, 23 Nov 2026, 10:30');
});

test('a date field and an instant are each other\u2019s opposite; what is no date is none', () => {
  const at = Date.parse('2026-11-23T10:30:00.000Z');
  expect(fromWallText(toWallText(at))).toBe(at);
  for (const text of ['', '2026-11-23', 'soon', '2026-13-40T10:00']) expect(fromWallText(text)).toBeNull();
});

test('of the log only news is told: no start, pause, return or promise kept in time', () => {
  const words = desk.slaLogOf(ackedCrisisId).map((record) => slaRecordWords(record, nameOf)?.words ?? null);
  expect(words.filter((each) => each !== null)).toEqual(['Keep informed: 50 % of its time is gone']);
  expect(words.length).toBeGreaterThan(5);
});

test('the log of an escalation says whom it told, and that somebody has taken it on', () => {
  const told = desk.slaLogOf(open.caseId).map((record) => slaRecordWords(record, nameOf)?.words ?? '');
  expect(
    told.some((each) => /^Escalation 1: level 2 \(lead\) told CHIDI \(console, email\)$/.test(each)),
  ).toBe(true);
  expect(toldWords([], nameOf)).toBe('nobody, as nobody is there');
  expect(
    toldWords(
      [{ userId: null, department: 'legal', contactId: 'x', channel: 'email', why: 'asked' }],
      nameOf,
    ),
  ).toBe('the department legal (email)');
});

test('what comes next is the level above, the top again, or nothing more', () => {
  expect(nextWords(open, promises, nameOf)).toBe(
    'level 3 (head): every head, who is on call in duty-manager',
  );
  const atTop = { ...open, told: { level: 2, at: open.openedAt } };
  expect(nextWords(atTop, promises, nameOf)).toMatch(/^level 3 \(head\) again: /);
  const before = { ...open, told: null };
  expect(nextWords(before, promises, nameOf)).toBe('level 1 (agent): who has the case, should it be missed');
  expect(nextWords({ ...open, nextStepAt: null }, promises, nameOf)).toBeNull();
  expect(nextWords({ ...open, ladderId: null }, promises, nameOf)).toBe('everyone who can be told');
});

test('whoever acknowledges is told what the desk answered', () => {
  const { taskToken: _secret, ...escalation } = open;
  const at = new Date(nowMs).toISOString();
  const by = { id: 'ben', name: 'Ben' };
  expect(answeredWords({ outcome: 'acknowledged', by, at, escalation }, nowMs)).toMatch(
    /^You have taken it on at/,
  );
  expect(answeredWords({ outcome: 'already-acknowledged', by, at, escalation }, nowMs + 61_000)).toMatch(
    /^Ben took it on 1 min before you, at /,
  );
  const ended = { ...escalation, ended: { at, why: 'the case is solved' } };
  expect(answeredWords({ outcome: 'ended', by: null, at, escalation: ended }, nowMs)).toMatch(
    /: the case is solved\.$/,
  );
});

test('an escalation concerns who has the case, whom it names, whom it reached, and who leads', () => {
  const { taskToken: _secret, ...escalation } = { ...open, told: null };
  const subject = desk.cases.get(open.caseId);
  if (!subject) throw new Error('fixture: the escalation has a case');
  const item = { escalation, case: { ...subject, assignee: 'dana' } };
  const agent = (id: string) => ({ id, roles: ['agent'] });
  const lead = { id: 'chidi', roles: ['agent', 'lead'] };
  const none = new Set<string>();
  expect(concernsMe(item, agent('dana'), none)).toBe(true);
  expect(concernsMe(item, agent('ana'), none)).toBe(false);
  expect(concernsMe(item, agent('ana'), new Set([open.id]))).toBe(true);
  expect(concernsMe({ ...item, escalation: { ...escalation, toldUsers: ['ana'] } }, agent('ana'), none)).toBe(
    true,
  );
  expect(concernsMe(item, lead, none)).toBe(false);
  expect(concernsMe({ ...item, case: { ...item.case, assignee: null } }, lead, none)).toBe(true);
  const manual = { kind: 'manual', by: 'ben', reason: 'look', to: { user: 'ana' } } as const;
  expect(concernsMe({ ...item, escalation: { ...escalation, cause: manual } }, agent('ana'), none)).toBe(
    true,
  );
});

test('every fact of the promises is told in words', () => {
  const base = {
    caseId: 'HW-1',
    seq: 3,
    at: '2026-11-20T12:00:00.000Z',
    actor: { kind: 'agent', userId: 'ben' },
  } as const;
  const words = (event: object) => promiseEventWords({ ...base, ...event } as never, nameOf);
  expect(words({ type: 'case.escalated.v1', data: { to: { tier: 'lead' }, reason: 'help' } })).toBe(
    'escalated to the lead: help',
  );
  expect(words({ type: 'case.tagged.v1', data: { tags: [] } })).toBe('took all tags off');
  expect(
    words({
      type: 'clock.due-overridden.v1',
      data: { clock: 'first-reply', instance: 1, dueAt: null, reason: 'ok' },
    }),
  ).toBe('gave the due time of First reply back to the policy: ok');
  expect(
    words({ type: 'case.rebased.v1', data: { policyVersion: '0123456789abcdef', reason: 'new hours' } }),
  ).toBe('moved the promises to version 01234567: new hours');
});
