import type { LadderTarget } from '../../../../core/escalation/ladder.ts';

export type TargetKind = 'assignee' | 'role' | 'user' | 'schedule';

export function kindOfTarget(target: LadderTarget): TargetKind {
  if ('assignee' in target) return 'assignee';
  if ('role' in target) return 'role';
  return 'user' in target ? 'user' : 'schedule';
}
