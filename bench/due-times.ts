import { calendarSchema } from '../core/calendar/calendar.ts';
import { dueAt, dueInstant } from '../core/sla/due.ts';

const minuteMs = 60_000;
const split = [
  ['09:00', '12:00'],
  ['13:00', '17:30'],
];
const calendars = ['Europe/London', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu'].map(
  (timezone) =>
    calendarSchema.parse({
      timezone,
      hours: { mon: split, tue: split, wed: split, thu: split, fri: split },
      holidays: ['2026-01-01', '2026-12-25', { date: '2026-12-24', hours: [['09:00', '12:00']] }],
    }),
);
const targets = [60, 240, 480, 1440];
/** 40,000 promises: starts all over a year, an hour to three working days long. */
const promises = Array.from({ length: 40_000 }, (_, i) => ({
  calendar: calendars[i % calendars.length] ?? { timezone: 'UTC' },
  start: Date.UTC(2026, 0, 1) + ((i * 7_919) % 525_600) * minuteMs,
  minutes: targets[(i >> 2) % targets.length] ?? 60,
}));
const paused = promises.map((promise) => ({
  ...promise,
  pauses: [1, 2, 3].map((n): [number, number] => [
    promise.start + n * 30 * minuteMs,
    promise.start + (n * 30 + 20) * minuteMs,
  ]),
}));

/** Answers per second on one core over two seconds, after a warm-up. */
function rate<Input>(inputs: readonly Input[], answer: (input: Input) => unknown): string {
  for (const input of inputs) answer(input);
  const start = performance.now();
  let done = 0;
  for (let i = 0; performance.now() - start < 2_000; i = (i + 1_000) % inputs.length) {
    for (const input of inputs.slice(i, i + 1_000)) answer(input);
    done += 1_000;
  }
  return Math.round(done / ((performance.now() - start) / 1000)).toLocaleString('en');
}

console.log(
  `due-times: ${rate(promises, dueInstant)} due instants/s on one core (split shifts, four zones, 1 h to 3 working days), ` +
    `${rate(paused, dueInstant)}/s with three pauses each, ${rate(promises, dueAt)}/s with the words; budget 200,000/s`,
);
