import { openPage } from '../core/page/open-page.ts';
import { planAttempt } from '../core/page/plan-attempt.ts';
import { toInstant } from '../core/time/instant.ts';
import type { Ports } from '../ports/ports.ts';
import { emergencyPolicy } from './emergency-policy.ts';
import { rosterOf } from './plan-page.ts';

export interface OnCallNow {
  readonly policy: { readonly id: string; readonly name: string };
  readonly steps: readonly {
    readonly users: readonly string[];
    readonly why: string;
    readonly waitSeconds: number;
  }[];
}

/** Whom an emergency that came in now would page, step by step, with "everyone" last. */
export async function whoIsOnCall(ports: Pick<Ports, 'config' | 'clock' | 'log'>): Promise<OnCallNow> {
  const version = await ports.config.current();
  const nowMs = ports.clock.now();
  const at = toInstant(nowMs);
  const policy = emergencyPolicy(version);
  const page = openPage({
    caseId: 'HW-00000000',
    number: 1,
    category: 'other',
    why: '',
    receivedAt: at,
    detectedAt: at,
    openedAt: at,
    policy,
  });
  const roster = rosterOf(version.config, nowMs, (scheduleId, error) =>
    ports.log.error('a schedule could not be read', { scheduleId, error }),
  );
  const steps = Array.from({ length: policy.steps.length + 1 }, (_, step) => {
    const plan = planAttempt(page, step, roster);
    const isSkipped = plan.attempt !== step;
    const users = isSkipped ? [] : [...new Set(plan.targets.map((target) => target.userId))];
    const why = isSkipped
      ? 'nobody: this step would be skipped'
      : [...new Set(plan.targets.map((target) => target.why))].join('; ');
    return { users, why, waitSeconds: isSkipped ? 0 : plan.waitSeconds };
  });
  return { policy: { id: policy.id, name: policy.name }, steps };
}
