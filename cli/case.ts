import * as z from 'zod/mini';
import { type View, views } from '../core/case/status.ts';
import type { CommandIo } from './command-io.ts';
import { connectDesk, type DeskClient } from './desk-client.ts';
import { followCursor } from './follow-cursor.ts';
import { badArguments, readArguments, runDeskCommand } from './run-desk-command.ts';
import { cut, table } from './table.ts';

const help = `harborwatch case: look at the cases of the running desk

Usage
  harborwatch case list [--view ${views.join('|')}] [--limit N] [--json]
  harborwatch case show ID [--json]

list prints the cases of a view by urgency; without --view those of all views, active first.
--json prints an array of {id,subject,status,priority,category,requester,createdAt,nextDueAt}.
show prints one case with its promises and its timeline; --json prints all that the API tells of it.
`;

type CaseIo = Pick<CommandIo, 'stdout' | 'stderr' | 'env'>;

/** `harborwatch case list|show`. @returns the exit code. */
export async function caseCommand(args: string[], io: CaseIo): Promise<number> {
  return runDeskCommand('case', io, async () => {
    const { values, positionals } = readArguments(args, {
      options: {
        view: { type: 'string' },
        limit: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    const [action, id, ...rest] = positionals;
    if (values.help) return void io.stdout.write(help);
    if (rest.length > 0) throw badArguments('case', `unexpected argument "${rest[0]}"`);
    if (action === 'list' && id === undefined) return list(values, io);
    if (action === 'list') throw badArguments('case', `unexpected argument "${id}"`);
    if (action !== 'show') throw badArguments('case', `there is no "${action ?? ''}"; use list or show`);
    if (values.view !== undefined || values.limit !== undefined)
      throw badArguments('case', '--view and --limit are for list');
    return show(id, values.json, io);
  });
}

const caseRow = z.object({
  id: z.string(),
  subject: z.string(),
  status: z.string(),
  priority: z.string(),
  category: z.string(),
  requester: z.object({ address: z.string() }),
  createdAt: z.string(),
  nextDueAt: z.nullable(z.string()),
});
type CaseRow = z.infer<typeof caseRow>;

async function list(
  options: { view?: string | undefined; limit?: string | undefined; json: boolean },
  io: CaseIo,
): Promise<void> {
  const wanted = options.view === undefined ? views : [readView(options.view)];
  const limit = options.limit === undefined ? Number.POSITIVE_INFINITY : readLimit(options.limit);
  const desk = await connectDesk(io.env);
  const found: CaseRow[] = [];
  for (const view of wanted)
    if (found.length < limit)
      found.push(...(await followCursor(desk, `/api/cases?view=${view}`, caseRow, limit - found.length)));
  // A case that moves to another view between two requests would be listed in both.
  const cases = [...new Map(found.map((row) => [row.id, row])).values()];
  io.stdout.write(options.json ? `${JSON.stringify(cases.map(listed))}\n` : caseTable(cases));
}

function readView(text: string): View {
  const view = views.find((known) => known === text);
  if (view) return view;
  throw badArguments('case', `--view: "${text}" is no view; choose ${views.join(', ')}`);
}

function readLimit(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw badArguments('case', `--limit: "${text}" is no count; write a whole number from 1`);
}

function listed({ id, subject, status, priority, category, requester, createdAt, nextDueAt }: CaseRow) {
  return { id, subject, status, priority, category, requester: requester.address, createdAt, nextDueAt };
}

function caseTable(cases: readonly CaseRow[]): string {
  if (cases.length === 0) return 'no cases\n';
  return table(
    ['ID', 'PRIORITY', 'STATUS', 'CATEGORY', 'REQUESTER', 'CREATED', 'DUE', 'SUBJECT'],
    cases.map((row) => [
      row.id,
      row.priority,
      row.status,
      row.category,
      cut(row.requester.address, 32),
      minute(row.createdAt),
      row.nextDueAt === null ? '-' : minute(row.nextDueAt),
      cut(row.subject, 60),
    ]),
  );
}

function minute(at: string): string {
  return `${at.slice(0, 10)} ${at.slice(11, 16)}Z`;
}

const shownClock = z.looseObject({
  clock: z.string(),
  instance: z.number(),
  state: z.string(),
  dueAt: z.nullable(z.string()),
  breachedAt: z.nullable(z.string()),
  endedAt: z.nullable(z.string()),
});

const shownSla = z.looseObject({
  policyVersion: z.string(),
  policy: z.nullable(z.object({ id: z.string(), name: z.string() })),
  clocks: z.array(shownClock),
  escalations: z.array(z.looseObject({ id: z.string(), state: z.string(), openedAt: z.string() })),
});

const caseDetail = z.object({
  case: z.extend(caseRow, {
    assignee: z.nullable(z.string()),
    why: z.string(),
    flags: z.array(z.string()),
    tags: z.array(z.string()),
    mergedInto: z.nullable(z.string()),
    openPageId: z.nullable(z.string()),
  }),
  events: z.array(
    z.object({
      at: z.string(),
      type: z.string(),
      actor: z.object({
        kind: z.string(),
        userId: z.optional(z.string()),
        address: z.optional(z.string()),
        name: z.optional(z.string()),
      }),
    }),
  ),
  sla: z.nullable(shownSla),
});

async function show(id: string | undefined, json: boolean, io: CaseIo): Promise<void> {
  if (id === undefined) throw badArguments('case', 'show needs the id of a case, such as HW-7K3M9QZX');
  const desk: DeskClient = await connectDesk(io.env);
  const answer = await desk.get(`/api/cases/${encodeURIComponent(id.toUpperCase())}`);
  io.stdout.write(json ? `${JSON.stringify(answer)}\n` : caseText(z.parse(caseDetail, answer)));
}

function caseText({ case: found, events, sla }: z.infer<typeof caseDetail>): string {
  const facts = table(
    ['Case', found.id],
    [
      ['Subject', found.subject],
      ['Status', found.mergedInto === null ? found.status : `merged into ${found.mergedInto}`],
      ['Priority', `${found.priority}${found.why === '' ? '' : `: ${found.why}`}`],
      ['Category', found.category],
      ['Requester', found.requester.address],
      ['Assignee', found.assignee ?? '-'],
      ['Flags', found.flags.join(', ') || '-'],
      ['Tags', found.tags.join(', ') || '-'],
      ['Open page', found.openPageId ?? '-'],
      ['Created', found.createdAt],
      ['Due', found.nextDueAt ?? '-'],
      ['Policy', sla === null ? '-' : `${sla.policy?.id ?? 'none matches'} (version ${sla.policyVersion})`],
      [
        'Escalations',
        sla?.escalations
          .filter(isOpen)
          .map(({ id }) => id)
          .join(', ') || '-',
      ],
    ],
  );
  const timeline = events.map(({ at, type, actor }) => [
    at,
    actor.userId ?? actor.address ?? actor.name ?? actor.kind,
    type,
  ]);
  const promises = sla === null || sla.clocks.length === 0 ? '' : `\n${promiseTable(sla.clocks)}`;
  return `${facts}${promises}\n${table(['AT', 'WHO', 'WHAT'], timeline)}`;
}

function isOpen({ state }: { state: string }): boolean {
  return state === 'open';
}

/** Why a promise is due when it is: `harborwatch sla explain`. */
function promiseTable(clocks: readonly z.infer<typeof shownClock>[]): string {
  return table(
    ['PROMISE', 'STATE', 'DUE', 'LATE SINCE', 'ENDED'],
    clocks.map(({ clock, instance, state, dueAt, breachedAt, endedAt }) => [
      `${clock} ${instance}`,
      state,
      dueAt ?? '-',
      breachedAt ?? '-',
      endedAt ?? '-',
    ]),
  );
}
