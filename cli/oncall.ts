import { z } from 'zod';
import { instantHint, readInstant } from '../core/calendar/instant-text.ts';
import { zoneOf } from '../core/calendar/zone.ts';
import { DomainError } from '../core/errors.ts';
import { fairness, fairnessRange } from '../core/oncall/fairness.ts';
import { onCall } from '../core/oncall/on-call.ts';
import { resolve } from '../core/oncall/resolve.ts';
import { type Schedule, scheduleSchema } from '../core/oncall/schedule.ts';
import { toInstant } from '../core/time/instant.ts';
import { parseInput } from '../core/validation/parse-input.ts';
import type { CommandIo } from './command-io.ts';
import { answerJsonLines } from './json-lines.ts';
import { withoutNulls } from './without-nulls.ts';

const help = `harborwatch oncall: who is on call, from schedules on stdin

Usage
  harborwatch oncall at        who is on call at an instant, and why
  harborwatch oncall resolve   who is on call through a time, and where nobody is
  harborwatch oncall fairness  what each person carries: hours, nights and week-ends

Reads one JSON object a line, writes one JSON object a line.
  at        {"id"?, "schedule", "at"}          -> {"id", "onCall": ["ana"], "why"}
  resolve   {"id"?, "schedule", "from", "to"}  -> {"id", "spans": [{"from","to","onCall","why"}], "gaps": [[from, to]]}
  fairness  {"id"?, "schedule", "from", "to"?} -> {"id", "from", "to", "people": [{"user","minutes","nightMinutes",
            "weekendMinutes","nights","weekends"}]}; without "to" twelve weeks
Times are ISO 8601; one without Z or offset is local time of schedule.timezone. docs/on-call.md has every field.
A bad line is reported on stderr and the rest goes on; the exit code is then 2.

Example
  echo '{"schedule":{"timezone":"Europe/London","layers":[{"users":["ana","ben"],"rotation":
    {"type":"weekly","start":"2026-01-05T09:00"}}]},"at":"2026-11-22T10:00Z"}' | tr -d '\\n' | harborwatch oncall at
`;

const schedule = z.preprocess(withoutNulls, scheduleSchema);
const atInput = z.object({ id: z.unknown().optional(), schedule, at: z.string() });
const resolveInput = z.object({
  id: z.unknown().optional(),
  schedule,
  from: z.string(),
  to: z.string(),
});

const fairnessInput = resolveInput.extend({ to: z.string().nullish() });

/** `harborwatch oncall at|resolve|fairness`. @returns the exit code. */
export async function oncallCommand(
  args: string[],
  io: Pick<CommandIo, 'stdin' | 'stdout' | 'stderr'>,
): Promise<number> {
  const [name, ...rest] = args;
  if (args.includes('--help') || args.includes('-h') || name === 'help') {
    io.stdout.write(help);
    return 0;
  }
  const stray = rest.find((argument) => argument !== '--json');
  if (stray !== undefined) {
    io.stderr.write(`harborwatch oncall: unexpected argument "${stray}"; schedules are read from stdin\n`);
    return 2;
  }
  if (name === 'at') return answerJsonLines('oncall at', io, answerAt);
  if (name === 'resolve') return answerJsonLines('oncall resolve', io, answerResolve);
  if (name === 'fairness') return answerJsonLines('oncall fairness', io, answerFairness);
  const given = name === undefined ? 'name what to do' : `there is no "${name}"`;
  io.stderr.write(
    `harborwatch oncall: ${given}; use at, resolve or fairness (see harborwatch oncall --help)\n`,
  );
  return 2;
}

function answerAt(raw: unknown): object {
  const input = parseInput(atInput, raw);
  return { id: input.id, ...onCall(input.schedule, instantIn(input.schedule, 'at', input.at)) };
}

function answerResolve(raw: unknown): object {
  const input = parseInput(resolveInput, raw);
  const from = instantIn(input.schedule, 'from', input.from);
  const { spans, gaps } = resolve(input.schedule, from, instantIn(input.schedule, 'to', input.to));
  return {
    id: input.id,
    spans: spans.map((span) => ({ ...span, from: toInstant(span.from), to: toInstant(span.to) })),
    gaps: gaps.map((gap) => [toInstant(gap.from), toInstant(gap.to)]),
  };
}

function answerFairness(raw: unknown): object {
  const input = parseInput(fairnessInput, raw);
  const from = instantIn(input.schedule, 'from', input.from);
  const range =
    input.to == null
      ? fairnessRange(input.schedule, from)
      : { from, to: instantIn(input.schedule, 'to', input.to) };
  const people = fairness(input.schedule, range).map(({ userId, ...load }) => ({ user: userId, ...load }));
  return { id: input.id, from: toInstant(range.from), to: toInstant(range.to), people };
}

function instantIn(schedule: Schedule, field: string, text: string): number {
  const read = readInstant(text, zoneOf(schedule.timezone));
  if (read !== null) return read.at;
  const message = `"${text.slice(0, 40)}" is not a time; ${instantHint}`;
  throw new DomainError('invalid', 'oncall.time', `${field}: ${message}`, { details: [{ field, message }] });
}
