import { DomainError } from '../errors.ts';
import type { ClockState } from './clock-state.ts';
import type { MetricEvent } from './metric-event.ts';

/**
 * The state of one instance from its metric events, in any order and with duplicates.
 * @throws DomainError `invalid` `sla.events` when one is missing, or the first is no `activate`.
 */
export function foldClock(events: readonly MetricEvent[]): ClockState {
  const byNumber = new Map(events.map((event) => [event.n, event]));
  const ordered = [...byNumber.values()].toSorted((a, b) => a.n - b.n);
  let state: ClockState | null = null;
  for (const event of ordered) state = applyMetricEvent(state, event);
  if (state === null) throw new DomainError('invalid', 'sla.events', 'a clock without events has no state');
  return state;
}

/** Every instance of a case from its metric events, by clock and instance as they began. */
export function foldClocks(events: readonly MetricEvent[]): ClockState[] {
  const instances = new Map<string, MetricEvent[]>();
  for (const event of events) {
    const key = `${event.clock}#${event.instance}`;
    const list = instances.get(key);
    if (list === undefined) instances.set(key, [event]);
    else list.push(event);
  }
  return [...instances.values()].map(foldClock);
}

/** The next state. @throws DomainError `invalid` `sla.events` when `event` is not the one after `state`. */
export function applyMetricEvent(state: ClockState | null, event: MetricEvent): ClockState {
  const expected = (state?.eventCount ?? 0) + 1;
  if (event.n !== expected || (state === null) !== (event.type === 'activate')) {
    const which = `${event.caseId} ${event.clock} ${event.instance}`;
    throw new DomainError(
      'invalid',
      'sla.events',
      `${which}: event ${event.n} (${event.type}) where ${expected} belongs`,
    );
  }
  if (event.type === 'activate') return activated(event);
  const before = state as ClockState;
  const base = { ...before, eventCount: event.n, lastSeq: event.seq ?? before.lastSeq };
  switch (event.type) {
    case 'warn':
      return {
        ...base,
        warned: [...base.warned, event.percent],
        nextWarnings: base.nextWarnings.filter(({ percent }) => percent > event.percent),
      };
    case 'breach':
      return { ...base, breachedAt: event.at, nextWarnings: [] };
    case 'pause':
      return {
        ...base,
        ...event.sums,
        countedAt: event.at,
        state: 'paused',
        pausedSince: event.at,
        pauses: [...base.pauses, { from: event.at, to: null, why: event.why }],
      };
    case 'resume':
      return {
        ...base,
        ...event.sums,
        countedAt: event.at,
        state: 'running',
        graceMs: event.graceMs,
        ...(event.reopened
          ? { pauses: [...base.pauses, solvedStretch(base, event.at)] }
          : closePause(base, event.at)),
        pausedSince: null,
        endedAt: null,
        endedWhy: null,
      };
    case 'retarget':
      return {
        ...base,
        ...event.sums,
        countedAt: event.at,
        startedAt: event.startedAt,
        promise: event.promise,
        warned: event.warned,
      };
    case 'fulfil':
    case 'cancel': {
      const ended = event.type === 'cancel' ? 'cancelled' : base.breachedAt === null ? 'met' : 'missed';
      return {
        ...base,
        ...event.sums,
        ...closePause(base, event.at),
        countedAt: event.at,
        state: ended,
        pausedSince: null,
        endedAt: event.at,
        endedWhy: event.why,
      };
    }
  }
}

function activated(event: MetricEvent & { type: 'activate' }): ClockState {
  const { caseId, clock, instance, subject, startedAt, promise, terms, sums, at, n, seq } = event;
  return {
    caseId,
    clock,
    instance,
    subject,
    state: 'running',
    startedAt,
    countedAt: at,
    ...sums,
    pausedSince: null,
    pauses: [],
    breachedAt: null,
    endedAt: null,
    endedWhy: null,
    promise,
    terms,
    graceMs: 0,
    warned: [],
    eventCount: n,
    lastSeq: seq,
  };
}

function closePause({ pauses }: ClockState, at: string): Pick<ClockState, 'pauses'> {
  return { pauses: pauses.map((pause) => (pause.to === null ? { ...pause, to: at } : pause)) };
}

/** The time from solving to reopening counts for nobody. */
function solvedStretch({ endedAt, countedAt }: ClockState, at: string): ClockState['pauses'][number] {
  return { from: endedAt ?? countedAt, to: at, why: 'solved' };
}
