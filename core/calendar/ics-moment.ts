import { type IcsLine, icsProblem } from './ics-lines.ts';
import { dateOfDay, isLocalDate } from './local-day.ts';
import { isZoneId, zoneOf } from './zone.ts';

const dayMs = 86_400_000;

/** A DATE or DATE-TIME (RFC 5545, 3.3.4 and 3.3.5) as written: `wall` is its local time as if it were UTC. */
export interface IcsMoment {
  readonly wall: number;
  readonly isDate: boolean;
  /** `UTC`, an IANA zone, or null for the local time of whoever reads it. */
  readonly zone: string | null;
}

/** @throws DomainError `invalid` `ics.line` */
export function readMoment(line: IcsLine): IcsMoment {
  const parts = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?$/.exec(line.value.trim());
  const date = parts === null ? '' : `${parts[1]}-${parts[2]}-${parts[3]}`;
  const wall =
    parts === null
      ? Number.NaN
      : Date.parse(`${date}T${parts[4] ?? '00'}:${parts[5] ?? '00'}:${parts[6] ?? '00'}Z`);
  if (parts === null || !isLocalDate(date) || Number.isNaN(wall))
    throw icsProblem(line.number, `${line.name} is no date or time; write 20261225 or 20261225T130000`);
  if (parts[4] === undefined) return { wall, isDate: true, zone: null };
  const zone = parts[7] === 'Z' ? 'UTC' : (line.params['TZID'] ?? null);
  if (zone !== null && !isZoneId(zone))
    throw icsProblem(
      line.number,
      `TZID "${zone.slice(0, 60)}" is not an IANA zone such as Europe/London; write one`,
    );
  return { wall, isDate: false, zone };
}

/** As `holidaySchema` reads it: an instant where the zone is known, else a local time. */
export function momentText({ wall, zone }: IcsMoment): string {
  if (zone === null) return new Date(wall).toISOString().slice(0, 19);
  return new Date(zoneOf(zone).instantOf(wall)).toISOString();
}

export function momentDate({ wall }: IcsMoment): string {
  return dateOfDay(Math.floor(wall / dayMs));
}

/** DURATION (RFC 5545, 3.3.6) in ms of wall time. @throws DomainError `invalid` `ics.line` */
export function readDuration(line: IcsLine): number {
  const parts =
    /^\+?P(?:(\d{1,4})W|(?:(\d{1,5})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,8})S)?)?)$/.exec(
      line.value.trim(),
    );
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = (parts ?? [])
    .slice(1)
    .map((part) => Number(part ?? 0));
  const ms = (weeks * 7 + days) * dayMs + ((hours * 60 + minutes) * 60 + seconds) * 1000;
  if (parts === null || ms === 0) throw icsProblem(line.number, 'DURATION is no length; write P1D or PT4H');
  return ms;
}
