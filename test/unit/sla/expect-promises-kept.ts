import { expect } from 'vitest';
import type { EscalationEvent } from '../../../core/escalation/escalation-event.ts';
import { replayClocks } from '../../../core/sla/clock-history.ts';
import { type ClockState, isOpenClock } from '../../../core/sla/clock-state.ts';
import { foldClocks } from '../../../core/sla/fold-clock.ts';
import { clocksToKeep } from '../../../core/sla/keep-clocks.ts';
import type { MetricEvent } from '../../../core/sla/metric-event.ts';
import type { PolicySet } from '../../../core/sla/policy-set.ts';
import type { SlaEvent } from '../../../core/sla/sla-fact.ts';
import { isMetricEvent, type SlaRecord } from '../../../core/sla/sla-record.ts';
import { type Instant, toEpochMs, toInstant } from '../../../core/time/instant.ts';
import { caseId, type FaultyDesk } from './faulty-desk.ts';

type Opened = EscalationEvent & { readonly type: 'escalation.opened' };

/**
 * What must hold of a case once all faults are over. `nothingLost`: then also that the back-stop had nothing to do,
 * and that everybody was told within a minute.
 */
export async function expectPromisesKept(desk: FaultyDesk, nothingLost: boolean): Promise<void> {
  const { events, slaLog } = await desk.ports.store.getTimeline(caseId);
  await expectLogOfHistory(desk, events, slaLog.filter(isMetricEvent));
  await expectNothingForgotten(desk, nothingLost);
  const opened = slaLog.filter((record) => record.type === 'escalation.opened');
  expect(new Set(opened.map(({ escalationId }) => escalationId)).size).toBe(opened.length);
  await expectEscalatedOnce(desk, slaLog, opened);
  for (const { escalationId } of opened) expectClimbed(desk, slaLog, escalationId, nothingLost);
  const wasSpam = events.some(({ type }) => type === 'case.marked-spam.v1');
  if (nothingLost && !wasSpam) expectToldAtOnce(slaLog, opened);
}

/** The log is what the history and the time give, each once, and the state is what the log gives. */
async function expectLogOfHistory(
  desk: FaultyDesk,
  events: readonly SlaEvent[],
  metrics: readonly MetricEvent[],
): Promise<void> {
  const versions: Record<string, PolicySet> = {};
  const keep = async (version: string) => {
    const found = await desk.ports.config.policies(version);
    if (found) versions[version] = found;
  };
  for (const event of events) if (event.type === 'case.rebased.v1') await keep(event.data.policyVersion);
  const first = metrics.find((record) => record.type === 'activate');
  const begun = first && (await desk.ports.config.policies(first.promise.policyVersion));
  if (!begun) throw new Error('the first promises are not known');
  const replayed = replayClocks({ history: events, policies: begun, versions, until: toInstant(desk.now) });
  expect(byClock(metrics)).toEqual(byClock(replayed.events));
  const { clocks } = (await desk.sla()).clocks;
  const folded = new Map(clocksToKeep(foldClocks(metrics)).map((clock) => [keyOf(clock), clock]));
  expect(new Map(clocks.map((clock) => [keyOf(clock), clock]))).toEqual(folded);
}

async function expectNothingForgotten(desk: FaultyDesk, nothingLost: boolean): Promise<void> {
  const { nextLookAt, escalations, armed } = await desk.sla();
  const now = toInstant(desk.now);
  expect(nextLookAt === null || nextLookAt > now).toBe(true);
  if (nothingLost) expect(desk.swept).toBe(0);
  const live = [...desk.executions.values()].filter(({ state }) => state === 'running');
  for (const { id, state, heldBy, taskToken } of escalations.filter((each) => each.state === 'open')) {
    const own = live.filter(({ name }) => name === heldBy);
    expect(own, `${id} is ${state}`).toHaveLength(1);
    expect(own[0]?.token).toBe(taskToken);
  }
  // A start that was lost is found by the sweep when its time comes.
  for (const { clock, instance, epoch, at } of nothingLost ? armed : []) {
    if (at === null || at <= now) continue;
    const name = `${caseId}_${clock}_${instance}_${epoch}`;
    const own = live.filter((each) => each.name === name || each.name.startsWith(`${name}_`));
    expect(own, `${name} at ${at}`).toHaveLength(1);
  }
}

/** Whoever is owed something late is told of, and one breach is climbed once. */
async function expectEscalatedOnce(
  desk: FaultyDesk,
  log: readonly SlaRecord[],
  opened: readonly Opened[],
): Promise<void> {
  const { facts, clocks, escalations } = await desk.sla();
  for (const clock of clocks.clocks.filter(isOpenClock)) {
    const about = escalations.filter(({ cause }) => isAbout(cause, clock));
    expect(about.filter(({ state }) => state === 'open').length).toBeLessThanOrEqual(1);
    if (clock.breachedAt !== null && !facts.isSpam && clock.promise.policyId !== null)
      expect(about.length, `${keyOf(clock)} broke at ${clock.breachedAt}`).toBeGreaterThan(0);
  }
  for (const breach of log.filter(isMetricEvent).filter(({ type }) => type === 'breach')) {
    const climbs = opened
      .filter(({ cause }) => isAbout(cause, breach))
      .filter(({ escalationId, at }) => at > breach.at || (overAt(log, escalationId) ?? '~') >= breach.at);
    expect(climbs.length, `${keyOf(breach)} broke at ${breach.at}`).toBeLessThanOrEqual(1);
  }
}

/** Level by level, told again only at the top; each notice once, none after it is over, and none forgotten. */
function expectClimbed(
  desk: FaultyDesk,
  log: readonly SlaRecord[],
  escalationId: string,
  nothingLost: boolean,
): void {
  const rounds = log
    .filter((record) => record.type === 'escalation.notified' || record.type === 'escalation.reminded')
    .filter((record) => record.escalationId === escalationId);
  const levels = rounds.flatMap((record) => (record.type === 'escalation.notified' ? [record.level] : []));
  levels.forEach((level, i) => {
    const before = levels[i - 1];
    if (before !== undefined) expect(level > before || level === 1, levels.join()).toBe(true);
  });
  const told = desk.told.filter(({ key }) => key.startsWith(`${escalationId}#`));
  const keys = told.map(({ key }) => key);
  expect(new Set(keys).size, keys.join()).toBe(keys.length);
  const over = overAt(log, escalationId);
  for (const { key, at } of told) expect(over === null || toInstant(at) <= over, key).toBe(true);
  const reached = new Set(keys.map((key) => key.split('#')[1])).size;
  const meant = rounds.filter(({ notices }) => notices.length > 0).length;
  if (nothingLost) expect(reached).toBeGreaterThanOrEqual(over === null ? meant : meant - 1);
}

function expectToldAtOnce(log: readonly SlaRecord[], opened: readonly Opened[]): void {
  for (const breach of log.filter(isMetricEvent).filter(({ type }) => type === 'breach')) {
    const soon = toInstant(toEpochMs(breach.at) + 60_000);
    const ids = opened.filter(({ cause }) => isAbout(cause, breach)).map(({ escalationId }) => escalationId);
    const isSoon = ({ at }: { at: Instant }) => at >= breach.at && at <= soon;
    const isTold = log.some(
      (record) =>
        record.type === 'escalation.notified' && ids.includes(record.escalationId) && isSoon(record),
    );
    const isOver =
      ids.some((id) => isSoon({ at: overAt(log, id) ?? '' })) ||
      log.some(
        (record) =>
          isMetricEvent(record) &&
          keyOf(record) === keyOf(breach) &&
          (record.type === 'fulfil' || record.type === 'cancel') &&
          isSoon(record),
      );
    expect(isTold || isOver, `${keyOf(breach)} broke at ${breach.at}, and nobody heard`).toBe(true);
  }
}

function overAt(log: readonly SlaRecord[], escalationId: string): Instant | null {
  const over = log.find(
    (record) =>
      (record.type === 'escalation.acknowledged' || record.type === 'escalation.ended') &&
      record.escalationId === escalationId,
  );
  return over?.at ?? null;
}

function isAbout(
  cause: Opened['cause'],
  { clock, instance }: Pick<ClockState, 'clock' | 'instance'>,
): boolean {
  return cause.kind === 'promise' && cause.clock === clock && cause.instance === instance;
}

function keyOf({ clock, instance }: Pick<ClockState, 'clock' | 'instance'>): string {
  return `${clock}#${instance}`;
}

function byClock(events: readonly MetricEvent[]): Map<string, MetricEvent[]> {
  const sorted = events.toSorted((a, b) => a.n - b.n);
  return Map.groupBy(sorted, keyOf);
}
