import { describe, expect, it } from 'vitest';
import { shiftsEndingWithin } from '../../../app/ending-shifts.ts';
import { scheduleSchema } from '../../../core/oncall/schedule.ts';
import { shiftsOf } from '../../../core/oncall/shifts.ts';
import { fakePorts } from '../../fakes/fake-ports.ts';

const span = (from: number, to: number, ...onCall: string[]) => ({ from, to, onCall, why: '' });
const at = (text: string) => Date.parse(`2026-11-${text}:00.000Z`);

describe('shifts', () => {
  it('join duty that goes on without a break, on whichever schedule', () => {
    const spans = [span(0, 10, 'ana'), span(10, 20, 'ana', 'ben'), span(5, 30, 'ana'), span(40, 50, 'ana')];
    expect(shiftsOf(spans).toSorted((a, b) => a.to - b.to)).toEqual([
      { userId: 'ben', from: 10, to: 20 },
      { userId: 'ana', from: 0, to: 30 },
      { userId: 'ana', from: 40, to: 50 },
    ]);
  });

  const daily = (user: string, start: string, end: string) =>
    scheduleSchema.parse({ timezone: 'UTC', layers: [{ users: [user], restrictions: [{ start, end }] }] });
  const schedules = {
    early: daily('ana', '06:00', '14:00'),
    late: daily('ben', '14:00', '22:00'),
    more: daily('ana', '13:00', '15:30'),
    always: scheduleSchema.parse({ timezone: 'UTC', layers: [{ users: ['eve'] }] }),
  };
  const ending = (from: string, to: string) => {
    const range = { from: at(from), to: at(to) };
    return shiftsEndingWithin(range, { schedules }, fakePorts());
  };

  it('end when somebody is on no schedule any more, and not before', () => {
    expect(ending('20T13:50', '20T14:10')).toEqual([]);
    expect(ending('20T15:20', '20T15:40')).toEqual([
      { userId: 'ana', from: at('20T06:00'), to: at('20T15:30') },
    ]);
    expect(ending('20T21:00', '20T22:01')).toEqual([
      { userId: 'ben', from: at('20T14:00'), to: at('20T22:00') },
    ]);
  });

  it('end at an instant that the range includes, and not at the one that it ends with', () => {
    expect(ending('20T22:00', '20T22:01').map(({ userId }) => userId)).toEqual(['ben']);
    expect(ending('20T21:00', '20T22:00')).toEqual([]);
  });

  it('of a schedule that cannot be read are told to the log and keep no other from being seen', () => {
    const ports = fakePorts();
    const broken = { ...schedules.late, timezone: 'Mars/Olympus' };
    const range = { from: at('20T15:20'), to: at('20T15:40') };
    const found = shiftsEndingWithin(range, { schedules: { ...schedules, broken } }, ports);
    expect(found.map(({ userId }) => userId)).toEqual(['ana']);
    expect(ports.logged[0]).toMatchObject({ level: 'error', fields: { scheduleId: 'broken' } });
  });
});
