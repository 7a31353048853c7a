import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarSchema } from '../../../core/calendar/calendar.ts';
import { replayClocks } from '../../../core/sla/clock-history.ts';
import { type ClockState, isOpenClock } from '../../../core/sla/clock-state.ts';
import { countdownOf } from '../../../core/sla/countdown.ts';
import { settleClock } from '../../../core/sla/settle-clock.ts';
import { toEpochMs, toInstant } from '../../../core/time/instant.ts';
import { anyHistory, policies } from './history-arbitrary.ts';
import { december, policySet, Story, standard } from './story.ts';

const { calendars } = policies;

/** Open clocks of some history and a moment up to four days after its last event. */
const anyBadge = fc
  .tuple(anyHistory, fc.integer({ min: 0, max: 4 * 86_400_000 }), fc.nat(1000))
  .map(([history, later, pick]) => {
    const { clocks } = replayClocks({ history, policies, until: null });
    const open = clocks.clocks.filter(isOpenClock);
    return { clock: open[pick % Math.max(1, open.length)], now: toEpochMs(clocks.at) + later };
  });

describe('a badge', () => {
  it('turns late a millisecond after its due time, also where that is closing time', () => {
    const due = '2026-12-21T17:00:00.000Z';
    const clock = {
      clock: 'next-reply',
      instance: 1,
      state: 'running',
      dueAt: due,
      breachedAt: null,
      remainingMs: 0,
      warned: [80],
      nextWarnings: [],
      override: null,
      promise: {
        policyId: 'standard',
        policyVersion: 'v1',
        priority: 'normal',
        targetMinutes: 120,
        calendar: 'office',
        warnings: [50, 80],
      },
    } as const;
    expect(countdownOf(clock, toEpochMs(due), calendars)).toMatchObject({ label: '0:00', refreshMs: 1 });
    expect(countdownOf(clock, toEpochMs(due) + 1, calendars).label).toBe('late 0:00');
  });

  it('holds until it says to look again, whatever moment one looks at in between', () => {
    fc.assert(
      fc.property(anyBadge, fc.integer({ min: 0, max: 999 }), ({ clock, now }, part) => {
        if (clock === undefined) return;
        const badge = countdownOf(clock, now, calendars);
        if (badge.refreshMs === null) return;
        expect(badge.refreshMs).toBeGreaterThan(0);
        for (const after of [badge.refreshMs - 1, Math.floor(((badge.refreshMs - 1) * part) / 999)]) {
          const { label, colour } = countdownOf(clock, now + after, calendars);
          expect([label, colour]).toEqual([badge.label, badge.colour]);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is late exactly when the engine finds a breach, and reaches each warning when the engine does', () => {
    fc.assert(
      fc.property(anyBadge, ({ clock, now }) => {
        if (clock === undefined || clock.state !== 'running') return;
        const badge = countdownOf(clock, now, calendars);
        const found = settleClock(clock, toInstant(now));
        const isBreached = clock.breachedAt !== null || found.some(({ type }) => type === 'breach');
        expect(badge.label.startsWith('late ')).toBe(isBreached);
        if (isBreached || clock.dueAt === null) return;
        const warned = clock.warned.length > 0 || found.some(({ type }) => type === 'warn');
        expect(badge.colour === 'green').toBe(!warned);
      }),
      { numRuns: 500 },
    );
  });

  it('says that a paused promise is late', () => {
    const late = new Story('21T09:00').status('21T20:00', 'pending').clock('agent-work') as ClockState;
    expect(late.breachedAt).toBe(december('21T19:00'));
    expect(countdownOf(late, toEpochMs(december('21T21:00')), calendars)).toMatchObject({
      colour: 'paused',
      label: 'paused, late',
    });
  });

  it('counts in a calendar that opens no more, too', () => {
    const set = policySet('v1', [standard]);
    const ranges = [2026, 2036, 2046, 2056, 2066, 2076, 2086, 2096, 2106, 2116, 2126].map((year, i) => ({
      from: i === 0 ? '2026-12-22' : `${year}-01-01`,
      to: `${year + 9}-12-31`,
    }));
    const shut = { ...set.calendars, office: calendarSchema.parse({ timezone: 'UTC', holidays: ranges }) };
    const clock = new Story('21T09:00').inbound('21T09:00').clock('first-reply', null, 1, {
      policies: set,
    }) as ClockState;
    expect(countdownOf(clock, toEpochMs(december('23T09:00')), shut)).toMatchObject({
      label: expect.stringMatching(/^late /),
      isCounting: false,
    });
    const waiting = { ...clock, dueAt: december('30T09:00'), nextWarnings: [] };
    expect(countdownOf(waiting, toEpochMs(december('23T09:00')), shut)).toMatchObject({
      label: '0:00',
      isCounting: false,
      refreshMs: 60_000,
    });
  });
});
