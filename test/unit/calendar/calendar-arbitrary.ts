import fc from 'fast-check';

const minute = 60_000;
const day = 1440 * minute;
export const firstAt = Date.UTC(2026, 0, 1);

const zones = [
  'UTC',
  'Europe/London',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'America/Santiago',
  'Africa/Casablanca',
  'Asia/Beirut',
];

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Zero to three openings within a day, apart or touching, the last at times up to 24:00. */
const dayHours = fc
  .uniqueArray(fc.integer({ min: 0, max: 288 }), { minLength: 0, maxLength: 6 })
  .map((marks) => marks.toSorted((a, b) => a - b))
  .map((marks) =>
    marks.flatMap((mark, i) => (i % 2 === 1 ? [[clock((marks[i - 1] ?? 0) * 5), clock(mark * 5)]] : [])),
  );

const nights = fc
  .record({ start: fc.integer({ min: 13 * 60, max: 23 * 60 }), end: fc.integer({ min: 0, max: 12 * 60 }) })
  .map(({ start, end }) => [[clock(start), clock(end)]]);

/** Friday's night runs into a Saturday without hours of its own: nothing overlaps, and no week is empty. */
const hours = fc.record({
  mon: dayHours,
  tue: dayHours,
  wed: dayHours,
  thu: dayHours,
  fri: nights,
  sat: fc.constant<string[][]>([]),
  sun: dayHours,
});

const holidays = fc.uniqueArray(
  fc.integer({ min: 0, max: 365 }).map((n) => new Date(firstAt + n * day).toISOString().slice(0, 10)),
  { maxLength: 12 },
);

export const anyCalendar = fc.record(
  { timezone: fc.constantFrom(...zones), hours, holidays },
  { requiredKeys: ['timezone'] },
);

/** A whole minute of 2026. */
export const anyStart = fc.integer({ min: 0, max: 364 * 1440 }).map((n) => firstAt + n * minute);
export const anyMinutes = fc.integer({ min: 1, max: 6000 });

/** Pauses near a start: they may lie before it, overlap each other and be empty. */
export const pausesNear = (start: number) =>
  fc.array(
    fc
      .tuple(fc.integer({ min: -2000, max: 20_000 }), fc.integer({ min: 0, max: 5000 }))
      .map(([from, length]): [number, number] => [start + from * minute, start + (from + length) * minute]),
    { maxLength: 5 },
  );
