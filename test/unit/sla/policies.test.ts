import { describe, expect, it } from 'vitest';
import { checkPolicies } from '../../../core/sla/check-policies.ts';
import { type MatchFacts, matchPolicy } from '../../../core/sla/match-policy.ts';
import { policySchema } from '../../../core/sla/policy.ts';
import { policyGaps } from '../../../core/sla/policy-gaps.ts';
import { compareMatches } from '../../../core/sla/policy-overlap.ts';
import { explainIssues } from '../../../core/validation/explain-issues.ts';
import { policySet, standard } from './story.ts';

const facts: MatchFacts = {
  channel: 'email',
  category: 'other',
  priority: 'normal',
  language: null,
  tags: [],
};
const now = Date.UTC(2026, 10, 1);
const named = (id: string, match: object = {}) => ({ ...standard, id, match });
const problems = (...policies: object[]) =>
  checkPolicies(policySet('v1', policies), now).map(
    ({ severity, field, message }) => `${severity} ${field}: ${message}`,
  );

const refusals: [string, object, string, RegExp][] = [
  [
    'no time at all',
    { targets: { 'first-reply': { low: 0 } } },
    'targets["first-reply"].low',
    /more than 0 minutes/,
  ],
  [
    'negative time',
    { targets: { 'first-reply': { low: { minutes: -5 } } } },
    'targets["first-reply"].low.minutes',
    /more than 0/,
  ],
  [
    'more than a year',
    { targets: { 'first-reply': { low: 1e9 } } },
    'targets["first-reply"].low',
    /more than a year/,
  ],
  [
    'an unknown clock',
    { targets: { 'first-replay': { low: 5 } } },
    'targets["first-replay"]',
    /did you mean "first-reply"/,
  ],
  [
    'an unknown category',
    { match: { categories: ['violenc'] } },
    'match.categories[0]',
    /did you mean "violence"/,
  ],
  ['an empty list', { match: { tags: [] } }, 'match.tags', /matches nothing/],
  ['a warning at the breach', { warnings: [100] }, 'warnings[0]', /99 %/],
  ['a warning twice', { warnings: [50, 50] }, 'warnings', /once/],
  ['an unknown key', { escalations: 'x' }, 'escalations', /did you mean "escalation"/],
];

describe('a policy', () => {
  it.each(refusals)('refuses %s', (_what, spoilt, field, remedy) => {
    const result = policySchema.safeParse({ ...standard, ...spoilt });
    const found = result.success ? [] : explainIssues(result.error.issues);
    expect(found.map((problem) => problem.field?.replaceAll("'", '"'))).toEqual([
      field.replace(/\["([a-z-]+)"\]/g, '.$1'),
    ]);
    expect(found[0]?.message).toMatch(remedy);
  });

  it('is the first that matches, with why the ones before did not', () => {
    const { policies } = policySet('v1', [
      named('chat', { channels: ['chat'] }),
      named('vip', { tags: ['vip', 'press'] }),
      named('spanish', { languages: ['es'] }),
      named('rest'),
    ]);
    expect(matchPolicy(policies, { ...facts, tags: ['press'] }).policy?.id).toBe('vip');
    expect(matchPolicy(policies, { ...facts, language: 'es' }).policy?.id).toBe('spanish');
    expect(matchPolicy(policies, facts).why).toBe(
      'rest is the first of 4 that matches; not chat (channel email), vip (no such tag), spanish (language unknown)',
    );
    expect(matchPolicy(policies.slice(0, 1), facts)).toMatchObject({
      policy: null,
      why: 'no policy matches: not chat (channel email)',
    });
  });
});

describe('a set of policies', () => {
  it('in order has no problem', () => {
    expect(problems(named('crisis', { categories: ['self-harm'] }), named('rest'))).toEqual([]);
  });

  it('names ties, however they are written, and policies that are never reached or overlap', () => {
    expect(
      problems(named('a', { tags: ['x', 'y'] }), named('b', { tags: ['y', 'x'] }), named('rest')),
    ).toEqual([expect.stringMatching(/^error policies\[1\]\.match: matches the same cases as a/)]);
    expect(problems(named('rest'), named('chat', { channels: ['chat'] }))).toEqual([
      expect.stringMatching(/^warning policies\[1\]\.match: is never reached: rest/),
    ]);
    expect(
      problems(named('chat', { channels: ['chat'] }), named('high', { priorities: ['high'] }), named('rest')),
    ).toEqual([expect.stringMatching(/^warning policies\[1\]\.match: overlaps with chat/)]);
  });

  it('names what points nowhere, shut calendars, ids that come twice and swapped targets', () => {
    const broken = {
      ...standard,
      calendar: 'ofice',
      escalation: 'none',
      targets: {
        'emergency-ack': { emergency: { minutes: 5, calendar: 'office' } },
        'first-reply': { high: 90, low: 60 },
      },
    };
    const set = policySet('v1', [named('standard', { tags: ['x'] }), broken]);
    const shut = { timezone: 'UTC', holidays: [{ from: '2026-01-01', to: '2028-01-01' }] };
    const found = checkPolicies({ ...set, calendars: { ...set.calendars, shut } }, now).map(
      ({ message }) => message,
    );
    for (const expected of [
      /no calendar "ofice"; did you mean "office"/,
      /no ladder "none"/,
      /emergency-ack runs around the clock/,
      /closed for a whole year/,
      /already policies\[0\]/,
      /gives high 90 min but low only 60/,
      /no target for emergency, urgent, normal/,
    ])
      expect(found).toContainEqual(expect.stringMatching(expected));
  });

  it('names the cases that no policy matches, together where they are alike', () => {
    const { policies } = policySet('v1', [
      named('mail', { channels: ['email', 'zendesk', 'intercom', 'kustomer'] }),
      named('chat', { channels: ['chat'], priorities: ['emergency', 'urgent', 'high', 'normal'] }),
    ]);
    expect(policyGaps(policies)).toEqual([
      expect.stringMatching(/^no policy matches chat with low in any category/),
    ]);
    expect(policyGaps([])).toHaveLength(5);
  });

  it.each([
    [{}, {}, 'equal'],
    [{}, { tags: ['a'] }, 'covers'],
    [{ channels: ['chat'] }, {}, 'within'],
    [{ channels: ['chat'] }, { channels: ['email'] }, 'apart'],
    [{ tags: ['a'] }, { tags: ['b'] }, 'overlaps'],
  ] as const)('compares %j and %j', (a, b, relation) => {
    const match = (written: object) => policySchema.parse({ ...standard, match: written }).match;
    expect(compareMatches(match(a), match(b))).toBe(relation);
  });
});
