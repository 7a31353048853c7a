import { describe, expect, it } from 'vitest';
import { onCall } from '../../../core/oncall/on-call.ts';
import { scheduleSchema } from '../../../core/oncall/schedule.ts';
import { explainIssues } from '../../../core/validation/explain-issues.ts';

const rotation = { type: 'daily', start: '2026-01-01T09:00' };
const layer = { users: ['ana'], rotation };
const day = { from: '2026-01-01', to: '2026-01-02' };
const withLayer = (spoilt: object) => ({ timezone: 'UTC', layers: [{ ...layer, ...spoilt }] });
const withRotation = (spoilt: object) => withLayer({ rotation: { ...rotation, ...spoilt } });
const withRestriction = (spoilt: object) =>
  withLayer({ restrictions: [{ start: '09:00', end: '17:00', ...spoilt }] });
const withOverride = (spoilt: object) => ({
  timezone: 'UTC',
  layers: [layer],
  overrides: [{ ...day, add: ['ben'], ...spoilt }],
});
const withTemporary = (...temporary: object[]) => ({ timezone: 'UTC', layers: [layer], temporary });

const refusals: [string, unknown, string, RegExp][] = [
  ['a schedule that is a list', [], '', /expected object/],
  ['a missing zone', { layers: [] }, 'timezone', /missing/],
  [
    'an unknown zone',
    { timezone: 'Europe/Lundon', layers: [] },
    'timezone',
    /"Europe\/Lundon" is not a time zone/,
  ],
  ['an offset as a zone', { timezone: '-05:00', layers: [] }, 'timezone', /IANA/],
  ['an empty zone', { timezone: '', layers: [] }, 'timezone', /IANA/],
  ['missing layers', { timezone: 'UTC' }, 'layers', /missing/],
  ['a misspelt key', { timezone: 'UTC', layers: [], overide: [] }, 'overide', /did you mean "overrides"/],
  ['a layer without users', withLayer({ users: [] }), 'layers[0].users', /at least one user/],
  ['an empty group', withLayer({ users: ['ana', []] }), 'layers[0].users[1]', /user/],
  ['a user that is a number', withLayer({ users: [7] }), 'layers[0].users[0]', /user id/],
  ['an unknown rotation', withRotation({ type: 'weakly' }), 'layers[0].rotation.type', /weekly/],
  ['length 0', withRotation({ length: 0 }), 'layers[0].rotation.length', /at least 1/],
  ['a negative length', withRotation({ length: -3 }), 'layers[0].rotation.length', /at least 1/],
  ['half a day', withRotation({ length: 0.5 }), 'layers[0].rotation.length', /whole number/],
  ['a huge length', withRotation({ length: 1e15 }), 'layers[0].rotation.length', /at most 9000/],
  ['a rotation without start', withRotation({ start: undefined }), 'layers[0].rotation.start', /missing/],
  [
    'a start that is no time',
    withRotation({ start: 'monday' }),
    'layers[0].rotation.start',
    /"monday" is not a time; write an ISO time/,
  ],
  [
    'a start on 30 February',
    withRotation({ start: '2026-02-30T09:00' }),
    'layers[0].rotation.start',
    /not a time/,
  ],
  ['a start at 25:00', withRotation({ start: '2026-02-03T25:00' }), 'layers[0].rotation.start', /not a time/],
  [
    'a start in the year 200000',
    withRotation({ start: '+200000-01-01T00:00' }),
    'layers[0].rotation.start',
    /not a time/,
  ],
  ['a shift of no minutes', withLayer({ shiftMinutes: 0 }), 'layers[0].shiftMinutes', /at least a minute/],
  [
    'a shift longer than its turn',
    withLayer({ shiftMinutes: 1441 }),
    'layers[0].shiftMinutes',
    /longer than one turn/,
  ],
  [
    'a shift without a rotation',
    withLayer({ rotation: undefined, shiftMinutes: 60 }),
    'layers[0].shiftMinutes',
    /needs a rotation/,
  ],
  ['until before the start', withLayer({ until: '2026-01-01T08:00' }), 'layers[0].until', /never be on duty/],
  ['until that is no time', withLayer({ until: 'soon' }), 'layers[0].until', /not a time/],
  ['half a priority', withLayer({ priority: 1.5 }), 'layers[0].priority', /whole number/],
  ['an unknown day', withRestriction({ days: ['moon'] }), 'layers[0].restrictions[0].days[0]', /mon, tue/],
  ['day 8', withRestriction({ days: [8] }), 'layers[0].restrictions[0].days[0]', /mon, tue/],
  ['no days', withRestriction({ days: [] }), 'layers[0].restrictions[0].days', /leave days out/],
  ['a time of day at 25:00', withRestriction({ end: '25:00' }), 'layers[0].restrictions[0].end', /HH:MM/],
  ['a time of day in words', withRestriction({ start: 'noon' }), 'layers[0].restrictions[0].start', /HH:MM/],
  [
    'a time of day with 61 seconds',
    withRestriction({ end: '17:00:61' }),
    'layers[0].restrictions[0].end',
    /SS/,
  ],
  ['a moment after 24:00', withRestriction({ end: '24:00:01' }), 'layers[0].restrictions[0].end', /24:00/],
  ['a start without an end', withRestriction({ end: undefined }), 'layers[0].restrictions[0]', /both/],
  [
    'a restriction of nothing',
    withRestriction({ start: undefined, end: undefined }),
    'layers[0].restrictions[0]',
    /restricts nothing/,
  ],
  ['one letter for a day', withRestriction({ days: ['t'] }), 'layers[0].restrictions[0].days[0]', /mon, tue/],
  ['a start at 24:00', withRestriction({ start: '24:00' }), 'layers[0].restrictions[0].start', /00:00/],
  ['an inverted override', withOverride({ to: '2025-12-31' }), 'overrides[0].to', /not after from/],
  ['an override of no time', withOverride({ to: day.from }), 'overrides[0].to', /not after from/],
  ['an override that does nothing', withOverride({ add: undefined }), 'overrides[0]', /does nothing/],
  ['an override of empty lists', withOverride({ add: [], remove: [] }), 'overrides[0]', /does nothing/],
  ['an override by a number', withOverride({ add: 7 }), 'overrides[0].add', /list of user ids/],
  [
    'a shift outside its temporary schedule',
    withTemporary({ ...day, shifts: [{ user: 'ben', from: '2026-01-02', to: '2026-01-03' }] }),
    'temporary[0].shifts[0]',
    /outside/,
  ],
  [
    'an inverted shift',
    withTemporary({ ...day, shifts: [{ user: 'ben', from: '2026-01-02', to: '2026-01-01' }] }),
    'temporary[0].shifts[0].to',
    /not after from/,
  ],
];

describe('a schedule', () => {
  it.each(refusals)('refuses %s', (_what, written, field, remedy) => {
    const result = scheduleSchema.safeParse(written);
    const problems = result.success ? [] : explainIssues(result.error.issues);
    expect(problems.map((problem) => problem.field)).toEqual([field]);
    expect(problems[0]?.message).toMatch(remedy);
  });

  it('takes one user of an override without the list', () => {
    const schedule = scheduleSchema.parse(withOverride({ add: 'ben', remove: 'ana' }));
    expect(onCall(schedule, Date.parse('2026-01-01T12:00Z')).onCall).toEqual(['ben']);
  });

  it('takes days as people and other pagers write them', () => {
    const tuesday = Date.parse('2026-11-24T12:00Z');
    const wednesday = tuesday + 86_400_000;
    const spellings = ['tue', 'TU', 'Tues', 'tues.', 'Tuesday', 2, '2'];
    for (const days of [...spellings.map((spelling) => [spelling]), 'tue']) {
      const schedule = scheduleSchema.parse(withLayer({ rotation: undefined, restrictions: [{ days }] }));
      const present = [tuesday, wednesday].map((at) => onCall(schedule, at).onCall.length);
      expect({ days, present }).toEqual({ days, present: [1, 0] });
    }
    const weds = scheduleSchema.parse(withLayer({ restrictions: [{ days: ['weds', 'th', 'SU'] }] }));
    const week = [0, 1, 2, 3, 4, 5, 6].map((i) => onCall(weds, tuesday + i * 86_400_000).onCall.length);
    expect(week).toEqual([0, 1, 1, 0, 0, 1, 0]);
  });

  it('takes a duty as long as the longest month', () => {
    const monthly = { type: 'monthly', start: '2026-01-01T00:00' };
    const longest = withLayer({ rotation: monthly, users: ['ana', 'ben'], shiftMinutes: 44_640 });
    const schedule = scheduleSchema.parse(longest);
    expect(onCall(schedule, Date.parse('2026-02-28T23:59Z')).onCall).toEqual(['ben']);
    expect(onCall(schedule, Date.parse('2026-03-01T00:00Z')).onCall).toEqual(['ana']);
    const longer = { ...longest, layers: [{ ...longest.layers[0], shiftMinutes: 44_641 }] };
    expect(scheduleSchema.safeParse(longer).success).toBe(false);
  });

  it('takes no layers at all, and has nobody then', () => {
    expect(onCall(scheduleSchema.parse({ timezone: 'UTC', layers: [] }), 0).onCall).toEqual([]);
  });

  it('reads times that a clock shows twice or never, and dates alone as their midnight', () => {
    const firstAt = {
      '2026-11-01T01:30': '2026-11-01T05:30Z',
      '2026-03-08T02:30': '2026-03-08T07:00Z',
      '2026-03-09': '2026-03-09T04:00Z',
      '2026-03-09 09:00:30.250': '2026-03-09T13:00:30.250Z',
      '2026-03-09T09:00-05:00[America/Chicago]': '2026-03-09T14:00Z',
      '2026-03-09T09:00[America/Chicago]': '2026-03-09T14:00Z',
      '2026-03-09T09:00+0530': '2026-03-09T03:30Z',
    };
    for (const [start, instant] of Object.entries(firstAt)) {
      const schedule = scheduleSchema.parse({
        timezone: 'America/New_York',
        layers: [{ users: ['ana'], rotation: { type: 'daily', start } }],
      });
      const present = [-1, 0].map((ms) => onCall(schedule, Date.parse(instant) + ms).onCall.length);
      expect({ start, present }).toEqual({ start, present: [0, 1] });
    }
  });

  it('answers within microseconds however long ago its rotation began', () => {
    const schedule = scheduleSchema.parse(withRotation({ type: 'hourly', start: '1900-01-01T00:00' }));
    const begin = performance.now();
    for (let i = 0; i < 10_000; i++) onCall(schedule, Date.UTC(2026, 0, 1) + i * 977_777);
    // A count from the first turn would take 10,000 times a million steps; the budget is 10 µs a call.
    expect(performance.now() - begin).toBeLessThan(5000);
  });
});
