/** From inclusive, to exclusive, epoch ms. */
export type Period = readonly [from: number, to: number];

/** The same instants as sorted periods that neither touch nor overlap; empty ones are dropped. */
export function joined(periods: readonly Period[]): Period[] {
  const result: [number, number][] = [];
  for (const [from, to] of periods.toSorted((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (to <= from) continue;
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else result.push([from, to]);
  }
  return result;
}

/** What is left of one period without others, which are as `joined` gives them. */
export function without([from, to]: Period, removed: readonly Period[]): Period[] {
  const rest: Period[] = [];
  let at = from;
  for (const [start, end] of removed) {
    if (end <= at) continue;
    if (start >= to) break;
    if (start > at) rest.push([at, start]);
    at = end;
  }
  if (at < to) rest.push([at, to]);
  return rest;
}
