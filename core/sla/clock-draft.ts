import type { NamedCalendars } from '../calendar/calendar-named.ts';
import { type Instant, toEpochMs } from '../time/instant.ts';
import type { ClockName } from './clock-name.ts';
import type { CaseClocks, ClockState } from './clock-state.ts';
import { isOpenClock } from './clock-state.ts';
import { elapsedMsAt, recountMs, sumsAt } from './clock-sums.ts';
import { applyMetricEvent } from './fold-clock.ts';
import type { ClockPromise, DueOverride, MetricEvent, RetargetCause } from './metric-event.ts';
import { settleClock } from './settle-clock.ts';

type Distribute<Event> = Event extends MetricEvent
  ? Omit<Event, 'caseId' | 'clock' | 'instance' | 'n' | 'at' | 'seq'>
  : never;
type NewEvent = Distribute<MetricEvent>;

export interface Start {
  readonly clock: ClockName;
  readonly subject: string | null;
  readonly terms: ClockState['terms'];
  /** Before the event only for a message that was inherited. */
  readonly startedAt: Instant;
  readonly why: string;
}

/** The clocks of a case while one event is worked into them: each step appends events and folds them at once. */
export class ClockDraft {
  readonly events: MetricEvent[] = [];
  readonly at: Instant;
  readonly #clocks: ClockState[];
  readonly #caseId: string;
  readonly #seq: number;
  readonly #calendars: NamedCalendars;

  constructor(before: CaseClocks, at: Instant, seq: number, calendars: NamedCalendars) {
    this.at = at;
    this.#caseId = before.caseId;
    this.#seq = seq;
    this.#calendars = calendars;
    this.#clocks = [...before.clocks];
    for (const clock of before.clocks) for (const event of settleClock(clock, at)) this.#append(event);
  }

  get clocks(): readonly ClockState[] {
    return this.#clocks;
  }

  open(): ClockState[] {
    return this.#clocks.filter(isOpenClock);
  }

  instancesOf(name: ClockName): ClockState[] {
    return this.#clocks.filter((state) => state.clock === name);
  }

  start({ clock, subject, terms, startedAt, why }: Start, promise: ClockPromise): void {
    const elapsedMs = recountMs(promise, startedAt, [], this.#ms, this.#calendars);
    const sums = this.#sums(
      { promise, elapsedMs, graceMs: 0, warned: [], breachedAt: null, override: null, pausedSince: null },
      true,
    );
    // Earlier instances may be gone (see `clocksToKeep`); the highest number never is.
    const instance = 1 + Math.max(0, ...this.instancesOf(clock).map((state) => state.instance));
    const common = { caseId: this.#caseId, clock, instance, n: 1, at: this.at, seq: this.#seq };
    this.#append({ ...common, type: 'activate', startedAt, subject, promise, terms, sums, why });
  }

  fulfil(clock: ClockState, by: string, why: string): void {
    this.#emit(clock, { type: 'fulfil', by, sums: this.#ended(clock), why });
  }

  cancel(clock: ClockState, why: string): void {
    this.#emit(clock, { type: 'cancel', sums: this.#ended(clock), why });
  }

  pause(clock: ClockState, why: string): void {
    const sums = this.#sums({ ...clock, elapsedMs: this.#elapsed(clock) }, false);
    this.#emit(clock, { type: 'pause', sums, why });
  }

  resume(clock: ClockState, why: string): void {
    const sums = this.#sums({ ...clock, override: this.#movedOverride(clock) }, true);
    this.#emit(clock, { type: 'resume', reopened: false, graceMs: clock.graceMs, sums, why });
  }

  /** An ended instance goes on with at least `leastMs` of counted time left; once broken, with what it has. */
  reopen(clock: ClockState, leastMs: number, why: string): void {
    const { promise, elapsedMs, breachedAt } = clock;
    const isSpared = leastMs > 0 && promise.targetMinutes !== null && breachedAt === null;
    const leftMs = Math.round((promise.targetMinutes ?? 0) * 60_000) + clock.graceMs - elapsedMs;
    const graceMs = clock.graceMs + (isSpared ? Math.max(0, leastMs - leftMs) : 0);
    const sums = this.#sums({ ...clock, graceMs, override: null }, true);
    this.#emit(clock, { type: 'resume', reopened: true, graceMs, sums, why });
  }

  /**
   * `recount`: as if the promise had held from the start; otherwise the counted time is kept. An ended clock
   * stays ended. @returns the clock after it.
   */
  retarget(
    clock: ClockState,
    promise: ClockPromise,
    change: {
      cause: RetargetCause;
      why: string;
      recount?: boolean;
      startedAt?: Instant;
      override?: DueOverride | null;
    },
  ): ClockState {
    const startedAt = change.startedAt ?? clock.startedAt;
    const elapsedMs = this.#elapsedUnder({ ...clock, startedAt }, promise, change.recount ?? false);
    const override = change.override === undefined ? clock.override : change.override;
    const allowedMs = Math.round((promise.targetMinutes ?? 0) * 60_000) + clock.graceMs;
    const gonePercent =
      override === null
        ? (elapsedMs * 100) / allowedMs
        : 100 -
          ((toEpochMs(override.dueAt) - this.#heldAt(clock.pausedSince, override)) * 100) / override.spanMs;
    const warned = clock.warned.filter((percent) => !(gonePercent < percent));
    const sums = this.#sums({ ...clock, promise, elapsedMs, override, warned }, clock.state === 'running');
    return this.#emit(clock, {
      type: 'retarget',
      cause: change.cause,
      startedAt,
      promise,
      sums,
      warned,
      why: change.why,
    });
  }

  /** Whether the date that a person set lies beyond what would be due under a promise without it. */
  isPutOff(clock: ClockState, promise: ClockPromise, recount: boolean): boolean {
    const date = this.#movedOverride(clock)?.dueAt;
    if (date === undefined) return false;
    const elapsedMs = this.#elapsedUnder(clock, promise, recount);
    const { dueAt } = this.#sums({ ...clock, promise, elapsedMs, override: null }, true);
    return dueAt !== null && dueAt < date;
  }

  #elapsedUnder(clock: ClockState, promise: ClockPromise, recount: boolean): number {
    if (!recount) return this.#elapsed(clock);
    const countedTo = clock.endedAt === null ? this.#ms : toEpochMs(clock.endedAt);
    return recountMs(promise, clock.startedAt, clock.pauses, countedTo, this.#calendars);
  }

  get #ms(): number {
    return toEpochMs(this.at);
  }

  #elapsed(clock: ClockState): number {
    return elapsedMsAt(clock, this.#ms, this.#calendars);
  }

  #ended(clock: ClockState) {
    return { ...this.#sums({ ...clock, elapsedMs: this.#elapsed(clock) }, false), override: clock.override };
  }

  /** A pause moves a date that a person set by its whole length, or by what was left of it when it was set. */
  #movedOverride({ override, pausedSince }: ClockState): DueOverride | null {
    if (override === null || pausedSince === null) return override;
    const movedMs = this.#ms - this.#heldAt(pausedSince, override);
    return { ...override, dueAt: new Date(toEpochMs(override.dueAt) + movedMs).toISOString() };
  }

  /** Since when a date that a person set stands still; now while the clock runs. Epoch ms. */
  #heldAt(pausedSince: Instant | null, { setAt }: DueOverride): number {
    return pausedSince === null ? this.#ms : Math.max(toEpochMs(pausedSince), toEpochMs(setAt));
  }

  #sums(
    clock: Pick<
      ClockState,
      'promise' | 'elapsedMs' | 'graceMs' | 'warned' | 'breachedAt' | 'override' | 'pausedSince'
    >,
    isRunning: boolean,
  ) {
    const { promise, elapsedMs, graceMs, warned, breachedAt, override, pausedSince } = clock;
    const calendars = this.#calendars;
    return sumsAt({
      at: isRunning || override === null ? this.#ms : this.#heldAt(pausedSince, override),
      promise,
      elapsedMs,
      graceMs,
      warned,
      breachedAt,
      override,
      isRunning,
      calendars,
    });
  }

  #emit(clock: ClockState, event: NewEvent): ClockState {
    const { caseId, clock: name, instance, eventCount } = clock;
    return this.#append({
      ...event,
      caseId,
      clock: name,
      instance,
      n: eventCount + 1,
      at: this.at,
      seq: this.#seq,
    });
  }

  #append(event: MetricEvent): ClockState {
    const index = this.#clocks.findIndex(
      (state) => state.clock === event.clock && state.instance === event.instance,
    );
    const next = applyMetricEvent(this.#clocks[index] ?? null, event);
    if (index < 0) this.#clocks.push(next);
    else this.#clocks[index] = next;
    this.events.push(event);
    return next;
  }
}
