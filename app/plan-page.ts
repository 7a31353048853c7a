import type { DeskConfig } from '../core/config/desk-config.ts';
import { onCall } from '../core/oncall/on-call.ts';
import { attemptKey } from '../core/page/attempt.ts';
import { type PlannedTarget, planAttempt, type Roster } from '../core/page/plan-attempt.ts';
import { toInstant } from '../core/time/instant.ts';
import type { Ports } from '../ports/ports.ts';
import { requirePage } from './require-case.ts';
import { retryOnConflict } from './unit-of-work.ts';

export interface PagePlan {
  readonly open: boolean;
  /** The round that is due now. */
  readonly attempt: number;
  readonly targets: readonly (PlannedTarget & { key: string })[];
  readonly waitSeconds: number;
  /** The round after this one. */
  readonly next: number;
}

/**
 * Decides, from the store as it is now, whom round `attempt` of a page notifies, and notes on the page when
 * the round after it is due. Repeating it is harmless.
 * @throws DomainError `page.missing`
 */
export async function planPage(
  input: { pageId: string; attempt: number },
  ports: Pick<Ports, 'store' | 'clock' | 'config' | 'log'>,
): Promise<PagePlan> {
  return retryOnConflict(async () => {
    const page = await requirePage(input.pageId, ports);
    if (page.state !== 'open')
      return { open: false, attempt: input.attempt, targets: [], waitSeconds: 0, next: input.attempt };
    const { config } = await ports.config.current();
    const now = ports.clock.now();
    const roster = rosterOf(config, now, (scheduleId, error) =>
      ports.log.error('a schedule could not be read and is skipped', { pageId: page.id, scheduleId, error }),
    );
    const plan = planAttempt(page, input.attempt, roster);
    for (const note of plan.notes)
      ports.log.warn('a page reached fewer than meant', { pageId: page.id, note });
    const nextAttemptAt = toInstant(now + plan.waitSeconds * 1000);
    await ports.store.commit([
      {
        kind: 'page',
        expectedVersion: page.version,
        next: { ...page, version: page.version + 1, attempt: plan.attempt, nextAttemptAt, taskToken: null },
      },
    ]);
    const targets = plan.targets.map((target) => ({
      ...target,
      key: attemptKey(page.id, plan.attempt, target.userId, target.contactId),
    }));
    return {
      open: true,
      attempt: plan.attempt,
      targets,
      waitSeconds: plan.waitSeconds,
      next: plan.attempt + 1,
    };
  });
}

/**
 * Who can be reached at `nowMs`, from the configuration of this moment (not of the page's opening). A schedule
 * that cannot be read is told to `onUnreadable` and reaches nobody: thrown, it would keep the page from everyone.
 */
export function rosterOf(
  config: DeskConfig,
  nowMs: number,
  onUnreadable: (scheduleId: string, error: unknown) => void,
): Roster {
  return {
    users: config.users,
    onCall: (scheduleId) => {
      const schedule = config.schedules[scheduleId];
      if (!schedule) return { userIds: [], why: 'this schedule is no longer configured' };
      try {
        const { onCall: userIds, why } = onCall(schedule, nowMs);
        return { userIds, why };
      } catch (error) {
        onUnreadable(scheduleId, error);
        return { userIds: [], why: 'this schedule could not be read' };
      }
    },
  };
}
