import type { DeskConfig } from '../core/config/desk-config.ts';
import { resolve, type Span } from '../core/oncall/resolve.ts';
import { type Shift, shiftsOf } from '../core/oncall/shifts.ts';
import type { Ports } from '../ports/ports.ts';

/** No duty is looked at beyond: a person who is always on duty has no shift that ends. */
const longestShiftMs = 14 * 24 * 3600_000;

/**
 * The shifts that end within [from, to), epoch ms. One that began more than a fortnight before has its beginning
 * there. A schedule that cannot be read has none, and the log says so.
 */
export function shiftsEndingWithin(
  range: { readonly from: number; readonly to: number },
  config: Pick<DeskConfig, 'schedules'>,
  { log }: Pick<Ports, 'log'>,
): Shift[] {
  const { from, to } = range;
  const spansFrom = (start: number): Span[] =>
    Object.entries(config.schedules).flatMap(([scheduleId, schedule]) => {
      try {
        return resolve(schedule, start, to + 1).spans;
      } catch (error) {
        log.error('a schedule could not be read, and the ends of its shifts are not known', {
          scheduleId,
          error,
        });
        return [];
      }
    });
  const endsWithin = (shift: Shift) => shift.to >= from && shift.to < to;
  // Mostly nobody's does: then the fortnight need not be worked out.
  if (!shiftsOf(spansFrom(from - 1)).some(endsWithin)) return [];
  return shiftsOf(spansFrom(from - longestShiftMs)).filter(endsWithin);
}
