import { toInstant } from '../../../core/time/instant.ts';
import { promises } from './promises.ts';
import type { StoredDesk } from './stored-desk.ts';

/** An escalation tells its next level: `userIds` on the console and by mail. */
export function tellLevel(desk: StoredDesk, id: string, atMs: number, userIds: readonly string[]): void {
  const escalation = desk.escalation(id);
  const levels = Object.values(promises.ladders)[0]?.levels ?? [];
  const level =
    escalation?.told === null ? (escalation.manual?.level ?? 0) : (escalation?.told.level ?? 0) + 1;
  const rung = levels[level];
  if (!escalation || !rung) throw new Error(`fixture: ${id} has no level ${level}`);
  const at = toInstant(atMs);
  const notices = userIds.flatMap((userId) =>
    (['console', 'email'] as const).map((channel) => ({
      userId,
      department: null,
      contactId: `${userId}-${channel}`,
      channel,
      why: rung.targets.some((target) => 'assignee' in target) ? 'has the case' : `is ${rung.tier}`,
    })),
  );
  desk.changeEscalation(
    {
      ...escalation,
      told: { level, at },
      round: escalation.round + 1,
      nextStepAt: toInstant(atMs + rung.waitMinutes * 60_000),
    },
    {
      type: 'escalation.notified',
      caseId: escalation.caseId,
      escalationId: id,
      at,
      why: `nobody had taken it on`,
      level,
      tier: rung.tier,
      notices,
    },
  );
}
