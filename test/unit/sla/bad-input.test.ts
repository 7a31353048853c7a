import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarSchema } from '../../../core/calendar/calendar.ts';
import { openTimeOf } from '../../../core/calendar/open-time.ts';
import { isDomainError } from '../../../core/errors.ts';
import { checkPolicies } from '../../../core/sla/check-policies.ts';
import { clockEvents, replayClocks } from '../../../core/sla/clock-history.ts';
import type { ClockState } from '../../../core/sla/clock-state.ts';
import { decideClocks } from '../../../core/sla/decide-clocks.ts';
import { dueAt, dueInstant } from '../../../core/sla/due.ts';
import { applyMetricEvent, foldClock } from '../../../core/sla/fold-clock.ts';
import { policySchema } from '../../../core/sla/policy.ts';
import { readSlaEvent } from '../../../core/sla/read-sla-event.ts';
import { previewRebase } from '../../../core/sla/rebase.ts';
import { explainIssues } from '../../../core/validation/explain-issues.ts';
import { anyHistory, laterPolicies, policies, until } from './history-arbitrary.ts';
import { december, policySet, Story, standard } from './story.ts';

/** What is told of an input that must be refused, `field: message`. */
function told(schema: { safeParse(raw: unknown): { success: boolean; error?: unknown } }, raw: unknown) {
  const { error } = schema.safeParse(raw) as { error?: { issues: Parameters<typeof explainIssues>[0] } };
  return explainIssues(error?.issues ?? []).map(({ field, message }) => `${field}: ${message}`);
}

function thrown(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (isDomainError(error)) return `${error.kind} ${error.code}: ${error.message}`;
    throw error;
  }
  return 'nothing';
}

const week = (...openings: [string, string][]) =>
  Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, openings]));
/** Eleven ranges of ten years, one after the other. */
const century = Array.from({ length: 11 }, (_, i) => ({
  from: `${2020 + i * 10}-01-01`,
  to: `${2029 + i * 10}-12-31`,
}));

describe('a calendar is refused', () => {
  it.each([
    [
      'with hours that overlap',
      { hours: week(['09:00', '13:00'], ['12:59', '17:00']) },
      ['mon', 'tue', 'wed', 'thu', 'fri'].map(
        (day) => `hours.${day}: has hours that overlap; join them into one`,
      ),
    ],
    [
      // 17:00 to 09:00 is a night; one that meets the next day's hours was meant the other way round.
      'with hours that are inverted, beside others',
      { hours: week(['17:00', '09:00'], ['08:00', '10:00']) },
      ['mon', 'tue', 'wed', 'thu'].map((day) => `hours.${day}: has hours that overlap; join them into one`),
    ],
    [
      'in a zone that nobody knows',
      { timezone: 'Mars/Olympus' },
      ['timezone: "Mars/Olympus" is not a time zone; use an IANA name such as Europe/London or UTC'],
    ],
    [
      'in an offset, which knows nothing of summer time',
      { timezone: '+01:00' },
      ['timezone: "+01:00" is not a time zone; use an IANA name such as Europe/London or UTC'],
    ],
    [
      'with a time of 25:00',
      { hours: { mon: [['09:00', '25:00']] } },
      ['hours.mon[0][1]: write a time of day as HH:MM, from 00:00 to 23:59 (24:00 as an end)'],
    ],
    [
      'when it is never open',
      { hours: {} },
      ['hours: is never open; give at least one day its hours, or leave hours out for 24x7'],
    ],
    [
      'when a later version of it is never open',
      { versions: [{ from: '2027-01-01', hours: { sun: [] } }] },
      ['versions[0].hours: is never open; give at least one day its hours, or leave hours out for 24x7'],
    ],
  ])('%s', (_what, spoilt, problems) => {
    expect(told(calendarSchema, { timezone: 'UTC', ...spoilt })).toEqual(problems);
  });
});

describe('a calendar that holidays keep shut', () => {
  const shut = calendarSchema.parse({ timezone: 'UTC', holidays: century });
  const start = Date.UTC(2026, 0, 1);

  it('for a year is refused at save, with the reason', () => {
    const days = Array.from({ length: 366 }, (_, n) =>
      new Date(start + n * 86_400_000).toISOString().slice(0, 10),
    );
    const set = policySet('v1', [standard]);
    for (const holidays of [days, century]) {
      const calendars = { ...set.calendars, office: calendarSchema.parse({ timezone: 'UTC', holidays }) };
      const errors = checkPolicies({ ...set, calendars }, start).filter(
        ({ severity }) => severity === 'error',
      );
      expect(errors.map(({ field, message }) => `${field}: ${message}`)).toContain(
        'calendars.office: is closed for a whole year from now on; remove holidays or add open hours',
      );
    }
  });

  it('for a century counts nothing, and is not searched for ever', () => {
    const open = openTimeOf(shut);
    expect(open.isOpen(start)).toBe(false);
    expect(open.elapsed(start, start + 50 * 366 * 86_400_000)).toBe(0);
    expect(thrown(() => open.nextOpening(start))).toBe(
      'invalid calendar.never-opens: does not open within a hundred years; remove holidays or add open hours',
    );
    for (const due of [dueInstant, dueAt])
      expect(thrown(() => due({ calendar: shut, start, minutes: 1 }))).toBe(
        'invalid calendar.horizon: more than a hundred years are needed; lower minutes, shorten the pauses or add open hours',
      );
  });
});

describe('a target is refused', () => {
  const of = (minutes: unknown) =>
    told(policySchema, { ...standard, targets: { 'first-reply': { low: minutes } } });
  const field = 'targets.first-reply.low';

  it.each([
    [
      'of no time at all',
      0,
      /is no time at all; write more than 0 minutes, or leave the target out for none/,
    ],
    ['of less than none', -5, /is no time at all/],
    ['of more than a year', 1e9, /is more than a year; write at most 527040 minutes/],
    ['that is no number', Number.NaN, /write a number of minutes/],
    ['without end', Number.POSITIVE_INFINITY, /write a number of minutes/],
    ['in words', 'soon', /write a number of minutes/],
  ])('%s', (_what, minutes, problem) => {
    const plain = of(minutes);
    const written = of({ minutes });
    expect([plain.length, written.length]).toEqual([1, 1]);
    expect(plain[0]).toMatch(problem);
    expect(plain[0]).toContain(`${field}: `);
    expect(written[0]).toMatch(problem);
    expect(written[0]).toContain(field);
  });

  it('where the maths is asked directly', () => {
    const calendar = calendarSchema.parse({ timezone: 'UTC' });
    for (const due of [dueInstant, dueAt]) {
      for (const minutes of [-1, Number.NaN, Number.POSITIVE_INFINITY])
        expect(thrown(() => due({ calendar, start: 0, minutes }))).toBe(
          `invalid sla.minutes: minutes: ${minutes} is no length of time; write a number of minutes, 0 or more`,
        );
      expect(thrown(() => due({ calendar, start: Number.NaN, minutes: 1 }))).toBe(
        'invalid sla.start: start: NaN is no instant; give it in epoch ms',
      );
      expect(thrown(() => due({ calendar, start: 0, minutes: 1e12 }))).toMatch(
        /^invalid calendar.horizon: more than a hundred years are needed; lower minutes/,
      );
    }
  });

  it('that a department asks for', () => {
    const [event] = new Story('21T09:00').events;
    const sent = (minutes: unknown) => ({
      ...event,
      type: 'consult.sent.v1',
      data: { consultId: 'c', department: 'legal', calendar: null, minutes },
    });
    expect(readSlaEvent(sent(30))).toMatchObject({ data: { minutes: 30 } });
    expect(thrown(() => readSlaEvent(sent(1e12)))).toMatch(/data\.minutes: is more than a year/);
    expect(thrown(() => readSlaEvent(sent(0)))).toMatch(/data\.minutes: is no time at all/);
  });
});

describe('a date set by hand is refused', () => {
  it.each(['9999-01-01T00:00:00.000Z', 'Monday'])('%s', (dueAtText) => {
    const story = new Story('21T09:00').add('21T09:01', 'agent', {
      type: 'clock.due-overridden.v1',
      data: { clock: 'agent-work', instance: 1, dueAt: dueAtText, reason: 'r' },
    });
    expect(thrown(() => story.clocks())).toBe(
      `invalid sla.due-date: dueAt: ${dueAtText} is no time within ten years; choose an earlier date`,
    );
  });

  it('for a clock that has ended or never was', () => {
    const set = { type: 'clock.due-overridden.v1' } as const;
    const data = { clock: 'next-reply', instance: 3, dueAt: december('22T00:00'), reason: 'r' } as const;
    expect(thrown(() => new Story('21T09:00').add('21T09:01', 'agent', { ...set, data }).clocks())).toBe(
      'missing sla.clock: HW-00000001 has no open next-reply clock number 3; name one that runs or is paused',
    );
  });
});

describe('events that come wrong', () => {
  it('out of order and twice change nothing; one that is missing is named', () => {
    const { events } = new Story('21T09:00').inbound('21T09:00').reply('21T10:00').inbound('21T11:00');
    const mixed = [...events.toReversed(), ...events];
    expect(clockEvents(mixed)).toEqual(events);
    expect(thrown(() => clockEvents(mixed.filter(({ seq }) => seq !== 3)))).toBe(
      'conflict sla.gap: HW-00000001: event 3 is missing; read the whole history',
    );
    const replayed = replayClocks({ history: mixed, policies, until: null });
    const [again] = events;
    if (again === undefined) throw new Error('a story has events');
    const decided = decideClocks({
      before: replayed.clocks,
      event: again,
      caseAfter: replayed.facts,
      policies,
    });
    expect(decided).toEqual({ events: [], after: replayed.clocks });
    expect(thrown(() => replayClocks({ history: [], policies, until: null }))).toBe(
      'invalid sla.no-creation: a case without events has no clocks',
    );
  });

  it('among metric events are told by number: a gap, another beginning, none at all', () => {
    const { events } = replayClocks({
      history: new Story('21T09:00').inbound('21T09:00').reply('21T10:00').events,
      policies,
      until: null,
    });
    const own = events.filter(({ clock }) => clock === 'first-reply');
    expect(own.map(({ type }) => type)).toEqual(['activate', 'fulfil']);
    expect(thrown(() => foldClock(own.slice(1)))).toBe(
      'invalid sla.events: HW-00000001 first-reply 1: event 2 (fulfil) where 1 belongs',
    );
    const [first] = own;
    if (first === undefined) throw new Error('a clock begins');
    expect(thrown(() => applyMetricEvent(foldClock([first]), { ...first, n: 2 }))).toBe(
      'invalid sla.events: HW-00000001 first-reply 1: event 2 (activate) where 2 belongs',
    );
    expect(thrown(() => foldClock([]))).toBe('invalid sla.events: a clock without events has no state');
  });

  it('with times that run backwards never make a clock run backwards', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const versions = { v1: policies, v2: laterPolicies };
        const { events, clocks } = replayClocks({ history, policies, versions, until });
        let latest = '';
        for (const event of events.filter(({ seq }) => seq !== null)) {
          expect(event.at >= latest).toBe(true);
          latest = event.at;
        }
        for (const clock of clocks.clocks) {
          expect(clock.startedAt <= clock.countedAt).toBe(true);
          expect(clock.elapsedMs).toBeGreaterThanOrEqual(0);
          for (const { from, to } of clock.pauses) expect(from <= (to ?? clocks.at)).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('a policy that is deleted while clocks run', () => {
  const v1 = policySet('v1', [{ ...standard, id: 'old', match: { channels: ['email'] } }]);
  const kept = policySet('v2', [{ ...standard, id: 'chat', match: { channels: ['chat'] } }]);
  const withoutCalendars = { ...kept, version: 'v3', calendars: {} };
  const rebase = (policyVersion: string) =>
    ({ type: 'case.rebased.v1', data: { policyVersion, reason: 'cleared out' } }) as const;
  const input = { policies: v1, versions: { v1, v2: kept, v3: withoutCalendars } };

  it('goes on until the case is re-based: its version is pinned', () => {
    const story = new Story('21T09:00').inbound('21T09:00').status('21T09:10', 'open');
    expect(story.clock('first-reply', '21T14:00', 1, { policies: v1 })).toMatchObject({
      promise: { policyId: 'old', policyVersion: 'v1' },
      breachedAt: december('21T13:00'),
    });
  });

  it.each(['v2', 'v3'])(
    'leaves a clock without a promise after a re-base onto %s, and its breach',
    (version) => {
      const early = new Story('21T09:00').inbound('21T09:00').add('21T09:10', 'agent', rebase(version));
      expect(early.clock('first-reply', '25T00:00', 1, input)).toMatchObject({
        state: 'running',
        dueAt: null,
        breachedAt: null,
        promise: { policyId: null, targetMinutes: null, policyVersion: version },
      });
      const late = new Story('21T09:00').inbound('21T09:00').add('21T14:00', 'agent', rebase(version));
      expect(late.reply('21T15:00').clock('first-reply', null, 1, input)).toMatchObject({
        state: 'missed',
        breachedAt: december('21T13:00'),
      });
    },
  );

  it('is told in the preview of the re-base', () => {
    const { clocks, facts } = replayClocks({
      history: new Story('21T09:00').inbound('21T09:00').events,
      policies: v1,
      until: null,
    });
    const preview = previewRebase({
      clocks,
      facts,
      policies: withoutCalendars,
      now: december('21T09:30'),
      reason: 'cleared out',
    });
    expect(preview.unmatched).toBe(true);
    expect(preview.moved.find(({ clock }) => clock === 'first-reply')).toMatchObject({
      dueBefore: december('21T13:00'),
      dueAfter: null,
      policyBefore: 'old',
      policyAfter: null,
    });
  });

  it('does not keep a case from reopening that was solved before and re-based since', () => {
    const office = {
      ...standard,
      id: 'old',
      targets: { 'agent-work': { normal: { minutes: 60, calendar: 'office' } } },
    };
    const from = policySet('v1', [office]);
    const story = new Story('21T09:00')
      .inbound('21T09:00')
      .status('21T09:30', 'solved')
      .add('21T10:00', 'agent', rebase('v3'))
      .status('21T11:00', 'open');
    const work = story.clock('agent-work', null, 1, {
      policies: from,
      versions: { v3: withoutCalendars },
    }) as ClockState;
    expect(work).toMatchObject({
      state: 'running',
      dueAt: null,
      elapsedMs: 30 * 60_000,
      promise: { policyId: null, policyVersion: 'v3', calendar: null },
    });
  });
});
