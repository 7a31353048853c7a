import { readInstant } from '../calendar/instant-text.ts';
import { type Zone, zoneOf } from '../calendar/zone.ts';
import { LayerDuty } from './layer-duty.ts';
import type { Schedule } from './schedule.ts';

/** From inclusive, to exclusive, epoch ms. */
interface Period {
  readonly from: number;
  readonly to: number;
  readonly label: string;
}

export interface OverrideDuty extends Period {
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

export interface TemporaryDuty extends Period {
  readonly shifts: readonly { readonly user: string; readonly from: number; readonly to: number }[];
}

/** A schedule, read once: times as epoch ms, layers grouped by priority, highest first. */
export interface ScheduleDuty {
  /** As written. */
  readonly layers: readonly LayerDuty[];
  readonly priorities: readonly (readonly LayerDuty[])[];
  readonly overrides: readonly OverrideDuty[];
  readonly temporary: readonly TemporaryDuty[];
  /** Where an override, a temporary schedule or a shift of one begins or ends: sorted, each once. */
  readonly edges: readonly number[];
}

const read = new WeakMap<Schedule, ScheduleDuty>();

/** Reads a schedule that its schema has accepted; remembered as long as the schedule object lives unchanged. */
export function dutyOf(schedule: Schedule): ScheduleDuty {
  const known = read.get(schedule);
  if (known !== undefined) return known;
  const duty = readSchedule(schedule, zoneOf(schedule.timezone));
  read.set(schedule, duty);
  return duty;
}

function readSchedule(schedule: Schedule, zone: Zone): ScheduleDuty {
  const layers = schedule.layers.map((layer, i) => new LayerDuty(layer, i, zone));
  const levels = [...new Set(layers.map((layer) => layer.priority))].toSorted((a, b) => b - a);
  const overrides = (schedule.overrides ?? []).map((override) => ({
    ...readPeriod(override, override.by === undefined ? 'override' : `override by ${override.by}`, zone),
    add: override.add ?? [],
    remove: override.remove ?? [],
  }));
  const temporary = (schedule.temporary ?? []).map((entry) => ({
    ...readPeriod(entry, 'temporary schedule', zone),
    shifts: entry.shifts.map((shift) => ({ user: shift.user, ...readPeriod(shift, 'shift', zone) })),
  }));
  return {
    layers,
    priorities: levels.map((level) => layers.filter((layer) => layer.priority === level)),
    overrides,
    temporary,
    edges: edgesOf([...overrides, ...temporary, ...temporary.flatMap(({ shifts }) => shifts)]),
  };
}

function edgesOf(periods: readonly Period[]): number[] {
  return [...new Set(periods.flatMap(({ from, to }) => [from, to]))].toSorted((a, b) => a - b);
}

function readPeriod(period: { from: string; to: string }, what: string, zone: Zone): Period {
  const from = readInstant(period.from, zone);
  const to = readInstant(period.to, zone);
  if (from === null || to === null)
    throw new RangeError(`${what} ${period.from} to ${period.to} cannot be read`);
  return { from: from.at, to: to.at, label: `${what} ${period.from} to ${period.to}` };
}
