import type { CaseSla } from '../core/sla/case-sla.ts';
import { followTime } from '../core/sla/follow-events.ts';
import { overdueByMs } from '../core/sla/settle-clock.ts';
import { type Instant, toEpochMs, toInstant } from '../core/time/instant.ts';
import type { Ports } from '../ports/ports.ts';
import { catchUpClocks } from './catch-up-clocks.ts';
import { changeSla, type SlaDecision } from './change-sla.ts';
import { slaEffects } from './sla-effects.ts';
import { startEscalationWorkflow } from './start-escalation-workflow.ts';

type SweepPorts = Pick<Ports, 'store' | 'config' | 'clock' | 'ids' | 'workflows' | 'log'>;

/** A timer may be late by a start, a retry or a restart. What is later than this was lost. */
const toleratedMs = 30_000;
/** An escalation that died again is taken up again after so long, under another name. */
const againMs = 5 * 60_000;

export interface Swept {
  /** Cases with a mark or an escalation that nobody had handled: meant to be none. */
  readonly handled: readonly string[];
  readonly failed: readonly string[];
  /** The longest that a mark had waited, ms; 0 when none had. */
  readonly latestMs: number;
}

/**
 * The back-stop: handles marks of clocks that are past and that no execution handled, gives those clocks a new
 * execution, takes up escalations whose next step never came, and lets clocks that fell behind catch up.
 */
export async function sweepClocks(ports: SweepPorts): Promise<Swept> {
  const until = toInstant(ports.clock.now() - toleratedMs);
  const handled: string[] = [];
  const failed: string[] = [];
  let latestMs = 0;
  let cursor: string | undefined;
  do {
    const page = await ports.store.listOverdueMarks(until, { limit: 100, ...(cursor && { cursor }) });
    for (const { caseId } of page.items)
      try {
        const lateMs = await sweepCase(caseId, until, ports);
        if (lateMs === null) continue;
        latestMs = Math.max(latestMs, lateMs);
        handled.push(caseId);
        ports.log.error('a promise had a mark that nobody handled and was taken up', { caseId, lateMs });
      } catch (error) {
        failed.push(caseId);
        ports.log.error('a promise has a mark that nobody handled and could not be taken up', {
          caseId,
          error,
        });
      }
    cursor = page.cursor ?? undefined;
  } while (cursor);
  return { handled, failed, latestMs };
}

/** How late it was, ms; null when somebody was faster, or the list behind. */
async function sweepCase(caseId: string, until: Instant, ports: SweepPorts): Promise<number | null> {
  const sla = await ports.store.getSla(caseId);
  if (sla === null || sla.nextLookAt === null || sla.nextLookAt > until) return null;
  const lateMs = ports.clock.now() - toEpochMs(sla.nextLookAt);
  if (sla.behindSince !== undefined) await catchUpClocks(caseId, ports);
  await changeSla(
    caseId,
    ({ sla: stored, policies, now }): SlaDecision | null => {
      const change = followTime(withoutLost(stored, until), policies, now);
      if (change.records.length === 0 && change.starts.length === 0) return null;
      return { next: change.next, records: change.records, effects: slaEffects(change) };
    },
    ports,
  );
  const number = Math.floor(ports.clock.now() / againMs);
  for (const { id, state, nextStepAt, round } of sla.escalations)
    if (state === 'open' && nextStepAt !== null && nextStepAt <= until)
      await startEscalationWorkflow({ caseId, escalationId: id }, ports, { round, number });
  return lateMs;
}

/** Clocks whose mark was missed have no execution that anybody knows of: the next start is a new epoch. */
function withoutLost(sla: CaseSla, until: Instant): CaseSla {
  const isLost = (clock: string, instance: number) =>
    sla.clocks.clocks.some(
      (state) => state.clock === clock && state.instance === instance && overdueByMs(state, until) !== null,
    );
  return {
    ...sla,
    armed: sla.armed.map((entry) =>
      isLost(entry.clock, entry.instance) || (entry.at !== null && entry.at <= until)
        ? { ...entry, at: null }
        : entry,
    ),
  };
}
