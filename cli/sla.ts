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
import { runDeskCommand } from './run-desk-command.ts';
import { explainCommand } from './sla-explain.ts';
import { rebaseCommand } from './sla-rebase.ts';
import { withoutNulls } from './without-nulls.ts';

const help = `harborwatch sla: when a promise is due, and why

Usage
  harborwatch sla due                                      when promises are due, from calendars on stdin
  harborwatch sla explain ID [--json]                      the promises of a case of the running desk
  harborwatch sla rebase [ID…] [--apply --reason TEXT] [--json]

explain prints for each promise the policy and its version, every stretch of time that counted or did not and why,
what is left of it, and when it is due.
rebase prints how the due times of open cases would move if they went over to the promises in force, and which
would be late at once; --apply moves them, those named or all, and records who and why on each.
harborwatch simulate tells who would have been late under other promises.

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

/** `harborwatch sla due|explain|rebase`. @returns the exit code. */
export async function slaCommand(args: string[], io: CommandIo): Promise<number> {
  if (args.includes('--help') || args.includes('-h') || args[0] === 'help') {
    io.stdout.write(help);
    return 0;
  }
  const [name, ...rest] = args;
  if (name === 'explain') return runDeskCommand('sla', io, () => explainCommand(rest, io));
  if (name === 'rebase') return runDeskCommand('sla', io, () => rebaseCommand(rest, io));
  const stray = rest.find((argument) => argument !== '--json');
  if (name !== 'due' || stray !== undefined) {
    const known = 'use due, explain or rebase';
    const moved = name === 'simulate' ? '; harborwatch simulate is a command of its own' : '';
    const problem =
      name === 'due' ? `unexpected argument "${stray}"` : `there is no "${name ?? ''}"; ${known}${moved}`;
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
