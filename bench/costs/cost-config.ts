import { priorities } from '../../core/case/priority.ts';
import { type DeskConfig, parseDeskConfig } from '../../core/config/desk-config.ts';
import type { ClockName } from '../../core/sla/clock-name.ts';
import { emergencyTargetMinutes, lifeTargetMinutes } from './clock-lives.ts';

/** One policy with this one target, around the clock, with two warnings and no ladder; without: no target. */
export function onlyTarget(clock: ClockName | null): (config: DeskConfig) => DeskConfig {
  const minutes = clock === 'emergency-ack' ? emergencyTargetMinutes : lifeTargetMinutes;
  const byPriority = Object.fromEntries(priorities.map((priority) => [priority, minutes]));
  return (config) =>
    parseDeskConfig({
      ...config,
      calendars: { always: { timezone: 'UTC' } },
      policies: [
        {
          id: 'standard',
          name: 'Standard',
          calendar: 'always',
          targets: clock === null || clock === 'department' ? {} : { [clock]: byPriority },
          warnings: [50, 80],
        },
      ],
      departments: {
        payments: {
          name: 'Payments',
          email: 'payments@corp.example',
          calendar: 'always',
          ...(clock === 'department' && { answerMinutes: lifeTargetMinutes }),
        },
      },
    });
}

/** Ladders name a rung only where somebody is on it. */
const tiers: Readonly<Record<string, string>> = { ben: 'lead', cleo: 'head' };

/** The promises of another configuration, with the people and channels of this one. */
export function withPromisesOf(shipped: DeskConfig): (config: DeskConfig) => DeskConfig {
  const { calendars, ladders, policies, departments } = shipped;
  return (config) =>
    parseDeskConfig({
      ...config,
      users: config.users.map((user) => ({ ...user, tier: tiers[user.id] ?? 'agent' })),
      schedules: { ...config.schedules, leads: config.schedules.primary },
      calendars,
      ladders,
      policies,
      departments,
    });
}
