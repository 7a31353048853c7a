import type { z } from 'zod';
import { instantHint, readInstant } from '../calendar/instant-text.ts';
import { isZoneId, type Zone, zoneOf } from '../calendar/zone.ts';
import type { Layer, Schedule } from './schedule.ts';

type Report = z.core.$RefinementCtx<Schedule>;
type Path = (string | number)[];

/** The longest that one turn of each type can be, in minutes of the wall clock. */
const longestTurnMinutes = { hourly: 60, daily: 1440, weekly: 10_080, monthly: 44_640 };

/** What the shape alone cannot tell: that times can be read and that every from is before its to. */
export function checkScheduleTimes(schedule: Schedule, report: Report): void {
  if (!isZoneId(schedule.timezone)) return;
  const zone = zoneOf(schedule.timezone);
  schedule.layers.forEach((layer, i) => checkLayer(layer, zone, ['layers', i], report));
  schedule.overrides?.forEach((override, i) => checkSpan(override, zone, ['overrides', i], report));
  checkTemporary(schedule, zone, report);
}

function checkLayer(layer: Layer, zone: Zone, path: Path, report: Report): void {
  const until =
    layer.until === undefined ? null : checkInstant(layer.until, zone, [...path, 'until'], report);
  if (layer.rotation === undefined) {
    if (layer.shiftMinutes === undefined) return;
    refuse(
      report,
      [...path, 'shiftMinutes'],
      'needs a rotation to be a part of; add one, or use restrictions',
    );
    return;
  }
  const start = checkInstant(layer.rotation.start, zone, [...path, 'rotation', 'start'], report);
  if (start !== null && until !== null && until <= start) {
    refuse(report, [...path, 'until'], 'is not after the rotation start; the layer would never be on duty');
  }
  const turn = longestTurnMinutes[layer.rotation.type] * layer.rotation.length;
  if (layer.shiftMinutes !== undefined && layer.shiftMinutes > turn) {
    refuse(report, [...path, 'shiftMinutes'], `is longer than one turn of the rotation (${turn} minutes)`);
  }
}

function checkTemporary(schedule: Schedule, zone: Zone, report: Report): void {
  schedule.temporary?.forEach((entry, i) => {
    const path: Path = ['temporary', i];
    const span = checkSpan(entry, zone, path, report);
    entry.shifts.forEach((shift, j) => {
      const own = checkSpan(shift, zone, [...path, 'shifts', j], report);
      if (span === null || own === null || (own.from < span.to && span.from < own.to)) return;
      const remedy = 'lies outside its temporary schedule; move the shift or widen from and to';
      refuse(report, [...path, 'shifts', j], remedy);
    });
  });
}

function checkSpan(
  span: { from: string; to: string },
  zone: Zone,
  path: Path,
  report: Report,
): { from: number; to: number } | null {
  const from = checkInstant(span.from, zone, [...path, 'from'], report);
  const to = checkInstant(span.to, zone, [...path, 'to'], report);
  if (from === null || to === null) return null;
  if (to > from) return { from, to };
  refuse(report, [...path, 'to'], `is not after from (${span.from}); swap the two or correct one`);
  return null;
}

function checkInstant(text: string, zone: Zone, path: Path, report: Report): number | null {
  const read = readInstant(text, zone);
  if (read === null) refuse(report, path, `"${text.slice(0, 40)}" is not a time; ${instantHint}`);
  return read?.at ?? null;
}

function refuse(report: Report, path: Path, message: string): void {
  report.addIssue({ code: 'custom', path, message });
}
