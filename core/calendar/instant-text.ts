import { getISO } from 'temporal-polyfill/fns/Calendar';
import { fromString } from 'temporal-polyfill/fns/ZonedDateTime';
import type { Zone } from './zone.ts';

const shape =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}(?::?\d{2})?)?(\[[^\]]+\])?)?$/i;

export interface ReadInstant {
  /** Epoch ms. */
  readonly at: number;
  /** The local time as written, or what the zone's clock shows at the instant that was written. */
  readonly wall: number;
}

/** How to write one, for error messages. */
export const instantHint =
  'write an ISO time such as 2026-03-29T09:00 (local), 2026-03-29T09:00+01:00 or 2026-03-29T08:00Z';

/**
 * Reads an ISO 8601 date and time. With `Z` or an offset it is that instant; without one it is local time
 * in `zone`; a date alone is its midnight. Null when it is not a time, or outside the years 1900 to 9000.
 */
export function readInstant(text: string, zone: Zone): ReadInstant | null {
  const parts = shape.exec(text.trim());
  if (parts === null) return null;
  const year = Number(text.trim().slice(0, 4));
  if (year < 1900 || year > 9000) return null;
  const [, date, time = '00:00', offset] = parts;
  const wall = readWall(`${date}T${time}`);
  if (wall === null) return null;
  if (parts[4] !== undefined) return readZoned(text.trim(), zone);
  if (offset === undefined) return { at: zone.instantOf(wall), wall };
  const offsetMs = offset.toUpperCase() === 'Z' ? 0 : readOffset(offset);
  if (offsetMs === null) return null;
  const at = wall - offsetMs;
  return { at, wall: zone.wallAt(at) };
}

function readZoned(text: string, zone: Zone): ReadInstant | null {
  try {
    const at = fromString(text, getISO).epochMilliseconds;
    return { at, wall: zone.wallAt(at) };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function readWall(text: string): number | null {
  const wall = Date.parse(`${text.replace(/(\.\d{3})\d+$/, '$1')}Z`);
  // Date.parse rolls 30 February over on some engines; a date that does not read back the same is no date.
  if (Number.isNaN(wall) || new Date(wall).toISOString().slice(0, 10) !== text.slice(0, 10)) return null;
  return wall;
}

function readOffset(text: string): number | null {
  const hours = Number(text.slice(1, 3));
  const minutes = Number(text.slice(3).replace(':', '') || 0);
  if (hours > 18 || minutes > 59) return null;
  return (text.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}
