import { describe, expect, test } from 'vitest';
import { fieldChanges } from '../../../../console/src/policies/field-changes.ts';
import { placeOf, problemsUnder } from '../../../../console/src/policies/problems-at.ts';

describe('what changed, leaf by leaf', () => {
  test('a leaf is told with what it was and is, a new or gone one with nothing on the other side', () => {
    const before = { name: 'A', targets: { 'first-reply': { high: 240, low: 960 } }, warnings: [50, 80] };
    const after = {
      name: 'A',
      targets: { 'first-reply': { high: 120 } },
      warnings: [50, 90],
      escalation: 'x',
    };
    expect(fieldChanges(before, after)).toEqual([
      { field: 'targets.first-reply.high', before: '4 h', after: '2 h' },
      { field: 'targets.first-reply.low', before: '16 h', after: null },
      { field: 'warnings[1]', before: '80', after: '90' },
      { field: 'escalation', before: null, after: 'x' },
    ]);
  });

  test('lists of another length are told whole, and what is unread by its words', () => {
    expect(fieldChanges({ tags: ['a'] }, { tags: ['a', 'b'] })).toEqual([
      { field: 'tags', before: '["a"]', after: '["a","b"]' },
    ]);
    expect(fieldChanges({ high: 4 }, { high: { unread: '4 hh', problem: '' } })).toEqual([
      { field: 'high', before: '4', after: '4 hh' },
    ]);
  });
});

describe('where a problem is mended', () => {
  test.each([
    ['policies[2].targets.first-reply.high', { part: 'policies', item: '2' }],
    ['calendars.office.hours.mon[0][0]', { part: 'calendars', item: 'office' }],
    ['calendars["24x7"].timezone', { part: 'calendars', item: '24x7' }],
    ['departments', { part: 'departments', item: null }],
    ['users[3].contacts', null],
    ['', null],
  ])('%s', (field, place) => {
    expect(placeOf(field)).toEqual(place);
  });

  test('a field holds the problems below it and not those of a namesake', () => {
    const problems = ['policies[1]', 'policies[1].id', 'policies[10].id', 'policies[1][x]'].map((field) => ({
      severity: 'error' as const,
      field,
      message: field,
    }));
    expect(problemsUnder(problems, 'policies[1]').map(({ field }) => field)).toEqual([
      'policies[1]',
      'policies[1].id',
      'policies[1][x]',
    ]);
  });
});
