import type { Schedule } from './schedule.ts';
import { dutyOf, type OverrideDuty, type ScheduleDuty } from './schedule-duty.ts';

export interface OnCall {
  /** User ids in the order of layers, then as listed; people put on by an override last. No duplicates. */
  readonly onCall: string[];
  /** For the person who asks "why me": layers, temporary schedule and overrides that decided. */
  readonly why: string;
}

/**
 * Who is on duty at `at` (epoch ms). Overrides change what the layers say, each in turn as listed; a temporary
 * schedule replaces both, as in GoAlert (oncall/state.go). Every period includes its from and excludes its to.
 * `schedule` must have passed `scheduleSchema`, and must not be changed after the first call.
 */
export function onCall(schedule: Schedule, at: number): OnCall {
  const duty = dutyOf(schedule);
  const overrides = duty.overrides.filter((override) => at >= override.from && at < override.to);
  const temporary = temporaryAt(duty, at);
  const final =
    temporary === null
      ? overrides.reduce(applyOverride, layersAt(duty, at))
      : overrides.reduce(leaveIdle, temporary);
  return { onCall: final.onCall, why: `${final.onCall.length === 0 ? 'nobody: ' : ''}${final.why}` };
}

function layersAt(duty: ScheduleDuty, at: number): OnCall {
  const absent: string[] = [];
  for (const layers of duty.priorities) {
    const users = new Set<string>();
    const why: string[] = [];
    for (const layer of layers) {
      const answer = layer.at(at);
      if (typeof answer === 'string') {
        absent.push(answer);
        continue;
      }
      for (const user of answer) users.add(user);
      why.push(`${layer.label}: ${answer.join(', ')}`);
    }
    if (users.size > 0) return { onCall: [...users], why: why.join('; ') };
  }
  return { onCall: [], why: absent.length === 0 ? 'the schedule has no layers' : absent.join('; ') };
}

function temporaryAt(duty: ScheduleDuty, at: number): OnCall | null {
  const entries = duty.temporary.filter((entry) => at >= entry.from && at < entry.to);
  if (entries.length === 0) return null;
  const answers = entries.map(({ label, shifts }) => {
    const now = shifts.filter((shift) => at >= shift.from && at < shift.to);
    return { label, users: [...new Set(now.map((shift) => shift.user))] };
  });
  const onCall = [...new Set(answers.flatMap((answer) => answer.users))];
  const why = answers.map(({ label, users }) =>
    users.length === 0 ? `${label} has no shift now` : `${label}: ${users.join(', ')}`,
  );
  return { onCall, why: why.join('; ') };
}

/** Whoever wrote an override that a temporary schedule keeps from counting must be able to see it. */
function leaveIdle({ onCall, why }: OnCall, { label }: OverrideDuty): OnCall {
  return { onCall, why: `${why}; ${label} does not count meanwhile` };
}

/**
 * To replace is to take somebody's place: where nobody of `remove` is on duty, nobody of `add` comes. GoAlert
 * took its replacements at first as a removal and an addition, and mended that (target/goalert, pull 4306).
 */
function applyOverride({ onCall, why }: OnCall, { label, add, remove }: OverrideDuty): OnCall {
  const replaced = onCall.filter((user) => remove.includes(user));
  if (add.length > 0 && remove.length > 0 && replaced.length === 0)
    return { onCall, why: `${why}; ${label} replaces nobody: ${remove.join(', ')} not on duty` };
  const kept = onCall.filter((user) => !remove.includes(user));
  const parts = [];
  if (remove.length > 0) parts.push(`removes ${remove.join(', ')}`);
  if (add.length > 0) parts.push(`adds ${add.join(', ')}`);
  return { onCall: [...new Set([...kept, ...add])], why: `${why}; ${label} ${parts.join(' and ')}` };
}
