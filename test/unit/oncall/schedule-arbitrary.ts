import fc from 'fast-check';

const day = 86_400_000;
export const windowFrom = Date.UTC(2026, 0, 1);
export const windowTo = Date.UTC(2027, 0, 1);

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
const user = fc.constantFrom('ana', 'ben', 'cy', 'dee', 'eli');
const members = fc.array(fc.oneof(user, fc.array(user, { minLength: 1, maxLength: 3 })), {
  minLength: 1,
  maxLength: 6,
});

const quarter = fc.integer({ min: 0, max: 95 });
const clock = (quarters: number) =>
  `${String(Math.floor(quarters / 4)).padStart(2, '0')}:${String((quarters % 4) * 15).padStart(2, '0')}`;

/** A local time in the window or up to 90 days before it. */
const localTime = fc
  .tuple(fc.integer({ min: -90, max: 360 }), quarter)
  .map(
    ([days, quarters]) =>
      `${new Date(windowFrom + days * day).toISOString().slice(0, 10)}T${clock(quarters)}`,
  );

const shortestTurn = { hourly: 60, daily: 1440, weekly: 10_080, monthly: 40_320 };
const rotated = fc
  .record({
    type: fc.constantFrom('hourly' as const, 'daily' as const, 'weekly' as const, 'monthly' as const),
    length: fc.integer({ min: 1, max: 14 }),
    start: localTime,
    share: fc.option(fc.integer({ min: 1, max: 100 }), { nil: undefined }),
  })
  .map(({ share, ...rotation }) => ({
    rotation,
    ...(share === undefined
      ? {}
      : { shiftMinutes: Math.ceil((shortestTurn[rotation.type] * rotation.length * share) / 100) }),
  }));

const days = fc.uniqueArray(fc.constantFrom('mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'), {
  minLength: 1,
});
const restriction = fc.oneof(
  { weight: 1, arbitrary: fc.record({ days }) },
  {
    weight: 5,
    arbitrary: fc.record(
      { days, start: quarter.map(clock), end: fc.integer({ min: 0, max: 96 }).map(clock) },
      { requiredKeys: ['start', 'end'] },
    ),
  },
);

/** A day at least after the start of the rotation, where there is one: no layer ends before it begins. */
const endOf = (start: string | undefined, days: number) =>
  start === undefined
    ? `${new Date(windowFrom + days * day).toISOString().slice(0, 10)}T02:15`
    : new Date(Date.parse(`${start}Z`) + days * day).toISOString().slice(0, 16);

export const layer = fc
  .tuple(
    members,
    fc.oneof(fc.constant({}), rotated),
    fc.option(fc.integer({ min: 1, max: 300 }), { nil: undefined }),
    fc.record(
      { restrictions: fc.array(restriction, { maxLength: 3 }), priority: fc.integer({ min: -1, max: 1 }) },
      { requiredKeys: [] },
    ),
  )
  .map(([users, rotation, days, rest]) => ({
    users,
    ...rotation,
    ...(days === undefined
      ? {}
      : { until: endOf('rotation' in rotation ? rotation.rotation.start : undefined, days) }),
    ...rest,
  }));

/** Two local times in order, at least a day apart: no change of the clocks can turn them round. */
const period = fc
  .tuple(fc.integer({ min: 0, max: 340 }), fc.integer({ min: 1, max: 20 }), quarter)
  .map(([from, days, quarters]) => {
    const text = (n: number) =>
      `${new Date(windowFrom + n * day).toISOString().slice(0, 10)}T${clock(quarters)}`;
    return { from: text(from), to: text(from + days) };
  });

const override = fc
  .tuple(
    period,
    fc.uniqueArray(user, { maxLength: 2 }),
    fc.uniqueArray(user, { minLength: 1, maxLength: 2 }),
    fc.boolean(),
  )
  .map(([span, some, more, adds]) => ({
    ...span,
    ...(adds ? { add: more, remove: some } : { add: some, remove: more }),
  }));

const temporary = period.chain((span) =>
  fc
    .array(user, { maxLength: 3 })
    .map((users) => ({ ...span, shifts: users.map((name) => ({ user: name, ...span })) })),
);

/** Schedules of layers alone. */
export const layeredSchedule = fc.record({
  timezone: fc.constantFrom(...zones),
  layers: fc.array(layer, { maxLength: 3 }),
});

/** Schedules with everything. */
export const anySchedule = fc.record({
  timezone: fc.constantFrom(...zones),
  layers: fc.array(layer, { maxLength: 3 }),
  overrides: fc.array(override, { maxLength: 4 }),
  temporary: fc.array(temporary, { maxLength: 2 }),
});

/** A stretch of up to 60 days in the window, to the minute. */
export const stretch = fc
  .tuple(fc.integer({ min: 0, max: 300 * 1440 }), fc.integer({ min: 1, max: 60 * 1440 }))
  .map(([start, minutes]) => ({
    from: windowFrom + start * 60_000,
    to: windowFrom + (start + minutes) * 60_000,
  }));
