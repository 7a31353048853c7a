import { z } from 'zod';
import { calendarSchema } from '../core/calendar/calendar.ts';
import { instantHint, readInstant } from '../core/calendar/instant-text.ts';
import { type Zone, zoneOf } from '../core/calendar/zone.ts';
import { DomainError } from '../core/errors.ts';
import { dueAt } from '../core/sla/due.ts';
import { toInstant } from '../core/time/instant.ts';
import { parseInput } from '../core/validation/parse-input.ts';
import type { CommandIo } from './command-io.ts';
import { answerJsonLines } from './json-lines.ts';
import { simulateCommand, simulateHelp } from './sla-simulate.ts';
import { withoutNulls } from './without-nulls.ts';

const help = `harborwatch sla: when a promise is due, and who would have been late under another one

Usage
  harborwatch sla due
    when promises are due, from calendars on stdin
${simulateHelp}
due reads one JSON object a line, writes one JSON object a line.
  {"id"?, "calendar", "start", "minutes", "pauses"?: [[from, to]]}  ->  {"id", "due", "why"}
  calendar: {"timezone", "hours"?: {"mon": [["09:00","17:00"]], ...}, "holidays"?: ["YYYY-MM-DD"]}
A holiday may also be {"date", "name"?, "hours"} or {"from", "to", "name"?}; "versions": [{"from", "hours"}] change the
hours from a date on. A pause that has not ended is [from, null]; due is null while it lasts. docs/due-times.md has all.
Without hours the calendar is always open. Hours may be split and may run over midnight; an end may be 24:00.
Times are ISO 8601; one without Z or offset is local time of calendar.timezone. due is in UTC.
A bad line is reported on stderr and the rest goes on; the exit code is then 2.

Example
  echo '{"calendar":{"timezone":"Europe/London","hours":{"fri":[["09:00","17:00"]],"mon":[["09:00","17:00"]]}},"start":"2026-11-20T16:30","minutes":60}' | harborwatch sla due
`;

/** Ten years: longer promises are slips of the pen. */
const mostMinutes = 5_256_000;

const dueInput = z.object({
  id: z.unknown().optional(),
  calendar: z.preprocess(withoutNulls, calendarSchema),
  start: z.string(),
  minutes: z
    .number('write a number of minutes')
    .min(0, 'is negative; write 0 or more minutes')
    .max(mostMinutes, `is more than ten years; write at most ${mostMinutes} minutes`),
  pauses: z
    .array(
      z.tuple([z.string(), z.string().nullable()], { error: 'write two times: [from, to], or [from, null]' }),
    )
    .max(10_000)
    .nullish()
    .transform((pauses) => pauses ?? []),
});

/** `harborwatch sla due`. @returns the exit code. */
export async function slaCommand(
  args: string[],
  io: Pick<CommandIo, 'stdin' | 'stdout' | 'stderr'>,
): Promise<number> {
  if (args.includes('--help') || args.includes('-h') || args[0] === 'help') {
    io.stdout.write(help);
    return 0;
  }
  const [name, ...rest] = args;
  if (name === 'simulate') return simulateCommand(rest, io);
  const stray = rest.find((argument) => argument !== '--json');
  if (name !== 'due' || stray !== undefined) {
    const problem =
      name === 'due' ? `unexpected argument "${stray}"` : `there is no "${name ?? ''}"; use due or simulate`;
    io.stderr.write(`harborwatch sla: ${problem} (see harborwatch sla --help)\n`);
    return 2;
  }
  return answerJsonLines('sla due', io, answerDue);
}

function answerDue(raw: unknown): object {
  const input = parseInput(dueInput, raw);
  const zone = zoneOf(input.calendar.timezone);
  const start = instantIn(zone, 'start', input.start);
  const pauses = input.pauses.map(([from, to], i) => readPause(zone, i, from, to));
  const { due, why } = dueAt({ calendar: input.calendar, start, minutes: input.minutes, pauses });
  return { id: input.id, due: due === null ? null : toInstant(due), why };
}

function readPause(zone: Zone, i: number, from: string, to: string | null): [number, number] {
  const pause: [number, number] = [
    instantIn(zone, `pauses[${i}][0]`, from),
    to === null ? Number.POSITIVE_INFINITY : instantIn(zone, `pauses[${i}][1]`, to),
  ];
  if (pause[1] < pause[0]) throw refusal(`pauses[${i}]`, 'ends before it begins; swap the two times');
  return pause;
}

function instantIn(zone: Zone, field: string, text: string): number {
  const read = readInstant(text, zone);
  if (read === null) throw refusal(field, `"${text.slice(0, 40)}" is not a time; ${instantHint}`);
  return read.at;
}

function refusal(field: string, message: string): DomainError {
  return new DomainError('invalid', 'sla.input', `${field}: ${message}`, { details: [{ field, message }] });
}
