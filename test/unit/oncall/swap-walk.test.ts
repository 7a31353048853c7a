import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isDomainError } from '../../../core/errors.ts';
import { answerSwap } from '../../../core/oncall/answer-swap.ts';
import { onCall } from '../../../core/oncall/on-call.ts';
import { requestSwap } from '../../../core/oncall/request-swap.ts';
import { resolve } from '../../../core/oncall/resolve.ts';
import { scheduleSchema } from '../../../core/oncall/schedule.ts';
import { shiftsOf } from '../../../core/oncall/shifts.ts';
import { type Swap, swapStateAt } from '../../../core/oncall/swap.ts';
import { type Schedules, withSwap } from '../../../core/oncall/with-swap.ts';
import { toInstant } from '../../../core/time/instant.ts';
import { aSchedule } from './a-schedule.ts';
import { anySchedule, windowFrom } from './schedule-arbitrary.ts';

const days = 86_400_000;
const users = ['ana', 'ben', 'cy', 'dee', 'eli'];
const range = { from: windowFrom, to: windowFrom + 45 * days };

/** A rota as most teams have it, on which a swap is mostly possible; any schedule whatever for the rest. */
const rota = fc.oneof(
  { weight: 1, arbitrary: anySchedule },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.shuffledSubarray(users, { minLength: 2, maxLength: 4 }), fc.constantFrom('daily', 'weekly'))
      .map(([people, type]) => ({
        timezone: 'Europe/London',
        layers: [{ users: people, rotation: { type, length: 1, start: '2025-12-29T09:00' } }],
      })),
  },
);

/** One wish: whose shift (by number), how much of it in percent, whom it asks, and what comes of it. */
const wish = fc.record({
  schedule: fc.constantFrom('one', 'two'),
  shift: fc.nat(400),
  cut: fc.tuple(fc.nat(40), fc.integer({ min: 60, max: 100 })),
  other: fc.constantFrom(...users),
  inReturn: fc.option(fc.nat(400)),
  reply: fc.constantFrom('accepted' as const, 'accepted' as const, 'declined' as const, 'withdrawn' as const),
  delayDays: fc.nat(6),
});
type Wish = typeof wish extends fc.Arbitrary<infer Value> ? Value : never;

function shiftOf(schedules: Schedules, id: string, number: number, ofUser?: string) {
  const schedule = schedules[id];
  if (schedule === undefined) throw new Error(`${id} is a schedule`);
  const shifts = shiftsOf(resolve(schedule, range.from, range.to).spans).filter(
    ({ userId }) => ofUser === undefined || userId === ofUser,
  );
  return shifts.length === 0 ? undefined : shifts[number % shifts.length];
}

function request(schedules: Schedules, wanted: Wish, at: number): Swap | null {
  const given = shiftOf(schedules, wanted.schedule, wanted.shift);
  if (given === undefined) return null;
  const length = given.to - given.from;
  const gives = {
    schedule: wanted.schedule,
    from: toInstant(given.from + Math.floor((length * wanted.cut[0]) / 100)),
    to: toInstant(given.from + Math.floor((length * wanted.cut[1]) / 100)),
  };
  const back =
    wanted.inReturn === null
      ? undefined
      : shiftOf(schedules, wanted.schedule === 'one' ? 'two' : 'one', wanted.inReturn, wanted.other);
  const takes =
    back === undefined
      ? {}
      : {
          takes: {
            schedule: wanted.schedule === 'one' ? 'two' : 'one',
            from: toInstant(back.from),
            to: toInstant(back.to),
          },
        };
  return refusedAsNull(() =>
    requestSwap(schedules, { askedOf: wanted.other, gives, ...takes }, { id: 's', by: given.userId, at }),
  );
}

function refusedAsNull<Value>(act: () => Value): Value | null {
  try {
    return act();
  } catch (error) {
    if (isDomainError(error)) return null;
    throw error;
  }
}

/** Every instant at which anything changes in any of the schedules, and one in the middle of each stretch. */
function instants(...versions: Schedules[]): number[] {
  const edges = new Set<number>([range.from]);
  for (const schedule of versions.flatMap((schedules) => Object.values(schedules))) {
    const { spans, gaps } = resolve(schedule, range.from, range.to);
    for (const piece of [...spans, ...gaps]) edges.add(piece.from);
  }
  const sorted = [...edges].toSorted((a, b) => a - b);
  return sorted.flatMap((edge, i) => [edge, Math.floor((edge + (sorted[i + 1] ?? range.to)) / 2)]);
}

const dutiesAt = (schedules: Schedules, user: string, at: number) =>
  Object.values(schedules).filter((schedule) => onCall(schedule, at).onCall.includes(user)).length;

it('never leaves a shift to nobody or to more, never puts anybody on call twice, and only does what was agreed', () => {
  let accepted = 0;
  let refused = 0;
  fc.assert(
    fc.property(rota, rota, fc.array(wish, { minLength: 1, maxLength: 8 }), (one, two, wishes) => {
      const before: Schedules = { one: aSchedule(one), two: aSchedule(two) };
      let schedules = before;
      const open: { swap: Swap; wanted: Wish }[] = [];
      let at = range.from;
      // Ask for all of them first, so that later answers meet schedules that others have changed.
      for (const wanted of wishes) {
        const swap = request(schedules, wanted, at);
        if (swap === null) refused++;
        else open.push({ swap, wanted });
      }
      for (const { swap, wanted } of open) {
        at += wanted.delayDays * days;
        const by = wanted.reply === 'withdrawn' ? swap.requestedBy : swap.askedOf;
        const answered = refusedAsNull(() => answerSwap(schedules, swap, { as: wanted.reply, by, at }));
        if (answered === null) refused++;
        else if (swapStateAt(answered, at) === 'accepted') {
          accepted++;
          const next = withSwap(schedules, answered);
          for (const instant of instants(schedules, next)) holdsAt(schedules, next, answered, instant);
          schedules = next;
        }
      }
      for (const id of ['one', 'two'] as const) {
        const [was, is] = [before[id], schedules[id]];
        if (was === undefined || is === undefined) throw new Error(`${id} stays a schedule`);
        expect(scheduleSchema.safeParse(is).success).toBe(true);
        expect(resolve(is, range.from, range.to).gaps).toEqual(resolve(was, range.from, range.to).gaps);
      }
    }),
    { numRuns: 250, seed: 4 },
  );
  // A walk in which nothing is ever accepted, or nothing refused, would prove nothing.
  expect(accepted).toBeGreaterThan(100);
  expect(refused).toBeGreaterThan(100);
});

function holdsAt(before: Schedules, after: Schedules, swap: Swap, at: number): void {
  for (const user of users) {
    const [was, is] = [dutiesAt(before, user, at), dutiesAt(after, user, at)];
    if (is > Math.max(1, was)) expect.fail(`${user} is on call ${is} times at ${toInstant(at)}`);
  }
  for (const [id, schedule] of Object.entries(after)) {
    const old = before[id];
    if (old === undefined) throw new Error(`${id} was a schedule`);
    const leg = [swap.gives, swap.takes].find(
      (shift) => shift?.schedule === id && toInstant(at) >= shift.from && toInstant(at) < shift.to,
    );
    const [was, is] = [onCall(old, at).onCall, onCall(schedule, at).onCall];
    if (leg === undefined || leg === null) {
      expect(is).toEqual(was);
      continue;
    }
    const isGiven = leg === swap.gives;
    const [giver, taker] = isGiven ? [swap.requestedBy, swap.askedOf] : [swap.askedOf, swap.requestedBy];
    expect(is.toSorted()).toEqual([...was.filter((user) => user !== giver), taker].toSorted());
  }
}
