import { readInstant } from '../core/calendar/instant-text.ts';
import { zoneOf } from '../core/calendar/zone.ts';
import { type Instant, toInstant } from '../core/time/instant.ts';
import { badArguments } from './run-desk-command.ts';

/** A time of an option: with Z or an offset, or a date, which is its midnight in UTC. */
export function readMoment(command: string, option: string, text: string): Instant {
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const hasZone = /(Z|[+-]\d{2}:?\d{2}|\])$/i.test(text.slice(11));
  const read = isDate || hasZone ? readInstant(text, zoneOf('UTC')) : null;
  if (read !== null) return toInstant(read.at);
  throw badArguments(
    command,
    `${option}: "${text.slice(0, 40)}" is not a time; write one such as 2026-11-22T10:00Z, or a date`,
  );
}
