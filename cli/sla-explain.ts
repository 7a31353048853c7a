import * as z from 'zod/mini';
import { zoneOf } from '../core/calendar/zone.ts';
import { lengthOf, momentOf } from '../core/sla/time-words.ts';
import { toEpochMs } from '../core/time/instant.ts';
import type { CommandIo } from './command-io.ts';
import { connectDesk } from './desk-client.ts';
import { badArguments, readArguments } from './run-desk-command.ts';
import { table } from './table.ts';

type Io = Pick<CommandIo, 'stdout' | 'stderr' | 'env'>;

const stretch = z.object({
  from: z.string(),
  to: z.string(),
  counted: z.boolean(),
  why: z.string(),
  name: z.nullable(z.string()),
  ms: z.number(),
});

const explained = z.object({
  clock: z.object({
    clock: z.string(),
    instance: z.number(),
    state: z.string(),
    dueAt: z.nullable(z.string()),
    breachedAt: z.nullable(z.string()),
  }),
  explanation: z.object({
    sentence: z.string(),
    sum: z.string(),
    isPromised: z.boolean(),
    timezone: z.string(),
    counts: z.string(),
    stretches: z.array(stretch),
    hidden: z.number(),
    left: z.object({
      label: z.string(),
      businessMs: z.nullable(z.number()),
      wallMs: z.nullable(z.number()),
    }),
    due: z.nullable(z.string()),
  }),
});
type Explained = z.infer<typeof explained>;

const answerSchema = z.object({
  caseId: z.string(),
  at: z.string(),
  policyVersion: z.nullable(z.string()),
  policy: z.nullable(z.object({ id: z.string(), name: z.string() })),
  why: z.string(),
  clocks: z.array(explained),
});

/** `harborwatch sla explain ID`: each promise of a case of the running desk, so that a person can check it. */
export async function explainCommand(args: string[], io: Io): Promise<void> {
  const { values, positionals } = readArguments(args, {
    options: { json: { type: 'boolean', default: false } },
  });
  const [id, stray] = positionals;
  if (id === undefined) throw badArguments('sla', 'explain needs the id of a case, such as HW-7K3M9QZX');
  if (stray !== undefined) throw badArguments('sla', `unexpected argument "${stray}"`);
  const desk = await connectDesk(io.env);
  const answer = await desk.get(`/api/cases/${encodeURIComponent(id.toUpperCase())}/sla`);
  io.stdout.write(values.json ? `${JSON.stringify(answer)}\n` : textOf(z.parse(answerSchema, answer)));
}

function textOf({ caseId, at, policy, policyVersion, why, clocks }: z.infer<typeof answerSchema>): string {
  const head = [
    ['At', at],
    ['Policy', policy === null ? 'none' : `${policy.id} (${policy.name})`],
    ['Version', policyVersion ?? '-'],
    ['Why', why],
  ];
  const promised = clocks.filter(({ explanation }) => explanation.isPromised);
  const measured = clocks.filter(({ explanation }) => !explanation.isPromised);
  const rest = measured.map(({ clock, explanation }) => [
    `${clock.clock} ${clock.instance}`,
    clock.state,
    explanation.sum,
  ]);
  return [
    table(['Case', caseId], head),
    clocks.length === 0 ? '\nno clocks\n' : '',
    ...promised.map(clockText),
    rest.length === 0 ? '' : `\n${table(['MEASURED ONLY', 'STATE', 'SUM'], rest)}`,
  ].join('');
}

function clockText({ clock, explanation }: Explained): string {
  const { sum, timezone, counts, stretches, hidden, due } = explanation;
  const zone = zoneOf(timezone);
  const half = hidden === 0 ? stretches.length : Math.ceil(stretches.length / 2);
  const row = ({ from, to, counted, why, name, ms }: z.infer<typeof stretch>) => [
    momentOf(toEpochMs(from), zone),
    momentOf(toEpochMs(to), zone),
    lengthOf(ms),
    counted ? 'counts' : `not: ${name === null ? why : `${why} ${name}`}`,
  ];
  const between = hidden === 0 ? [] : [['…', '…', '…', `${hidden} more`]];
  const rows = [...stretches.slice(0, half).map(row), ...between, ...stretches.slice(half).map(row)];
  const facts = table(
    [`${clock.clock} ${clock.instance}`, stateText({ clock, explanation })],
    [
      ['  sum', sum],
      ['  counts', counts === 'around the clock' ? counts : `the hours of ${counts} (${timezone})`],
      ['  due', due === null ? '-' : `${due} ${timezone} = ${clock.dueAt}`],
      ['  so', explanation.sentence],
    ],
  );
  const stretched = table(['FROM', 'TO', 'LENGTH', timezone], rows).replace(/^/gm, '  ').trimEnd();
  return `\n${facts}${rows.length === 0 ? '' : `${stretched}\n`}`;
}

function stateText({ clock, explanation: { left } }: Explained): string {
  const parts = [clock.state];
  if (clock.breachedAt !== null) parts.push(`was due ${clock.breachedAt}`);
  if (left.businessMs !== null) parts.push(`${signed(left.businessMs)} in business time`);
  if (left.wallMs !== null) parts.push(`${signed(left.wallMs)} on the wall clock`);
  return parts.join(', ');
}

function signed(ms: number): string {
  return ms < 0 ? `late by ${lengthOf(-ms)}` : `${lengthOf(ms)} left`;
}
