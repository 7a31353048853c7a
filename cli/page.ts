import * as z from 'zod/mini';
import type { CommandIo } from './command-io.ts';
import { connectDesk } from './desk-client.ts';
import { followCursor } from './follow-cursor.ts';
import { badArguments, readArguments, runDeskCommand } from './run-desk-command.ts';
import { table } from './table.ts';

const help = `harborwatch page: look at the pages of the running desk, and answer them

Usage
  harborwatch page list [--open] [--json]
  harborwatch page ack ID [--as USER] [--json]

list prints all pages, newest first, or the open ones by next attempt.
--json prints an array of {id,caseId,state,openedAt,attempts:[{user,channel,dispatchedAt,acceptedAt,ackedAt}]}.
ack stops the paging; the case then belongs to USER. Without --as it is the one person whom the page has asked;
when it has asked several, name one.
`;

type PageIo = Pick<CommandIo, 'stdout' | 'stderr' | 'env'>;

/** `harborwatch page list|ack`. @returns the exit code. */
export async function pageCommand(args: string[], io: PageIo): Promise<number> {
  return runDeskCommand('page', io, async () => {
    const { values, positionals } = readArguments(args, {
      options: {
        open: { type: 'boolean', default: false },
        as: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    const [action, id, ...rest] = positionals;
    if (values.help) return void io.stdout.write(help);
    if (rest.length > 0) throw badArguments('page', `unexpected argument "${rest[0]}"`);
    if (action === 'list' && id !== undefined) throw badArguments('page', `unexpected argument "${id}"`);
    if (action === 'list' && values.as !== undefined) throw badArguments('page', '--as is for ack');
    if (action === 'list') return list(values, io);
    if (action !== 'ack') throw badArguments('page', `there is no "${action ?? ''}"; use list or ack`);
    if (values.open) throw badArguments('page', '--open is for list');
    return acknowledge(id, values, io);
  });
}

const nullableTime = z.nullable(z.string());
const pageRow = z.object({
  page: z.object({ id: z.string(), caseId: z.string(), state: z.string(), openedAt: z.string() }),
  attempts: z.array(
    z.object({
      userId: z.string(),
      channel: z.string(),
      dispatchedAt: z.string(),
      acceptedAt: nullableTime,
      ackedAt: nullableTime,
    }),
  ),
});
type PageRow = z.infer<typeof pageRow>;

async function list({ open, json }: { open: boolean; json: boolean }, io: PageIo): Promise<void> {
  const desk = await connectDesk(io.env);
  const rows = await followCursor(desk, `/api/pages?state=${open ? 'open' : 'all'}`, pageRow);
  io.stdout.write(json ? `${JSON.stringify(rows.map(listed))}\n` : pageTable(rows));
}

function listed({ page, attempts }: PageRow) {
  return {
    id: page.id,
    caseId: page.caseId,
    state: page.state,
    openedAt: page.openedAt,
    attempts: attempts.map(({ userId, channel, dispatchedAt, acceptedAt, ackedAt }) => ({
      user: userId,
      channel,
      dispatchedAt,
      acceptedAt,
      ackedAt,
    })),
  };
}

function pageTable(rows: readonly PageRow[]): string {
  if (rows.length === 0) return 'no pages\n';
  return table(
    ['ID', 'STATE', 'OPENED', 'ATTEMPTS', 'ASKED', 'ACKNOWLEDGED'],
    rows.map(({ page, attempts }) => [
      page.id,
      page.state,
      page.openedAt,
      String(attempts.length),
      [...new Set(attempts.map(({ userId }) => userId))].join(', ') || '-',
      attempts.find(({ ackedAt }) => ackedAt !== null)?.ackedAt ?? '-',
    ]),
  );
}

const answered = z.object({
  outcome: z.enum(['acknowledged', 'already-acknowledged', 'cancelled']),
  by: z.object({ id: z.string(), name: z.string() }),
  at: z.string(),
});

const sentences = {
  acknowledged: (who: string, at: string) => `acknowledged by ${who} at ${at}: paging has stopped`,
  'already-acknowledged': (who: string, at: string) => `${who} was first, at ${at}`,
  cancelled: (who: string, at: string) => `was cancelled by ${who} at ${at}`,
} as const;

async function acknowledge(
  id: string | undefined,
  { as, json }: { as?: string | undefined; json: boolean },
  io: PageIo,
): Promise<void> {
  if (id === undefined) throw badArguments('page', 'ack needs the id of a page, such as HW-7K3M9QZX-P1');
  const desk = await connectDesk(io.env);
  const answer = await desk.post(
    `/api/pages/${encodeURIComponent(id.toUpperCase())}/ack`,
    as === undefined ? {} : { as },
  );
  const { outcome, by, at } = z.parse(answered, answer);
  const line = `${id.toUpperCase()}: ${sentences[outcome](`${by.name} (${by.id})`, at)}`;
  io.stdout.write(json ? `${JSON.stringify(answer)}\n` : `${line}\n`);
}
