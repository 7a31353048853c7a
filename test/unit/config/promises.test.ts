import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { parseDeskConfig } from '../../../core/config/desk-config.ts';
import { policySetOf } from '../../../core/config/policies-of-config.ts';
import { promiseProblems } from '../../../core/config/promise-problems.ts';
import { tierOf } from '../../../core/config/user.ts';
import { DomainError } from '../../../core/errors.ts';
import { aConfig } from './a-config.ts';
import { somePromises } from './some-promises.ts';

type Promises = ReturnType<typeof somePromises>;

const now = Date.UTC(2026, 10, 22, 10);
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const parsed = (promises: object = somePromises()) => parseDeskConfig({ ...aConfig(), ...promises }, {}, now);

function problemsOf(promises: object, at: number | null = now) {
  try {
    parseDeskConfig({ ...aConfig(), ...promises }, {}, at);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'config.invalid') return error.details;
    throw error;
  }
  return [];
}

function warningsOf(promises: object, at = now): string[] {
  return promiseProblems(parsed(promises), at)
    .filter(({ severity }) => severity === 'warning')
    .map(({ field, message }) => `${field}: ${message}`);
}

const ladder = (levels: object[]) => ({ ladders: { standard: { name: 'Standard', levels } } });
const level = (...targets: object[]) => ({ tier: 'lead', waitMinutes: 5, targets });
const standard = (p: Promises, spoilt: object) => ({
  ...p,
  policies: [p.policies[0], { ...p.policies[1], ...spoilt }],
});

const refusals: [string, (promises: Promises) => object, string, RegExp][] = [
  [
    'a ladder that names an unknown user',
    (p) => ({ ...p, ...ladder([level({ user: 'anna' })]) }),
    'ladders.standard.levels[0].targets[0]',
    /no user "anna"; did you mean "ana"/,
  ],
  [
    'a ladder that names an unknown schedule',
    (p) => ({ ...p, ...ladder([level({ role: 'lead' }, { schedule: 'primry' })]) }),
    'ladders.standard.levels[0].targets[1]',
    /no schedule "primry"; did you mean "primary"/,
  ],
  [
    'a ladder that names a tier which nobody has',
    (p) => ({ ...p, ...ladder([level({ role: 'head' })]) }),
    'ladders.standard.levels[0].targets[0]',
    /nobody is head; give a user tier: head/,
  ],
  [
    'a ladder that tells a user where they have no contact',
    (p) => ({ ...p, ...ladder([{ ...level({ user: 'ben' }), channels: ['email'] }]) }),
    'ladders.standard.levels[0].targets[0]',
    /ben has no contact on email/,
  ],
  [
    'a ladder that tells a tier where nobody of it has a contact',
    (p) => ({ ...p, ...ladder([{ ...level({ role: 'lead' }), channels: ['webhook'] }]) }),
    'ladders.standard.levels[0].targets[0]',
    /nobody who is lead \(ana\) has a contact on webhook/,
  ],
  [
    'a ladder on which perhaps nobody is told',
    (p) => ({ ...p, ...ladder([level({ assignee: true }, { schedule: 'primary' })]) }),
    'ladders.standard.levels',
    /no level always reaches someone/,
  ],
  [
    'a department in an unknown calendar',
    (p) => ({ ...p, departments: { legal: { name: 'Legal', email: 'l@x.example', calendar: 'ofice' } } }),
    'departments.legal.calendar',
    /no calendar "ofice"; did you mean "office"/,
  ],
  [
    'a department at our own address',
    (p) => ({ ...p, departments: { legal: { name: 'Legal', email: 'Help@tidewater.example' } } }),
    'departments.legal.email',
    /desk's own address/,
  ],
  [
    'an answer of a department in the next century',
    (p) => ({
      ...p,
      calendars: { ...p.calendars, rare: { timezone: 'UTC', hours: { mon: [['09:00', '09:05']] } } },
      departments: {
        legal: { name: 'Legal', email: 'l@x.example', calendar: 'rare', answerMinutes: 500_000 },
      },
    }),
    'departments.legal.answerMinutes',
    /more than 20 years away/,
  ],
  [
    'a promise that no calendar has the hours for',
    (p) => ({
      ...standard(p, { calendar: 'rare', targets: { 'first-reply': { low: 500_000 } } }),
      calendars: { ...p.calendars, rare: { timezone: 'UTC', hours: { mon: [['09:00', '09:05']] } } },
    }),
    'policies[1].targets.first-reply',
    /low \(rare\): 500000 open minutes are more than 20 years away/,
  ],
  [
    'a policy in a calendar named like a thing that every object has',
    (p) => standard(p, { calendar: 'constructor' }),
    'policies[1].calendar',
    /no calendar "constructor"/,
  ],
  [
    'two policies for the same cases',
    (p) => standard(p, { match: p.policies[0]?.match }),
    'policies[1].match',
    /same cases as crisis/,
  ],
  [
    'a calendar that never opens',
    (p) => ({ ...p, calendars: { ...p.calendars, shut: { timezone: 'UTC', hours: {} } } }),
    'calendars.shut.hours',
    /never open/,
  ],
  [
    'a calendar that holidays keep shut for a year',
    (p) => ({
      ...p,
      calendars: {
        ...p.calendars,
        shut: { timezone: 'UTC', holidays: [{ from: '2026-11-01', to: '2027-12-31' }] },
      },
    }),
    'calendars.shut',
    /closed for a whole year/,
  ],
  [
    'an unknown tier of a user',
    (p) => ({
      ...p,
      users: aConfig()
        .users.map((user) => ({ ...user, tier: 'boss' }))
        .slice(0, 1),
    }),
    'users[0].tier',
    /agent, lead, manager, head/,
  ],
];

describe('the promises of a configuration', () => {
  it('are in order as written, and none by default', () => {
    expect(problemsOf(somePromises())).toEqual([]);
    expect(parsed({})).toMatchObject({ calendars: {}, ladders: {}, policies: [], departments: {} });
  });

  it.each(refusals)('refuse %s', (_what, spoil, field, remedy) => {
    const problems = problemsOf(spoil(somePromises()));
    expect(problems.map((problem) => problem.field)).toContain(field);
    expect(problems.find((problem) => problem.field === field)?.message).toMatch(remedy);
  });

  it('name what is wrong with them beside mistakes elsewhere', () => {
    const fields = problemsOf({
      ...standard(somePromises(), { calendar: 'none' }),
      triage: { secondOpinion: { enabled: 'no' } },
    }).map(({ field }) => field);
    expect(fields).toEqual(['triage.secondOpinion.enabled', 'policies[1].calendar']);
  });

  it('may have run out of hours once they are published', () => {
    const p = somePromises();
    const shut = { timezone: 'UTC', holidays: [{ from: '2026-11-01', to: '2027-12-31' }] };
    expect(problemsOf({ ...p, calendars: { ...p.calendars, shut } }, null)).toEqual([]);
  });

  it('give warnings for cases and emergencies without a promise, and for none at all', () => {
    expect(warningsOf({})).toEqual([
      'policies: there is none, so no case has a due time; write one without a match',
    ]);
    const p = somePromises();
    expect(warningsOf({ ...p, policies: p.policies.slice(0, 1) })[0]).toMatch(/^policies: no policy matches/);
    const noAck = standard(p, { targets: { 'first-reply': { low: 5 } } });
    expect(warningsOf(noAck)).toContainEqual(
      expect.stringMatching(/emergency-ack"?\]?: has no target for emergency/),
    );
    expect(warningsOf(p)).toEqual([]);
  });

  it('give a warning when an urgent case may wait longer than a calm one in another calendar', () => {
    const targets = {
      'emergency-ack': { emergency: 5 },
      'first-reply': {
        emergency: 30,
        urgent: 60,
        high: { minutes: 240, calendar: 'always' },
        normal: 480,
        low: 480,
      },
    };
    const found = warningsOf(standard(somePromises(), { targets }));
    expect(found).toEqual([
      expect.stringMatching(
        /^policies\[1\]\.targets\.first-reply: lets urgent \(60 min, office\) wait longer than high \(240 min, always\) from \d+ of 56 starts, such as 2026-11-2/,
      ),
    ]);
    const calm = {
      ...targets,
      'first-reply': { ...targets['first-reply'], high: { minutes: 20_000, calendar: 'always' } },
    };
    expect(warningsOf(standard(somePromises(), { targets: calm })).join()).toMatch(/lets high \(20000/);
  });

  it('give a warning when the holidays of a calendar have run out, from October on for the next year', () => {
    const p = somePromises();
    expect(warningsOf(p, Date.UTC(2027, 8, 30))).toEqual([]);
    expect(warningsOf(p, Date.UTC(2027, 9, 1))).toEqual([
      'calendars.office.holidays: has none in 2028, so it counts them as working days; add them',
    ]);
    expect(warningsOf(p, Date.UTC(2028, 2, 1))).toHaveLength(1);
  });
});

describe('the policy set of a configuration', () => {
  const versionOf = (config: object) =>
    policySetOf(parseDeskConfig({ ...aConfig(), ...config }), sha256).version;
  const base = versionOf(somePromises());

  it('has a short version that other settings leave as it is', () => {
    expect(base).toMatch(/^[0-9a-f]{16}$/);
    const elsewhere = { mail: { maxBytes: 30_000_000 }, users: aConfig().users.toReversed() };
    expect(versionOf({ ...somePromises(), ...elsewhere })).toBe(base);
    const p = somePromises();
    const renamed = { legal: { ...p.departments.legal, name: 'Counsel', email: 'c@x.example' } };
    expect(versionOf({ ...p, departments: renamed })).toBe(base);
  });

  it.each([
    ['a calendar', (p: Promises) => ({ ...p, calendars: { ...p.calendars, more: { timezone: 'UTC' } } })],
    ['the order of policies', (p: Promises) => ({ ...p, policies: p.policies.toReversed() })],
    ['a ladder', (p: Promises) => ({ ...p, ladders: { ...p.ladders, more: p.ladders.standard } })],
    [
      'the terms of a department',
      (p: Promises) => ({ ...p, departments: { legal: { ...p.departments.legal, answerMinutes: 60 } } }),
    ],
    ['the crisis categories', (p: Promises) => ({ ...p, crisisCategories: ['violence'] })],
  ])('has another version after a change of %s', (_what, change) => {
    expect(versionOf(change(somePromises()))).not.toBe(base);
  });
});

describe('the tier of a user', () => {
  it.each([
    [['lead', 'admin'], undefined, 'lead'],
    [['senior'], undefined, 'agent'],
    [['agent'], undefined, 'agent'],
    [['auditor'], undefined, null],
    [['admin'], 'head', 'head'],
  ] as const)('of roles %j and tier %s is %s', (roles, tier, expected) => {
    expect(tierOf({ roles: [...roles], tier })).toBe(expected);
  });
});
