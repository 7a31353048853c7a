import { describe, expect, test } from 'vitest';
import { checkDraft } from '../../../../console/src/policies/check-draft.ts';
import type { DraftPolicy, PromisesDraft } from '../../../../console/src/policies/promises-draft.ts';
import { writtenPromises } from '../../../browser/fake-desk/written-promises.ts';

const at = Date.UTC(2026, 10, 20, 12);

function check(change: (draft: PromisesDraft) => Partial<PromisesDraft> = () => ({}), userIds = ['chidi']) {
  const draft: PromisesDraft = writtenPromises();
  return checkDraft({ draft: { ...draft, ...change(draft) }, crisisCategories: ['violence'], userIds, at });
}

function errorsOf(checked: ReturnType<typeof check>) {
  return checked.problems
    .filter(({ severity }) => severity === 'error')
    .map(({ field, message }) => `${field}: ${message}`);
}

function everyday(fields: Partial<DraftPolicy>) {
  return ({ policies: [crisis, policy] }: PromisesDraft) => ({
    policies: [crisis, policy && { ...policy, ...fields }].filter((one) => one !== undefined),
  });
}

describe('a draft while it is typed', () => {
  test('what is sound comes out as a policy set and as what would be published', () => {
    const checked = check();
    expect(errorsOf(checked)).toEqual([]);
    expect(checked.set?.policies.map(({ id }) => id)).toEqual(['crisis', 'everyday']);
    expect(checked.promises).toEqual(writtenPromises());
  });

  test('what is unread is an error at its very field, in the words of the field, and hides no other', () => {
    const unread = { unread: '4 hh', problem: '"4 hh" is no length of time' };
    const checked = check(everyday({ calendar: 'offise', targets: { 'first-reply': { high: unread } } }));
    expect(errorsOf(checked)).toEqual([
      'policies[1].targets.first-reply.high: "4 hh" is no length of time',
      'policies[1].calendar: there is no calendar "offise"; did you mean "office"?',
    ]);
    expect(checked.set).toBeNull();
    expect(checked.promises).toBeNull();
    const ofTargets = checked.problems.filter(({ field }) =>
      field?.startsWith('policies[1].targets.first-reply'),
    );
    expect(ofTargets).toHaveLength(1);
  });

  test('a target that names a calendar keeps its error at the minutes', () => {
    const unread = { unread: '', problem: 'write a length' };
    const targets = { 'next-reply': { low: { minutes: unread, calendar: 'watch' } } };
    expect(errorsOf(check(everyday({ targets })))).toEqual([
      'policies[1].targets.next-reply.low.minutes: write a length',
    ]);
  });

  test.each([
    ['zero', 0, /no time at all/],
    ['negative', -5, /no time at all/],
    ['absurd', 600_000, /more than a year/],
  ])('a target that is %s is refused', (_, high, message) => {
    const [error = ''] = errorsOf(check(everyday({ targets: { 'first-reply': { high } } })));
    expect(error).toMatch(/^policies\[1\]\.targets\.first-reply\.high/);
    expect(error).toMatch(message);
  });

  test('hours that cannot be, and zones that are none, are refused where they stand', () => {
    const checked = check(({ calendars }) => ({
      calendars: {
        ...calendars,
        office: {
          timezone: 'Europe/Lundun',
          hours: {
            mon: [['25:00', '17:00']],
            tue: [
              ['09:00', '12:00'],
              ['11:00', '13:00'],
            ],
          },
        },
        never: { timezone: 'UTC', hours: {} },
      },
    }));
    const errors = errorsOf(checked).join('\n');
    expect(errors).toMatch(/calendars\.office\.timezone: .*IANA name/);
    expect(errors).toMatch(/calendars\.office\.hours\.mon\[0\]\[0\]: write a time of day as HH:MM/);
    expect(errors).toMatch(/calendars\.never\.hours: is never open/);
  });

  test('ties and unreachable policies, strangers on a ladder, departments without hours are seen', () => {
    const checked = check(
      ({ policies, departments }) => ({
        policies: [...policies, ...policies.slice(1).map((policy) => ({ ...policy, id: 'twin' }))],
        departments: { ...departments, legal: { name: 'Legal', email: 'nowhere', calendar: 'gone' } },
      }),
      ['ana'],
    );
    const errors = errorsOf(checked).join('\n');
    expect(errors).toMatch(/departments\.legal\.email: write an e-mail address/);
    expect(errors).toMatch(/departments\.legal\.calendar: there is no calendar "gone"/);
    expect(errors).toMatch(/ladders\.standard\.levels\[1\]\.targets\[1\]: there is no user "chidi"/);
    expect(
      errorsOf(
        check(({ policies }) => ({
          policies: [...policies, ...policies.slice(1).map((one) => ({ ...one, id: 'twin' }))],
        })),
      ),
    ).toEqual([expect.stringMatching(/^policies\[2\]\.match: matches the same cases as everyday/)]);
  });

  test('a desk that has written nothing yet is no error', () => {
    const checked = check(() => ({ policies: [], calendars: {}, ladders: {}, departments: {} }));
    expect(errorsOf(checked)).toEqual([]);
    expect(checked.set?.policies).toEqual([]);
  });
});
