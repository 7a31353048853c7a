import * as z from 'zod/mini';
import { DomainError } from '../core/errors.ts';
import type { CommandIo } from './command-io.ts';
import { connectDesk, type DeskClient } from './desk-client.ts';
import { badArguments, readArguments } from './run-desk-command.ts';
import { cut, table } from './table.ts';

type Io = Pick<CommandIo, 'stdout' | 'stderr' | 'env'>;

const preview = z.object({
  caseId: z.string(),
  subject: z.string(),
  policyVersion: z.nullable(z.string()),
  unmatched: z.boolean(),
  moved: z.array(
    z.object({
      clock: z.string(),
      instance: z.number(),
      dueBefore: z.nullable(z.string()),
      dueAfter: z.nullable(z.string()),
      policyBefore: z.nullable(z.string()),
      policyAfter: z.nullable(z.string()),
      breachAppears: z.boolean(),
      keeps: z.nullable(z.string()),
    }),
  ),
});
type Preview = z.infer<typeof preview>;

const previewPage = z.object({
  policyVersion: z.string(),
  items: z.array(preview),
  cursor: z.nullable(z.string()),
});

const applied = z.object({
  rebased: z.array(z.string()),
  failed: z.array(z.object({ caseId: z.string(), message: z.string() })),
});

const batch = 50;

/**
 * `harborwatch sla rebase [ID…] [--apply --reason TEXT]`: what moving open cases to the promises in force would do,
 * and does. @throws DomainError `sla.rebase-failed` when a case could not be moved
 */
export async function rebaseCommand(args: string[], io: Io): Promise<void> {
  const { values, positionals } = readArguments(args, {
    options: {
      apply: { type: 'boolean', default: false },
      reason: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  if (values.apply && (values.reason ?? '').trim() === '')
    throw badArguments('sla', '--apply needs --reason; it stays in the history of each case');
  if (!values.apply && values.reason !== undefined)
    throw badArguments('sla', '--reason is for --apply; without it nothing is changed');
  const desk = await connectDesk(io.env);
  const { policyVersion, items } = await previewAll(desk);
  const chosen = chooseFrom(items, positionals);
  if (!values.apply)
    return void io.stdout.write(
      values.json
        ? `${JSON.stringify({ policyVersion, items: chosen })}\n`
        : previewText(chosen, policyVersion),
    );
  const ids = chosen.map(({ caseId }) => caseId);
  const outcome = await apply(desk, { ids, policyVersion, reason: values.reason ?? '' });
  io.stdout.write(
    values.json
      ? `${JSON.stringify({ policyVersion, ...outcome })}\n`
      : `${outcome.rebased.length} of ${ids.length} cases moved to version ${policyVersion}\n`,
  );
  if (outcome.failed.length === 0) return;
  const lines = outcome.failed.map(({ caseId, message }) => `${caseId}: ${message}`);
  throw new DomainError('conflict', 'sla.rebase-failed', `not moved: ${lines.join('; ')}`);
}

async function previewAll(desk: DeskClient): Promise<{ policyVersion: string; items: Preview[] }> {
  const items: Preview[] = [];
  let cursor: string | null = null;
  let policyVersion: string | null = null;
  do {
    const more: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page = z.parse(previewPage, await desk.get(`/api/sla/rebase?limit=200${more}`));
    if (policyVersion !== null && page.policyVersion !== policyVersion)
      throw new DomainError('conflict', 'sla.other-version', 'the promises were published anew; try again');
    policyVersion = page.policyVersion;
    items.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== null);
  // A case that moves to another view between two requests would be listed in both.
  return { policyVersion, items: [...new Map(items.map((item) => [item.caseId, item])).values()] };
}

function chooseFrom(items: readonly Preview[], ids: readonly string[]): readonly Preview[] {
  if (ids.length === 0) return items;
  const wanted = new Set(ids.map((id) => id.toUpperCase()));
  const found = items.filter(({ caseId }) => wanted.has(caseId));
  const lost = [...wanted].find((id) => !found.some(({ caseId }) => caseId === id));
  if (lost === undefined) return found;
  throw badArguments('sla', `${lost} is no open case on another version of the promises`);
}

async function apply(
  desk: DeskClient,
  { ids, policyVersion, reason }: { ids: readonly string[]; policyVersion: string; reason: string },
): Promise<z.infer<typeof applied>> {
  const outcome: z.infer<typeof applied> = { rebased: [], failed: [] };
  for (let start = 0; start < ids.length; start += batch) {
    const caseIds = ids.slice(start, start + batch);
    const answer = z.parse(applied, await desk.post('/api/sla/rebase', { caseIds, policyVersion, reason }));
    outcome.rebased.push(...answer.rebased);
    outcome.failed.push(...answer.failed);
  }
  return outcome;
}

function previewText(items: readonly Preview[], policyVersion: string): string {
  if (items.length === 0) return `every open case is on version ${policyVersion}\n`;
  const rows = items.flatMap((item) => {
    const subject = cut(item.subject, 40);
    if (item.moved.length === 0) return [[item.caseId, '-', '-', '-', noteOf(item), subject]];
    return item.moved.map((moved, i) => [
      i === 0 ? item.caseId : '',
      `${moved.clock} ${moved.instance}`,
      moved.dueBefore ?? '-',
      moved.dueAfter ?? '-',
      [noteOf(item), movedNote(moved)].filter((note) => note !== '').join(', '),
      i === 0 ? subject : '',
    ]);
  });
  const breaches = items.flatMap(({ moved }) => moved).filter(({ breachAppears }) => breachAppears).length;
  return [
    `${items.length} open cases are on another version than ${policyVersion}; ${breaches} promises would be late at once\n\n`,
    table(['CASE', 'CLOCK', 'DUE NOW', 'DUE THEN', 'NOTE', 'SUBJECT'], rows),
    '\nNothing has changed. To move them: --apply --reason "…"\n',
  ].join('');
}

function noteOf({ unmatched, moved, policyVersion }: Preview): string {
  if (unmatched) return 'no policy matches';
  if (policyVersion === null) return 'had no clocks';
  return moved.length === 0 ? 'nothing moves' : '';
}

function movedNote({ breachAppears, keeps, policyBefore, policyAfter }: Preview['moved'][number]): string {
  if (breachAppears) return 'late at once';
  if (keeps !== null) return `keeps its ${keeps === 'breach' ? 'breach' : 'date'}`;
  return policyBefore === policyAfter
    ? ''
    : `${policyBefore ?? 'no policy'} -> ${policyAfter ?? 'no policy'}`;
}
