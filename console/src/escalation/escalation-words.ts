import type { LadderTarget } from '../../../core/escalation/ladder.ts';
import type { PolicySet } from '../../../core/sla/policy-set.ts';
import type { EscalationAnswered, ShownEscalation } from '../api/escalation-item.ts';
import { escalateToWords } from '../case/promise-event-words.ts';
import { nameOfClock } from '../sla/clock-words.ts';
import { durationWords } from '../time/duration-words.ts';
import { clockTime, wholeTime } from '../time/local-time.ts';

type NameOf = (userId: string) => string;

/** What it is about, as a heading. */
export function causeWords({ cause }: ShownEscalation, nameOf: NameOf): string {
  switch (cause.kind) {
    case 'promise':
      return nameOfClock(cause);
    case 'manual':
      return `${nameOf(cause.by)} asks ${escalateToWords(cause.to, nameOf)}: ${cause.reason}`;
    case 'handover':
      return `${nameOf(cause.from)} went off duty at ${clockTime(cause.shiftEndedAt)} and nobody took the case over`;
  }
}

/** Who is told next; null when nothing more is planned. */
export function nextWords(escalation: ShownEscalation, set: PolicySet | null, nameOf: NameOf): string | null {
  const { ladderId, told, manual, nextStepAt } = escalation;
  if (nextStepAt === null) return null;
  const ladders = set?.ladders ?? {};
  const ladder = ladderId !== null && Object.hasOwn(ladders, ladderId) ? ladders[ladderId] : undefined;
  if (ladder === undefined) return 'everyone who can be told';
  const top = ladder.levels.length - 1;
  const next = told === null ? (manual?.level ?? 0) : Math.min(told.level + 1, top);
  const level = ladder.levels[next];
  if (level === undefined) return null;
  const who = level.targets.map((target) => targetWords(target, nameOf)).join(', ');
  const again = told !== null && told.level === next ? ' again' : '';
  const onlyIf = told === null && manual === null ? ', should it be missed' : '';
  return `level ${next + 1} (${level.tier})${again}: ${who}${onlyIf}`;
}

function targetWords(target: LadderTarget, nameOf: NameOf): string {
  if ('assignee' in target) return 'who has the case';
  if ('user' in target) return nameOf(target.user);
  return 'schedule' in target ? `who is on call in ${target.schedule}` : `every ${target.role}`;
}

/** What the person who pressed Acknowledge is told. `pressedAtMs` is when they pressed. */
export function answeredWords(answer: EscalationAnswered, pressedAtMs: number): string {
  const { outcome, by, at, escalation } = answer;
  if (outcome === 'acknowledged') return `You have taken it on at ${clockTime(at)}. Nobody else is told.`;
  if (outcome === 'ended')
    return `It had ended by itself at ${wholeTime(at)}: ${escalation.ended?.why ?? 'no reason was given'}.`;
  const beforeMs = pressedAtMs - Date.parse(at);
  // Below a second, or with clocks that disagree, a number would be false precision.
  const before = beforeMs < 1000 ? 'a moment' : durationWords(beforeMs);
  return `${by?.name ?? 'Somebody'} took it on ${before} before you, at ${clockTime(at)}.`;
}
