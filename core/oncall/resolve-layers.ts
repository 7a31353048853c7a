import { type Resolved, resolveThrough } from './resolve-through.ts';
import type { Schedule } from './schedule.ts';
import { dutyOf } from './schedule-duty.ts';

export interface ResolvedLayer extends Resolved {
  /** As in the reasons of `onCall`: `layer Nights`, or `layer 2` for one without a name. */
  readonly label: string;
  readonly priority: number;
}

/**
 * What each layer by itself says through [from, to), epoch ms, in the order in which they are written: also
 * where a higher one covers it, an override changes it or a temporary schedule replaces it.
 * @throws DomainError `invalid` `oncall.range` as `resolve` does.
 */
export function resolveLayers(schedule: Schedule, from: number, to: number): ResolvedLayer[] {
  return dutyOf(schedule).layers.map((layer) => {
    const at = (instant: number) => {
      const answer = layer.at(instant);
      return typeof answer === 'string'
        ? { onCall: [], why: answer }
        : { onCall: [...new Set(answer)], why: layer.label };
    };
    const resolved = resolveThrough({ at, nextEdge: (instant) => layer.nextEdge(instant) }, from, to);
    return { label: layer.label, priority: layer.priority, ...resolved };
  });
}
