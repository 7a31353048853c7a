import type { Actor } from '../core/case/actor.ts';
import type { Case } from '../core/case/case.ts';
import type { CaseFact } from '../core/case/case-event.ts';
import type { Category } from '../core/case/category.ts';
import { requireUnmerged } from '../core/case/merge.ts';
import type { Priority } from '../core/case/priority.ts';
import type { Status } from '../core/case/status.ts';
import { normalTags } from '../core/case/tags.ts';
import { DomainError } from '../core/errors.ts';
import { openPage } from '../core/page/open-page.ts';
import type { Page } from '../core/page/page.ts';
import { toInstant } from '../core/time/instant.ts';
import type { Ports } from '../ports/ports.ts';
import { emergencyPolicy } from './emergency-policy.ts';
import { requireCase, requireNoOpenPage, requireVersion } from './require-case.ts';
import { type ChangePorts, planChange, retryOnClocks } from './unit-of-work.ts';

export interface CaseFields {
  readonly status?: Status;
  readonly priority?: Priority;
  readonly category?: Category;
  /** A user id, or null for nobody. */
  readonly assignee?: string | null;
  /** All tags that the case is to have. */
  readonly tags?: readonly string[];
}

export interface ChangeCaseInput {
  readonly caseId: string;
  readonly expectedVersion: number;
  readonly userId: string;
  readonly change: CaseFields;
  readonly reason: string | null;
}

/**
 * An agent changes status, priority, category, assignee or tags; each is an event. Fields that are already so
 * are left alone; a change that changes nothing returns the case as it is. A case that is raised to an emergency
 * pages, as one that triage raises does.
 * @throws DomainError `case.missing`, `case.version-conflict`, `case.reason-needed`, `case.open-page`,
 * `case.unknown-assignee`, `case.tags`, `case.merged`, `case.spam`
 */
export async function changeCase(input: ChangeCaseInput, ports: ChangePorts): Promise<Case> {
  // A timer that moved the clocks meanwhile is no business of the agent's; the case's version is checked again.
  return retryOnClocks(() => tryChange(input, ports));
}

async function tryChange(input: ChangeCaseInput, ports: ChangePorts): Promise<Case> {
  const current = await requireCase(input.caseId, ports);
  requireVersion(current, input.expectedVersion);
  await checkChange(current, input, ports);
  const actor: Actor = { kind: 'agent', userId: input.userId };
  const facts = changeFacts(current, input.change, input.reason);
  if (facts.length === 0) return current;
  const page = await pageRaisedByHand(current, input, ports);
  if (page) facts.push({ type: 'page.opened.v1', data: { pageId: page.id, why: page.why } });
  const { next, writes } = await planChange(
    {
      current,
      caseId: current.id,
      facts: facts.map((fact) => ({ actor, fact })),
      writes: page ? [{ kind: 'page', next: page, expectedVersion: null }] : [],
      effects: page ? [{ type: 'page.opened', pageId: page.id }] : [],
    },
    ports,
  );
  await ports.store.commit(writes);
  return next;
}

/** Without a page nobody could acknowledge the emergency, and its promise would only run out. */
async function pageRaisedByHand(
  current: Case,
  { change, reason, userId }: ChangeCaseInput,
  ports: Pick<Ports, 'config' | 'clock'>,
): Promise<Page | null> {
  const isRaised = change.priority === 'emergency' && current.priority !== 'emergency';
  if (!isRaised || current.openPageId) return null;
  const now = toInstant(ports.clock.now());
  return openPage({
    caseId: current.id,
    number: current.pageCount + 1,
    category: change.category ?? current.category,
    why: reason?.trim() ? `raised by ${userId}: ${reason.trim()}` : `raised by ${userId}`,
    receivedAt: now,
    detectedAt: now,
    openedAt: now,
    policy: emergencyPolicy(await ports.config.current()),
  });
}

/**
 * Of a merged case nothing changes any more; spam comes back by saying that it is none, so that its promises do.
 * @throws DomainError `case.merged`, `case.spam`
 */
export function requireChangeable(current: Case, { status }: CaseFields): void {
  requireUnmerged(current);
  if (!current.flags.includes('spam') || status === undefined || status === current.status) return;
  throw new DomainError(
    'conflict',
    'case.spam',
    `status: ${current.id} is marked as spam: say that it is none, and it is open again.`,
    { details: [{ field: 'status', message: 'the case is marked as spam' }] },
  );
}

async function checkChange(
  current: Case,
  { change, reason }: ChangeCaseInput,
  ports: Pick<Ports, 'config'>,
): Promise<void> {
  requireChangeable(current, change);
  const lowersEmergency =
    current.priority === 'emergency' && change.priority !== undefined && change.priority !== 'emergency';
  if (lowersEmergency && !reason?.trim())
    throw new DomainError(
      'invalid',
      'case.reason-needed',
      'reason: say why this is no longer an emergency; it stays in the history of the case.',
      { details: [{ field: 'reason', message: 'needed to lower an emergency' }] },
    );
  const ends = change.status === 'solved' || change.status === 'closed';
  if (ends || lowersEmergency) requireNoOpenPage(current);
  if (change.assignee) {
    const { config } = await ports.config.current();
    if (!config.users.some((user) => user.id === change.assignee))
      throw new DomainError(
        'invalid',
        'case.unknown-assignee',
        `assignee: "${change.assignee}" is no user of this desk; name one of its users, or null.`,
        { details: [{ field: 'assignee', message: 'unknown user' }] },
      );
  }
}

/** The facts that take the case to the wanted fields; none where it is there already. */
export function changeFacts(current: Case, change: CaseFields, reason: string | null): CaseFact[] {
  const facts: CaseFact[] = [];
  const { status, priority, category, assignee } = change;
  const tags = change.tags && normalTags(change.tags);
  if (tags !== undefined && tags.join('\n') !== current.tags.join('\n'))
    facts.push({ type: 'case.tagged.v1', data: { tags } });
  if (priority !== undefined && priority !== current.priority)
    facts.push({ type: 'case.priority-changed.v1', data: { from: current.priority, to: priority, reason } });
  if (category !== undefined && category !== current.category)
    facts.push({ type: 'case.category-changed.v1', data: { from: current.category, to: category, reason } });
  if (assignee !== undefined && assignee !== current.assignee)
    facts.push({ type: 'case.assigned.v1', data: { from: current.assignee, to: assignee, reason } });
  if (status !== undefined && status !== current.status)
    facts.push({ type: 'case.status-changed.v1', data: { from: current.status, to: status, reason } });
  return facts;
}
