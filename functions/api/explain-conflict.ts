import type { CaseEvent } from '../../core/case/case-event.ts';
import type { DeskConfig } from '../../core/config/desk-config.ts';
import { DomainError, isDomainError } from '../../core/errors.ts';
import type { Ports } from '../../ports/ports.ts';
import { nameOfUser } from './desk-user.ts';

const mostLines = 10;

/**
 * Runs a write that names the version it was based on; when that is stale, says who changed what since.
 * @throws DomainError `case.version-conflict`, and all that `write` throws
 */
export async function explainConflict<T>(
  { caseId, expectedVersion }: { caseId: string; expectedVersion: number },
  ports: Pick<Ports, 'store' | 'config'>,
  write: () => Promise<T>,
): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!isDomainError(error, 'case.version-conflict')) throw error;
    const [current, { events }, { config }] = await Promise.all([
      ports.store.getCase(caseId),
      ports.store.getTimeline(caseId),
      ports.config.current(),
    ]);
    if (!current) throw error;
    const lines = eventsSince(events, current.version - expectedVersion).map((event) =>
      describeEvent(event, config),
    );
    throw new DomainError(
      'conflict',
      error.code,
      conflictText(caseId, current.version, expectedVersion, lines),
      {
        cause: error,
      },
    );
  }
}

/**
 * The events of the last `commits` commits. The events of one commit bear the same instant; two commits
 * within one millisecond count as one, which shows a change too many rather than one too few.
 */
export function eventsSince(events: readonly CaseEvent[], commits: number): readonly CaseEvent[] {
  if (commits <= 0) return [];
  const ordered = events.toSorted((a, b) => a.seq - b.seq);
  const instants = [...new Set(ordered.map(({ at }) => at))].slice(-commits);
  return ordered.filter(({ at }) => instants.includes(at));
}

function conflictText(caseId: string, version: number, expected: number, lines: readonly string[]): string {
  if (expected > version)
    return `${caseId} is at version ${version}; it has never been at ${expected}. Read it again.`;
  const shown = lines.slice(-mostLines);
  const more = lines.length > shown.length ? `${lines.length - shown.length} more changes; ` : '';
  return `${caseId} has changed since you looked (you saw version ${expected}, it is now ${version}): ${more}${shown.join('; ')}. Read what is new, then try again with expectedVersion ${version}.`;
}

/** One event in words, without any text or address of a customer. */
export function describeEvent(event: CaseEvent, config: Pick<DeskConfig, 'users'>): string {
  return `${actorName(event, config)} ${whatHappened(event, config)} at ${event.at}`;
}

function actorName({ actor }: CaseEvent, config: Pick<DeskConfig, 'users'>): string {
  if (actor.kind === 'agent') return nameOfUser(actor.userId, config);
  return actor.kind === 'customer' ? 'the customer' : `the desk (${actor.name})`;
}

function whatHappened(event: CaseEvent, config: Pick<DeskConfig, 'users'>): string {
  switch (event.type) {
    case 'case.created.v1':
      return 'opened the case';
    case 'message.received.v1':
      return 'wrote a new message';
    case 'triage.assessed.v1':
      return `assessed it as ${event.data.casePriority}, ${event.data.caseCategory}`;
    case 'message.sent.v1':
      return event.data.automatic ? 'sent an automatic answer' : 'sent a reply';
    case 'message.undelivered.v1':
      return 'recorded that a message was not delivered';
    case 'note.added.v1':
      return 'wrote a note';
    case 'case.status-changed.v1':
      return `changed status from ${event.data.from} to ${event.data.to}`;
    case 'case.priority-changed.v1':
      return `changed priority from ${event.data.from} to ${event.data.to}`;
    case 'case.category-changed.v1':
      return `changed category from ${event.data.from} to ${event.data.to}`;
    case 'case.assigned.v1':
      return event.data.to === null ? 'unassigned it' : `assigned it to ${nameOfUser(event.data.to, config)}`;
    case 'case.linked.v1':
      return `linked it to ${event.data.caseId}`;
    case 'page.opened.v1':
      return `opened page ${event.data.pageId}`;
    case 'page.acknowledged.v1':
      return `acknowledged page ${event.data.pageId}`;
    case 'page.cancelled.v1':
      return `cancelled page ${event.data.pageId}`;
    case 'case.escalated.v1':
      return 'escalated it';
    case 'case.handed-over.v1':
      return `handed it over to ${nameOfUser(event.data.to, config)}`;
    case 'case.tagged.v1':
      return 'changed its tags';
    case 'case.language-detected.v1':
      return `recognised its language as ${event.data.language}`;
    case 'case.marked-spam.v1':
      return 'marked it as spam';
    case 'case.unmarked-spam.v1':
      return 'said that it is no spam';
    case 'case.merged-into.v1':
      return `merged it into ${event.data.intoCaseId}`;
    case 'case.merged-from.v1':
      return `merged ${event.data.fromCaseId} into it`;
    case 'case.rebased.v1':
      return 'moved it to another version of the promises';
    case 'clock.due-overridden.v1':
      return event.data.dueAt === null
        ? `gave ${event.data.clock} back its own due time`
        : `set when ${event.data.clock} is due`;
    case 'consult.sent.v1':
      return `asked ${event.data.department}`;
    case 'consult.answered.v1':
      return 'recorded the answer of a department';
    case 'consult.withdrawn.v1':
      return 'withdrew the question to a department';
  }
}
