import { describe, expect, it } from 'vitest';
import { slaCommand } from '../../../cli/sla.ts';

async function run(args: string[], ...lines: (object | string)[]) {
  const out: string[] = [];
  const err: string[] = [];
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
  const code = await slaCommand(args, {
    stdin: (async function* () {
      yield new TextEncoder().encode(text);
    })(),
    stdout: { write: (written) => out.push(written) },
    stderr: { write: (written) => err.push(written) },
    env: {},
  });
  return { code, out: out.join(''), err: err.join('').trim().split('\n').filter(Boolean) };
}

const calendar = {
  timezone: 'Europe/London',
  hours: { mon: [['09:00', '17:00']], tue: [['09:00', '17:00']] },
};

describe('sla due', () => {
  it('reads null as left out', async () => {
    const hours = { ...calendar.hours, wed: null };
    const lines = [
      {
        calendar: { ...calendar, hours, holidays: null },
        start: '2026-07-07T16:30',
        minutes: 31,
        pauses: null,
      },
      { calendar: { timezone: 'UTC', hours: null }, start: '2026-07-08T00:00Z', minutes: 1 },
    ];
    const { code, out, err } = await run(['due'], ...lines);
    expect({ code, err }).toEqual({ code: 0, err: [] });
    expect(out).toContain('"due":"2026-07-13T08:01:00.000Z"');
    expect(out).toContain('"due":"2026-07-08T00:01:00.000Z"');
  });

  it('answers with id, due in UTC and the reason; local times are of the zone of the calendar', async () => {
    const line = {
      id: 'a',
      calendar,
      start: '2026-07-06T16:30',
      minutes: 60,
      pauses: [['2026-07-07T09:00', '2026-07-07T08:10Z']],
    };
    const { code, out, err } = await run(['due'], line, {
      calendar: { timezone: 'UTC' },
      start: '2026-01-01T00:00Z',
      minutes: 1,
    });
    expect({ code, err }).toEqual({ code: 0, err: [] });
    const [first, second] = out
      .trim()
      .split('\n')
      .map((text): { id?: string; due: string; why: string } => JSON.parse(text));
    expect(first).toMatchObject({ id: 'a', due: '2026-07-07T08:40:00.000Z' });
    expect(first?.why).toContain('10 min of open time in pauses');
    expect(second?.due).toBe('2026-01-01T00:01:00.000Z');
  });

  it('names line, field and remedy of a bad line, answers the others, and ends with 2', async () => {
    const good = { id: 'ok', calendar, start: '2026-07-06T09:00Z', minutes: 1 };
    const bad = [
      { ...good, calendar: { timezone: 'UTC', hours: {} } },
      { ...good, minutes: -5 },
      { ...good, minutes: 1e12 },
      { ...good, start: 'monday' },
      { ...good, pauses: [['2026-07-07T09:00', '2026-07-07T08:00']] },
      { ...good, pauses: [['2026-07-07T09:00', 'x']] },
      'not json',
    ];
    const { code, out, err } = await run(['due'], ...bad, good);
    expect(code).toBe(2);
    expect(out.trim().split('\n')).toHaveLength(1);
    expect(err).toEqual([
      expect.stringMatching(/line 1: calendar\.hours: is never open/),
      expect.stringMatching(/line 2: minutes: is negative/),
      expect.stringMatching(/line 3: minutes: is more than ten years/),
      expect.stringMatching(/line 4: start: "monday" is not a time/),
      expect.stringMatching(/line 5: pauses\[0\]: ends before it begins/),
      expect.stringMatching(/line 6: pauses\[0\]\[1\]: "x" is not a time/),
      expect.stringMatching(/line 7: is not JSON/),
    ]);
  });

  it('explains itself, and refuses what it does not know with one line', async () => {
    expect((await run(['--help'])).out).toContain('harborwatch sla due');
    for (const args of [[], ['explain'], ['due', 'x']]) {
      expect(await run(args)).toMatchObject({ code: 2, out: '', err: [expect.any(String)] });
    }
  });
});

describe('sla due in an extended calendar', () => {
  it('takes part-day holidays, versions and a pause that has not ended', async () => {
    const extended = {
      timezone: 'UTC',
      holidays: [{ date: '2026-12-24', name: 'Christmas Eve', hours: [['09:00', '12:00']] }],
      versions: [{ from: '2026-12-28', hours: { mon: [['09:00', '17:00']] } }],
    };
    const line = { calendar: extended, start: '2026-12-24T11:30Z', minutes: 60 };
    const { code, out } = await run(['due'], line, { ...line, pauses: [['2026-12-24T11:45Z', null]] });
    const [first, second] = out
      .trim()
      .split('\n')
      .map((text): { due: string | null; why: string } => JSON.parse(text));
    expect(code).toBe(0);
    expect(first).toMatchObject({ due: '2026-12-25T00:30:00.000Z' });
    expect(first?.why).toContain('holiday 2026-12-24 Christmas Eve');
    expect(second).toMatchObject({ due: null, why: expect.stringContaining('45 min left') });
  });
});
