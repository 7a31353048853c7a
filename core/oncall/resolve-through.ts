import { DomainError } from '../errors.ts';
import type { OnCall } from './on-call.ts';

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

export interface Duty {
  readonly at: (at: number) => OnCall;
  /** The next instant at which the answer may change; Infinity when it never does. */
  readonly nextEdge: (at: number) => number;
}

const longestDays = 1830;

/**
 * The answers of `duty` through [from, to), epoch ms, from edge to edge.
 * @throws DomainError `invalid` `oncall.range` when `to` is not after `from`, or more than five years are asked.
 */
export function resolveThrough(duty: Duty, from: number, to: number): Resolved {
  refuseRange(from, to);
  const spans: Span[] = [];
  const gaps: Gap[] = [];
  for (let at = from; at < to; ) {
    const end = Math.min(to, duty.nextEdge(at));
    const now = duty.at(at);
    if (now.onCall.length === 0) extendGap(gaps, at, end);
    else extendSpan(spans, { from: at, to: end, ...now });
    at = end;
  }
  return { spans, gaps };
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
