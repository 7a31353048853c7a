import { describe, expect, it } from 'vitest';
import { rotaFromIcs } from '../../../core/oncall/rota-from-ics.ts';
import { utc } from './a-schedule.ts';

const users = [
  { id: 'ana', name: 'Ana Díaz', email: 'ana@desk.example' },
  { id: 'ben', name: 'Ben Okoro', email: 'ben@desk.example' },
  { id: 'anam', name: 'Ana Díaz Mora', email: 'mora@desk.example' },
  { id: 'sam1', name: 'Sam', email: 'sam1@desk.example' },
  { id: 'sam2', name: 'Sam', email: 'sam2@desk.example' },
];
const march = { from: utc('2026-03-01T00:00Z'), to: utc('2026-04-01T00:00Z') };

const times = 'DTSTART:20260302T090000Z\nDTEND:20260303T090000Z';
const file = (...events: string[]) =>
  `BEGIN:VCALENDAR\nVERSION:2.0\n${events.map((event) => `BEGIN:VEVENT\n${event}\nEND:VEVENT\n`).join('')}END:VCALENDAR\n`;

function read(text: string, timezone = 'Europe/London') {
  const { temporary, problems } = rotaFromIcs(text, { users, timezone, period: march });
  const short = (instant: string) => instant.replace('2026-', '').replace(':00.000Z', '');
  return {
    shifts: temporary?.shifts.map(({ user, from, to }) => `${user} ${short(from)} ${short(to)}`) ?? null,
    problems: problems.map(({ field, message }) => `${field ?? ''}: ${message}`),
  };
}

describe('whom an event of a rota names', () => {
  it.each([
    ['an id', 'SUMMARY:ana', ['ana']],
    ['a name in any case', 'SUMMARY:ANA DÍAZ', ['ana']],
    ['an address', 'SUMMARY:ben@desk.example', ['ben']],
    ['a name among other words', 'SUMMARY:On Call - Ben Okoro - Primary', ['ben']],
    ['the longer of two names', 'SUMMARY:Pager of Ana Díaz Mora', ['anam']],
    ['two in full', 'SUMMARY:Ana Díaz\\, ben', ['ana', 'ben']],
    ['two with and', 'SUMMARY:ana and ben', ['ana', 'ben']],
    ['an attendee by address', 'SUMMARY:Shift\nATTENDEE;CN=Someone:MAILTO:Ben@desk.example', ['ben']],
    ['an attendee by name', 'ATTENDEE;CN="Ben Okoro":mailto:b@elsewhere.example', ['ben']],
    [
      'all attendees who come',
      'ATTENDEE:mailto:ana@desk.example\nATTENDEE:mailto:ben@desk.example\nATTENDEE;CUTYPE=ROOM:mailto:room@desk.example\nATTENDEE;PARTSTAT=DECLINED:mailto:mora@desk.example',
      ['ana', 'ben'],
    ],
    ['our own property before all', 'SUMMARY:ben\nX-HARBORWATCH-USER:ana', ['ana']],
  ])('may be %s', (_, names, expected) => {
    const { shifts, problems } = read(file(`${times}\n${names}`));
    expect(problems).toEqual([]);
    expect(shifts?.map((shift) => shift.split(' ')[0])).toEqual(expected);
  });

  it.each([
    ['nobody', 'LOCATION:here', /^line 3: the event names nobody; give it a SUMMARY or an ATTENDEE/],
    ['a stranger', 'SUMMARY:Zoe', /^line 6: SUMMARY "Zoe" names none of the users; write the id/],
    ['a part of a word', 'SUMMARY:Banana', /names none of the users/],
    ['two, one beside the other', 'SUMMARY:cover for Ben Okoro by ana', /may mean ana or ben; write the id/],
    ['two of one name', 'SUMMARY:Sam', /^line 6: SUMMARY may mean sam1 or sam2/],
    [
      'an attendee who is a stranger',
      'SUMMARY:ana\nATTENDEE:mailto:zoe@desk.example',
      /^line 7: ATTENDEE "zoe@desk.example" names none/,
    ],
    ['a user who is gone', 'X-HARBORWATCH-USER:zoe', /^line 6: X-HARBORWATCH-USER "zoe" names none/],
  ])('is a problem of its line when it is %s', (_, names, message) => {
    const { shifts, problems } = read(file(`${times}\n${names}`, `${times}\nSUMMARY:ben`));
    expect(shifts).toEqual(['ben 03-02T09:00 03-03T09:00']);
    expect(problems).toEqual([expect.stringMatching(message)]);
  });
});

describe('when an event of a rota is', () => {
  it('follows its zone, else the zone of the schedule; dates are whole days of that', () => {
    const text = file(
      'SUMMARY:ana\nDTSTART;TZID=America/New_York:20260309T090000\nDTEND;TZID=America/New_York:20260309T170000',
      'SUMMARY:ben\nDTSTART:20260330T090000\nDURATION:PT8H',
      'SUMMARY:ana\nDTSTART;VALUE=DATE:20260328\nDTEND;VALUE=DATE:20260330',
      'SUMMARY:ben\nDTSTART;VALUE=DATE:20260327',
    );
    expect(read(text)).toEqual({
      shifts: [
        'ana 03-09T13:00 03-09T21:00',
        'ben 03-27T00:00 03-28T00:00',
        'ana 03-28T00:00 03-29T23:00',
        'ben 03-30T08:00 03-30T16:00',
      ],
      problems: [],
    });
  });

  it('is cut off at the ends of the period, and left out beyond it or when cancelled', () => {
    const text = file(
      'SUMMARY:ana\nDTSTART:20260227T090000Z\nDTEND:20260302T090000Z',
      'SUMMARY:ben\nDTSTART:20260331T090000Z\nDTEND:20260409T090000Z',
      'SUMMARY:Zoe\nDTSTART:20260401T000000Z\nDTEND:20260402T000000Z',
      `SUMMARY:Zoe\nSTATUS:CANCELLED\n${times}`,
    );
    expect(read(text)).toEqual({
      shifts: ['ana 03-01T00:00 03-02T09:00', 'ben 03-31T09:00 04-01T00:00'],
      problems: [],
    });
  });

  it('comes again by days and weeks, at the hour of the wall clock, but for the times excluded', () => {
    const weekly = file(
      'SUMMARY:ana\nDTSTART;TZID=Europe/London:20251229T090000\nDTEND;TZID=Europe/London:20260105T090000\nRRULE:FREQ=WEEKLY;INTERVAL=2',
      'SUMMARY:ben\nDTSTART;TZID=Europe/London:20260105T090000\nDURATION:P7D\nRRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO\nEXDATE;TZID=Europe/London:20260316T090000,20260330T090000',
    );
    expect(read(weekly)).toEqual({
      shifts: [
        'ana 03-01T00:00 03-02T09:00',
        'ben 03-02T09:00 03-09T09:00',
        'ana 03-09T09:00 03-16T09:00',
        'ana 03-23T09:00 03-30T08:00',
      ],
      problems: [],
    });
    const nights = file(
      'SUMMARY:ben\nDTSTART:20260226T200000\nDTEND:20260227T080000\nRRULE:FREQ=DAILY;COUNT=5;BYDAY=MO,TU,WE,TH,FR',
      'SUMMARY:ana\nDTSTART:20260301T200000\nDTEND:20260302T080000\nRRULE:FREQ=WEEKLY;BYDAY=SU,TU;WKST=SU;UNTIL=20260310T200000Z',
    );
    expect(read(nights).shifts).toEqual([
      'ana 03-01T20:00 03-02T08:00',
      'ben 03-02T20:00 03-03T08:00',
      'ben 03-03T20:00 03-04T08:00',
      'ana 03-03T20:00 03-04T08:00',
      'ben 03-04T20:00 03-05T08:00',
      'ana 03-08T20:00 03-09T08:00',
      'ana 03-10T20:00 03-11T08:00',
    ]);
  });

  it.each([
    ['no start', 'SUMMARY:ana\nDTEND:20260303T090000Z', /^line 3: the event has no DTSTART/],
    [
      'an end before its start',
      'SUMMARY:ana\nDTSTART:20260303T090000Z\nDTEND:20260302T090000Z',
      /^line 6: the event ends/,
    ],
    [
      'an unknown zone',
      'SUMMARY:ana\nDTSTART;TZID=Pacific Standard Time:20260302T090000\nDURATION:PT1H',
      /^line 5: TZID/,
    ],
    [
      'a monthly rule',
      `SUMMARY:ana\n${times}\nRRULE:FREQ=MONTHLY`,
      /^line 7: RRULE FREQ=MONTHLY is not read/,
    ],
    ['a numbered day', `SUMMARY:ana\n${times}\nRRULE:FREQ=WEEKLY;BYDAY=1MO`, /^line 7: RRULE .* is not read/],
    [
      'a day that is not its own',
      `SUMMARY:ana\n${times}\nRRULE:FREQ=WEEKLY;BYDAY=SU`,
      /^line 7: RRULE leaves out/,
    ],
    [
      'one occurrence changed',
      `SUMMARY:ana\n${times}\nRECURRENCE-ID:20260302T090000Z`,
      /^line 7: RECURRENCE-ID is not read/,
    ],
    [
      'a date that excludes a time',
      `SUMMARY:ana\n${times}\nRRULE:FREQ=DAILY\nEXDATE;VALUE=DATE:20260304`,
      /^line 8: EXDATE and DTSTART/,
    ],
  ])('is a problem of its line with %s, and the other events are read', (_, event, message) => {
    const { shifts, problems } = read(file(event, `${times}\nSUMMARY:ben`));
    expect(shifts).toEqual(['ben 03-02T09:00 03-03T09:00']);
    expect(problems).toEqual([expect.stringMatching(message)]);
  });

  it('leaves everybody on duty when no shift can be read', () => {
    const { shifts, problems } = read(file('SUMMARY:ana\nDTSTART:20270302T090000Z\nDTEND:20270303T090000Z'));
    expect(shifts).toBeNull();
    expect(problems).toEqual([
      expect.stringMatching(/no shift from 2026-03-01.* could be read; choose another/),
    ]);
  });

  it('takes as many shifts as a temporary schedule does, and says where it stops', () => {
    const hourly = file(
      'SUMMARY:ana\nDTSTART:20260301T000000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY',
      ...Array.from(
        { length: 70 },
        () => 'SUMMARY:ben\nDTSTART:20260301T000000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY',
      ),
    );
    const { shifts, problems } = read(hourly);
    expect(shifts).toHaveLength(31 * 64);
    expect(problems).toHaveLength(7);
    expect(problems[0]).toMatch(/^line 387: is beyond the 2000 shifts that fit; import a shorter time/);
  });

  it('refuses a file that is none', () => {
    expect(() => read('ana,2026-03-01')).toThrow(expect.objectContaining({ kind: 'invalid' }));
    expect(() => read('BEGIN:VCALENDAR\n')).toThrow(/the file ends within VCALENDAR/);
  });
});
