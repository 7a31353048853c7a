import { describe, expect, it } from 'vitest';
import { december, Story } from './story.ts';

describe('the clock of a department', () => {
  const ask = (calendar: string) =>
    new Story('21T09:00').add('21T10:00', 'agent', {
      type: 'consult.sent.v1',
      data: { consultId: 'c', department: 'legal', calendar, minutes: 120 },
    });

  it('counts in the hours of the department', () => {
    expect(ask('legal').clock('department', null, 1)).toMatchObject({
      promise: { calendar: 'legal' },
      dueAt: december('21T12:00'),
    });
  });

  it('counts in those of the policy when the promises of the case are older than the calendar', () => {
    expect(ask('published-later').clock('department', null, 1)).toMatchObject({
      promise: { calendar: 'office' },
      dueAt: december('21T12:00'),
    });
  });
});
