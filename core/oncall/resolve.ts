import { DomainError } from '../errors.ts';
import { onCall } from './on-call.ts';
import type { Schedule } from './schedule.ts';
import { dutyOf, type ScheduleDuty } from './schedule-duty.ts';

/** From inclusive, to exclusive, epoch ms. */
export interface Gap {
  readonly from: number;
  readonly to: number;
}

export interface Span extends Gap {
  readonly onCall: string[];
  readonly why: string;
}

export interface Resolved {
  /** Stretches with somebody on duty, in order; neighbours differ in people or in reason. */
  readonly spans: Span[];
  /** Stretches with nobody, in order. Spans and gaps together cover exactly what was asked. */
  readonly gaps: Gap[];
}

const longestDays = 1830;

/**
 * Who is on duty through [from, to), epoch ms: the same answers as `onCall` at every instant of it.
 * @throws DomainError `invalid` `oncall.range` when `to` is not after `from`, or more than five years are asked.
 */
export function resolve(schedule: Schedule, from: number, to: number): Resolved {
  refuseRange(from, to);
  const duty = dutyOf(schedule);
  const spans: Span[] = [];
  const gaps: Gap[] = [];
  for (let at = from; at < to; ) {
    const end = Math.min(to, nextEdge(duty, at));
    const now = onCall(schedule, at);
    if (now.onCall.length === 0) extendGap(gaps, at, end);
    else extendSpan(spans, { from: at, to: end, ...now });
    at = end;
  }
  return { spans, gaps };
}

function nextEdge(duty: ScheduleDuty, at: number): number {
  let next = Number.POSITIVE_INFINITY;
  const consider = (edge: number) => {
    if (edge > at && edge < next) next = edge;
  };
  for (const layers of duty.priorities) for (const layer of layers) consider(layer.nextEdge(at));
  const shifts = duty.temporary.flatMap((entry) => entry.shifts);
  for (const period of [...duty.overrides, ...duty.temporary, ...shifts]) {
    consider(period.from);
    consider(period.to);
  }
  return next;
}

function extendGap(gaps: Gap[], from: number, to: number): void {
  const last = gaps.at(-1);
  if (last?.to === from) gaps[gaps.length - 1] = { from: last.from, to };
  else gaps.push({ from, to });
}

function extendSpan(spans: Span[], span: Span): void {
  const last = spans.at(-1);
  if (last?.to === span.from && last.why === span.why && last.onCall.join('\n') === span.onCall.join('\n')) {
    spans[spans.length - 1] = { ...span, from: last.from };
  } else spans.push(span);
}

function refuseRange(from: number, to: number): void {
  if (!(to > from)) throw rangeError('to', 'is not after from; swap the two or correct one');
  if (to - from > longestDays * 86_400_000) {
    throw rangeError('to', `is more than ${longestDays} days after from; ask for less`);
  }
}

function rangeError(field: string, message: string): DomainError {
  return new DomainError('invalid', 'oncall.range', `${field} ${message}`, { details: [{ field, message }] });
}
