import { DomainError } from '../errors.ts';
import { toInstant } from '../time/instant.ts';
import { ownValue } from '../validation/own-value.ts';
import type { Override, Schedule } from './schedule.ts';
import { legsOf, type Swap } from './swap.ts';

export type Schedules = Readonly<Record<string, Schedule>>;
type Agreed = Pick<Swap, 'gives' | 'takes' | 'requestedBy' | 'askedOf'>;

export interface ScheduleOverride {
  readonly scheduleId: string;
  readonly override: Override;
}

/** What an accepted swap means: for each shift one person in the place of another, and who agreed on it. */
export function overridesOf(swap: Agreed): ScheduleOverride[] {
  return legsOf(swap).map(({ schedule, from, to, giver, taker }) => ({
    scheduleId: schedule,
    override: {
      from: toInstant(from),
      to: toInstant(to),
      remove: [giver],
      add: [taker],
      by: `${swap.requestedBy} and ${swap.askedOf}`,
    },
  }));
}

/**
 * The schedules with the overrides of a swap as the last ones; those that it does not touch are the same objects.
 * @throws DomainError `missing` `swap.schedule`
 */
export function withSwap(schedules: Schedules, swap: Agreed): Schedules {
  const changed: Record<string, Schedule> = { ...schedules };
  for (const { scheduleId, override } of overridesOf(swap)) {
    const schedule = ownValue(changed, scheduleId);
    if (schedule === null)
      throw new DomainError(
        'missing',
        'swap.schedule',
        `there is no schedule "${scheduleId.slice(0, 60)}" any more`,
      );
    changed[scheduleId] = { ...schedule, overrides: [...(schedule.overrides ?? []), override] };
  }
  return changed;
}
