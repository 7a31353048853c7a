import type { DeskConfig } from '../core/config/desk-config.ts';
import { tierOf } from '../core/config/user.ts';
import type { Audience } from '../core/escalation/audience.ts';
import { caseIdOfEscalation, type Escalation } from '../core/escalation/escalation.ts';
import type { EscalationNotice } from '../core/escalation/escalation-event.ts';
import { noticeKey } from '../core/escalation/notice-key.ts';
import {
  noticesOfRound,
  type PlannedRound,
  planRound,
  type RoundInput,
} from '../core/escalation/plan-round.ts';
import type { CaseSla } from '../core/sla/case-sla.ts';
import { followTime } from '../core/sla/follow-events.ts';
import { type Instant, toEpochMs } from '../core/time/instant.ts';
import type { Ports } from '../ports/ports.ts';
import { changeSla, type SlaDecision } from './change-sla.ts';
import { ladderOfEscalation } from './escalation-ladder.ts';
import { rosterOf } from './plan-page.ts';
import { withEscalation } from './require-escalation.ts';
import { slaEffects } from './sla-effects.ts';

export interface KeyedNotice extends EscalationNotice {
  readonly key: string;
  /** When it was decided: the date of what is sent, the same for every repeat of the sending. */
  readonly at: Instant;
  /** The person gets no other notice in this round. */
  readonly isOnlyOne: boolean;
}

export type EscalationPlan =
  | {
      readonly kind: 'notify';
      readonly round: number;
      readonly notices: readonly KeyedNotice[];
      readonly waitSeconds: number;
    }
  | { readonly kind: 'wait'; readonly round: number; readonly waitSeconds: number }
  | { readonly kind: 'end' };

export interface PlanEscalationInput {
  readonly escalationId: string;
  /** The last round that this execution knows of. */
  readonly round: number;
  /** The name of the execution that asks. */
  readonly execution: string;
  /** It asks for the first time: from now on it carries the escalation out, and others end. */
  readonly isFirst: boolean;
}

type PlanPorts = Pick<Ports, 'store' | 'config' | 'clock' | 'ids' | 'log'>;

/**
 * Decides, from the store as it is now, whom the next round of an escalation tells and when to look again, and
 * records it before anything is sent. Asked again for a round that was planned, it gives the same notices.
 * One that is no longer kept is over: asked about for ever, its execution would never end.
 */
export async function planEscalation(input: PlanEscalationInput, ports: PlanPorts): Promise<EscalationPlan> {
  const { escalationId } = input;
  const caseId = caseIdOfEscalation(escalationId);
  const found = caseId === null ? null : await ports.store.getSla(caseId);
  const escalation = found?.escalations.find(({ id }) => id === escalationId);
  if (escalation === undefined) {
    ports.log.warn('an escalation that is no longer kept was to be carried out', { escalationId });
    return { kind: 'end' };
  }
  const ladder = await ladderOfEscalation(escalation, ports);
  const { config } = await ports.config.current();
  const audience = await audienceOf(escalation, config, ports);
  let plan: EscalationPlan = { kind: 'end' };
  await changeSla(
    escalation.caseId,
    ({ sla, policies, now }) => {
      // A breach that its own timer is about to record is due by now as well.
      const time = followTime(sla, policies, now);
      const effects = slaEffects(time).filter(
        (effect) => effect.type !== 'escalation.moved' || effect.escalationId !== escalationId,
      );
      const current = time.next.escalations.find(({ id }) => id === escalationId);
      if (current?.state !== 'open' || !isHeldBy(current, input)) {
        plan = { kind: 'end' };
        return time.records.length === 0 ? null : { next: time.next, records: time.records, effects };
      }
      const asked: RoundInput = {
        escalation: current,
        ladder,
        clock: clockOf(current, time.next),
        audience,
        now,
      };
      const round = current.round > input.round ? repeated(asked) : planRound(asked);
      plan = planOf(round, now);
      const next = { ...round.next, heldBy: input.execution };
      const decision: SlaDecision = {
        next: withEscalation(time.next, next),
        records: [...time.records, ...round.records],
        effects,
      };
      return isSame(next, current) && decision.records.length === 0 ? null : decision;
    },
    ports,
  );
  return plan;
}

/**
 * One that was started before another took over has nothing to do any more. Nor has one that begins so late that
 * another has told a round since it was started: it would tell everybody again.
 */
function isHeldBy(
  { heldBy, round }: Escalation,
  { execution, isFirst, round: known }: PlanEscalationInput,
): boolean {
  if (heldBy === execution) return true;
  return isFirst && (heldBy === undefined || known >= round);
}

/** Its answer was lost on the way: nobody was told yet, or not everybody. */
function repeated(input: RoundInput): PlannedRound {
  const { escalation, now } = input;
  const nextStepAt = escalation.nextStepAt ?? now;
  return {
    kind: 'notify',
    next: { ...escalation, nextStepAt },
    records: [],
    notices: noticesOfRound(input),
  };
}

function planOf({ kind, next, notices }: PlannedRound, now: Instant): EscalationPlan {
  if (kind === 'end') return { kind };
  const leftMs = toEpochMs(next.nextStepAt ?? now) - toEpochMs(now);
  const waitSeconds = Math.max(1, Math.ceil(leftMs / 1000));
  if (kind === 'wait') return { kind, round: next.round, waitSeconds };
  const keyed = notices.map((notice) => ({
    ...notice,
    key: noticeKey(next, notice),
    at: now,
    isOnlyOne: notices.filter(({ userId }) => userId === notice.userId).length === 1,
  }));
  return { kind, round: next.round, notices: keyed, waitSeconds };
}

function clockOf({ cause }: Escalation, { clocks }: CaseSla) {
  if (cause.kind !== 'promise') return null;
  const isIt = (clock: { clock: string; instance: number }) =>
    clock.clock === cause.clock && clock.instance === cause.instance;
  return clocks.clocks.find(isIt) ?? null;
}

function isSame(next: Escalation, current: Escalation): boolean {
  return (
    next.nextStepAt === current.nextStepAt &&
    next.heldBy === current.heldBy &&
    next.remindedMinutes.length === current.remindedMinutes.length
  );
}

async function audienceOf(
  { id, caseId }: Escalation,
  config: DeskConfig,
  ports: Pick<Ports, 'store' | 'clock' | 'log'>,
): Promise<Audience> {
  const current = await ports.store.getCase(caseId);
  const { onCall } = rosterOf(config, ports.clock.now(), (scheduleId, error) =>
    ports.log.error('a schedule could not be read and tells nobody', { escalationId: id, scheduleId, error }),
  );
  return {
    users: config.users.map((user) => ({ id: user.id, tier: tierOf(user), contacts: user.contacts })),
    assignee: current?.assignee ?? null,
    departments: Object.keys(config.departments),
    onCall,
  };
}
