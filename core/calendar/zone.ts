// Functions, not the Temporal object: every bundle carries only these few of them.
import { fromEpochMilliseconds, toZonedDateTimeISO } from 'temporal-polyfill/fns/Instant';
import { getTimeZoneTransition, offsetNanoseconds } from 'temporal-polyfill/fns/ZonedDateTime';
import { DomainError } from '../errors.ts';

const hourMs = 3_600_000;
/** Offsets are looked up a chunk (about 397 days) at a time. */
const chunkMs = 2 ** 35;
/** No zone is further than this from UTC, so a local time shown as UTC is at most this far from its instant. */
const furthestMs = 30 * hourMs;

/** A stretch in which the zone keeps one offset: `from` inclusive, `until` exclusive, epoch ms. */
interface Segment {
  readonly from: number;
  readonly until: number;
  readonly offsetMs: number;
}

/**
 * One IANA zone with its offsets cached, so that clock arithmetic is integers.
 * A local time ("wall ms") is what the clock on the wall shows, written as if it were UTC.
 */
export class Zone {
  readonly id: string;
  readonly #chunks = new Map<number, readonly Segment[]>();
  #last: Segment = { from: 0, until: 0, offsetMs: 0 };

  constructor(id: string) {
    this.id = id;
  }

  /** What the wall clock shows at an instant (epoch ms), as wall ms. */
  wallAt(at: number): number {
    return at + this.#segmentAt(at).offsetMs;
  }

  /**
   * The first instant (epoch ms) at which the wall clock shows `wall` or later. So a time that occurs twice
   * is its first occurrence, a time that the clock jumps over is the moment of the jump, and the order of
   * local times is the order of their instants.
   */
  instantOf(wall: number): number {
    let segment = this.#segmentAt(wall - furthestMs);
    for (;;) {
      if (wall < segment.from + segment.offsetMs) return segment.from;
      if (wall < segment.until + segment.offsetMs) return wall - segment.offsetMs;
      segment = this.#segmentAt(segment.until);
    }
  }

  #segmentAt(at: number): Segment {
    const last = this.#last;
    if (at >= last.from && at < last.until) return last;
    const chunk = Math.floor(at / chunkMs);
    let segments = this.#chunks.get(chunk);
    if (segments === undefined) {
      segments = this.#load(chunk);
      this.#chunks.set(chunk, segments);
    }
    const found = segments.find((segment) => at < segment.until);
    if (found === undefined) throw new RangeError(`${at} is outside the years that time zones cover`);
    this.#last = found;
    return found;
  }

  #load(chunk: number): Segment[] {
    const end = (chunk + 1) * chunkMs;
    const segments: Segment[] = [];
    let from = chunk * chunkMs;
    while (from < end) {
      const here = toZonedDateTimeISO(fromEpochMilliseconds(from), this.id);
      const next = getTimeZoneTransition(here, 'next')?.epochMilliseconds ?? end;
      const until = Math.min(next, end);
      segments.push({ from, until, offsetMs: offsetNanoseconds(here) / 1e6 });
      from = until;
    }
    return segments;
  }
}

const zones = new Map<string, Zone>();

/** The zone of an IANA id such as `Europe/London`; anything else is refused as invalid. */
export function zoneOf(id: string): Zone {
  const known = zones.get(id);
  if (known !== undefined) return known;
  if (!isZoneId(id)) {
    throw new DomainError('invalid', 'zone.unknown', unknownZone(id), {
      details: [{ field: 'timezone', message: unknownZone(id) }],
    });
  }
  const zone = new Zone(id);
  zones.set(id, zone);
  return zone;
}

/** Whether `id` names an IANA zone. Bare offsets do not: they know nothing of daylight saving. */
export function isZoneId(id: string): boolean {
  if (zones.has(id)) return true;
  if (!/^[A-Za-z]/.test(id)) return false;
  try {
    toZonedDateTimeISO(fromEpochMilliseconds(0), id);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

export function unknownZone(id: string): string {
  return `"${id.slice(0, 60)}" is not a time zone; use an IANA name such as Europe/London or UTC`;
}
