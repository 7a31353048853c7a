import type { Foreseen, ForeseenClock } from './foresee.ts';

/** A clock in both sets of promises; null where it promises nothing. */
export interface ComparedClock {
  readonly key: string;
  readonly inForce: ForeseenClock | null;
  readonly draft: ForeseenClock | null;
}

/** Side by side, in the order of the draft, what only the old one promises after its neighbours there. */
export function compareForeseen(inForce: Foreseen, draft: Foreseen): ComparedClock[] {
  const keys = draft.clocks.map(({ key }) => key);
  inForce.clocks.forEach(({ key }, i) => {
    if (keys.includes(key)) return;
    const neighbour = i === 0 ? -1 : keys.indexOf(inForce.clocks[i - 1]?.key ?? '');
    keys.splice(neighbour + 1, 0, key);
  });
  const find = ({ clocks }: Foreseen, key: string) => clocks.find((clock) => clock.key === key) ?? null;
  return keys.map((key) => ({ key, inForce: find(inForce, key), draft: find(draft, key) }));
}
