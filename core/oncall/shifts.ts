import type { Span } from './resolve.ts';

/** From inclusive, to exclusive, epoch ms. */
export interface Shift {
  readonly userId: string;
  readonly from: number;
  readonly to: number;
}

/**
 * The shifts of each person over several schedules. Duty that goes on without a break is one shift, whichever
 * schedule it is on: who leaves one and is on another has not gone home.
 */
export function shiftsOf(spans: readonly Span[]): Shift[] {
  const pieces = spans
    .flatMap(({ from, to, onCall }) => onCall.map((userId): Shift => ({ userId, from, to })))
    .toSorted((a, b) => a.from - b.from);
  const shifts: Shift[] = [];
  const lastOf = new Map<string, number>();
  for (const piece of pieces) {
    const index = lastOf.get(piece.userId);
    const last = index === undefined ? undefined : shifts[index];
    if (index !== undefined && last !== undefined && piece.from <= last.to)
      shifts[index] = { ...last, to: Math.max(last.to, piece.to) };
    else {
      lastOf.set(piece.userId, shifts.length);
      shifts.push(piece);
    }
  }
  return shifts;
}
