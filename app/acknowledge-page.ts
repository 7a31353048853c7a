import type { Actor } from '../core/case/actor.ts';
import type { CaseFact } from '../core/case/case-event.ts';
import { DomainError } from '../core/errors.ts';
import type { AckVia, Page } from '../core/page/page.ts';
import { toInstant } from '../core/time/instant.ts';
import type { Ports } from '../ports/ports.ts';
import { afterPageClosed } from './close-page.ts';
import { requireCase, requirePage } from './require-case.ts';
import { type ChangePorts, planChange, retryOnConflict } from './unit-of-work.ts';

export interface Acknowledgement {
  readonly outcome: 'acknowledged' | 'already-acknowledged' | 'cancelled';
  /** Who answered for the person: you, or whoever was first. */
  readonly userId: string;
  readonly at: string;
  readonly page: Page;
}

/**
 * A human answers for a page. The first wins by a conditional write and owns the case; the others are told
 * who it was and when. Acknowledging one's own page twice is `acknowledged` both times.
 * @throws DomainError `page.missing`, `page.unknown-user`
 */
export async function acknowledgePage(
  input: { pageId: string; userId: string; via: AckVia },
  ports: Pick<Ports, 'store' | 'clock' | 'ids' | 'config' | 'workflows' | 'connections' | 'push' | 'log'>,
): Promise<Acknowledgement> {
  const { config } = await ports.config.current();
  if (!config.users.some((user) => user.id === input.userId))
    throw new DomainError(
      'forbidden',
      'page.unknown-user',
      `"${input.userId}" is no user of this desk, so nobody would answer for the page: name one of its users.`,
      { details: [{ field: 'user', message: 'unknown user' }] },
    );
  const { page, isNew } = await retryOnConflict(() => decideAck(input, ports));
  if (isNew)
    await afterPageClosed(page, ports).catch((error: unknown) =>
      ports.log.warn('after-work of an ack failed; the outbox repeats it', { pageId: page.id, error }),
    );
  return describe(page, input.userId);
}

async function decideAck(
  input: { pageId: string; userId: string; via: AckVia },
  ports: ChangePorts,
): Promise<{ page: Page; isNew: boolean }> {
  const page = await requirePage(input.pageId, ports);
  if (page.state !== 'open') return { page, isNew: false };
  const current = await requireCase(page.caseId, ports);
  const { userId, via } = input;
  const next: Page = {
    ...page,
    version: page.version + 1,
    state: 'acknowledged',
    nextAttemptAt: null,
    ack: { userId, via, at: toInstant(ports.clock.now()) },
  };
  const facts: CaseFact[] = [{ type: 'page.acknowledged.v1', data: { pageId: page.id, userId, via } }];
  if (current.assignee !== userId)
    facts.push({
      type: 'case.assigned.v1',
      data: { from: current.assignee, to: userId, reason: `acknowledged page ${page.id}` },
    });
  if (current.status === 'new')
    facts.push({ type: 'case.status-changed.v1', data: { from: 'new', to: 'open', reason: null } });
  const actor: Actor = { kind: 'agent', userId };
  const { writes } = await planChange(
    {
      current,
      caseId: current.id,
      facts: facts.map((fact) => ({ actor, fact })),
      writes: [{ kind: 'page', next, expectedVersion: page.version }],
      effects: [{ type: 'page.closed', pageId: page.id, taskToken: page.taskToken, outcome: next.state }],
    },
    ports,
  );
  await ports.store.commit(writes);
  return { page: next, isNew: true };
}

function describe(page: Page, userId: string): Acknowledgement {
  if (page.ack) {
    const outcome = page.ack.userId === userId ? 'acknowledged' : 'already-acknowledged';
    return { outcome, userId: page.ack.userId, at: page.ack.at, page };
  }
  if (page.cancelled)
    return { outcome: 'cancelled', userId: page.cancelled.userId, at: page.cancelled.at, page };
  throw new DomainError('unavailable', 'page.undecided', `Page ${page.id} is neither open nor answered.`);
}
