import * as z from 'zod/mini';
import type { CommandIo } from './command-io.ts';
import { connectDesk } from './desk-client.ts';
import { followCursor } from './follow-cursor.ts';
import { badArguments, readArguments, runDeskCommand } from './run-desk-command.ts';
import { cut, table } from './table.ts';

const help = `harborwatch escalation: look at the open escalations of the running desk, and take them on

Usage
  harborwatch escalation list [--json]
  harborwatch escalation ack ID [--as USER] [--json]

list prints open escalations, the one that is open longest first.
ack says that USER has taken it on: it climbs no further. The operator is no person, so name one with --as.
`;

type EscalationIo = Pick<CommandIo, 'stdout' | 'stderr' | 'env'>;

/** `harborwatch escalation list|ack`. @returns the exit code. */
export async function escalationCommand(args: string[], io: EscalationIo): Promise<number> {
  return runDeskCommand('escalation', io, async () => {
    const { values, positionals } = readArguments(args, {
      options: {
        as: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    const [action, id, ...rest] = positionals;
    if (values.help) return void io.stdout.write(help);
    const stray = action === 'list' ? id : rest[0];
    if (stray !== undefined) throw badArguments('escalation', `unexpected argument "${stray}"`);
    if (action === 'list' && values.as !== undefined) throw badArguments('escalation', '--as is for ack');
    if (action === 'list') return list(values, io);
    if (action !== 'ack') throw badArguments('escalation', `there is no "${action ?? ''}"; use list or ack`);
    return acknowledge(id, values, io);
  });
}

const escalation = z.looseObject({
  id: z.string(),
  caseId: z.string(),
  cause: z.looseObject({
    kind: z.string(),
    clock: z.optional(z.string()),
    by: z.optional(z.string()),
    from: z.optional(z.string()),
  }),
  openedAt: z.string(),
  told: z.nullable(z.object({ level: z.number(), at: z.string() })),
  round: z.number(),
  nextStepAt: z.nullable(z.string()),
});
const row = z.looseObject({
  escalation,
  case: z.looseObject({ subject: z.string(), priority: z.string(), assignee: z.nullable(z.string()) }),
});

async function list({ json }: { json: boolean }, io: EscalationIo): Promise<void> {
  const desk = await connectDesk(io.env);
  const rows = await followCursor(desk, '/api/escalations', row);
  if (json) return void io.stdout.write(`${JSON.stringify(rows)}\n`);
  if (rows.length === 0) return void io.stdout.write('no open escalations\n');
  io.stdout.write(
    table(
      ['ID', 'PRIORITY', 'OPENED', 'BECAUSE', 'LEVEL', 'ROUNDS', 'NEXT STEP', 'ASSIGNEE', 'SUBJECT'],
      rows.map(({ escalation: found, case: about }) => [
        found.id,
        about.priority,
        found.openedAt,
        causeText(found.cause),
        found.told === null ? '-' : String(found.told.level + 1),
        String(found.round),
        found.nextStepAt ?? '-',
        about.assignee ?? '-',
        cut(about.subject, 40),
      ]),
    ),
  );
}

function causeText({ kind, clock, by, from }: z.infer<typeof escalation>['cause']): string {
  if (kind === 'promise') return clock ?? kind;
  return kind === 'manual' ? `by ${by ?? 'hand'}` : `shift of ${from ?? '-'} ended`;
}

const answered = z.object({
  outcome: z.enum(['acknowledged', 'already-acknowledged', 'ended']),
  by: z.nullable(z.object({ id: z.string(), name: z.string() })),
  at: z.string(),
});

async function acknowledge(
  id: string | undefined,
  { as, json }: { as?: string | undefined; json: boolean },
  io: EscalationIo,
): Promise<void> {
  if (id === undefined)
    throw badArguments('escalation', 'ack needs the id of an escalation, such as HW-7K3M9QZX-E1');
  const desk = await connectDesk(io.env);
  const path = `/api/escalations/${encodeURIComponent(id.toUpperCase())}/ack`;
  const answer = await desk.post(path, as === undefined ? {} : { as });
  const { outcome, by, at } = z.parse(answered, answer);
  const who = by === null ? 'nobody' : `${by.name} (${by.id})`;
  const sentences = {
    acknowledged: `${who} has taken it on at ${at}: it climbs no further`,
    'already-acknowledged': `${who} was first, at ${at}`,
    ended: `it had ended by itself at ${at}`,
  };
  io.stdout.write(json ? `${JSON.stringify(answer)}\n` : `${id.toUpperCase()}: ${sentences[outcome]}\n`);
}
