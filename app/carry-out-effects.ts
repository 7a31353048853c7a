import type { OutboxItem } from '../core/outbox/outbox-item.ts';
import type { Ports } from '../ports/ports.ts';
import { catchUpOrLeaveToSweep } from './catch-up-clocks.ts';
import { afterPageClosed } from './close-page.ts';
import { deliverMessage } from './deliver-message.ts';
import { notifyConsoles } from './notify-consoles.ts';
import { requirePage } from './require-case.ts';
import { sendPageMail } from './send-page-mail.ts';
import { startClockWorkflows } from './start-clock-workflows.ts';
import { startEscalationWorkflow } from './start-escalation-workflow.ts';
import { startPageWorkflow } from './start-page-workflow.ts';

export type EffectPorts = Pick<
  Ports,
  | 'store'
  | 'blobs'
  | 'clock'
  | 'ids'
  | 'config'
  | 'mimeWriter'
  | 'mailer'
  | 'signer'
  | 'mailDomain'
  | 'workflows'
  | 'connections'
  | 'push'
  | 'eventBus'
  | 'log'
>;

/**
 * Does what commits promised, at least once: each effect can stand a repeat. Pages go first.
 * Returns the errors of those that failed, by outbox id.
 */
export async function carryOutEffects(
  items: readonly OutboxItem[],
  ports: EffectPorts,
): Promise<ReadonlyMap<string, unknown>> {
  const failures = new Map<string, unknown>();
  const attempt = async (item: OutboxItem, act: () => Promise<void>) => {
    try {
      await act();
    } catch (error) {
      failures.set(item.id, error);
    }
  };
  const isPage = ({ effect }: OutboxItem) => effect.type === 'page.opened' || effect.type === 'page.closed';
  const others = items.filter((item) => !isPage(item));
  await Promise.all(items.filter(isPage).map((item) => attempt(item, () => carryOut(item, ports))));
  await Promise.all(others.map((item) => attempt(item, () => carryOut(item, ports))));
  // A case that changed often in one batch is announced once, when all that changes it is done.
  const changed = new Set(others.map(({ caseId }) => caseId));
  // A console that hears nothing asks again by itself; thrown, it would repeat every mail of this batch.
  await notifyConsoles(
    [...changed].map((caseId) => ({ type: 'case.changed', caseId })),
    ports,
  ).catch((error: unknown) => ports.log.warn('the consoles could not be told of changes', { error }));
  return failures;
}

async function carryOut({ id, at, caseId, effect }: OutboxItem, ports: EffectPorts): Promise<void> {
  switch (effect.type) {
    case 'page.opened':
      return startPageWorkflow(effect.pageId, ports);
    case 'page.closed':
      return afterPageClosed(await requirePage(effect.pageId, ports), ports);
    case 'mail.queued':
      return deliverMessage({ caseId, messageId: effect.messageId }, ports);
    case 'page-mail.queued':
      return sendPageMail({ ...effect, id, at }, ports);
    case 'clocks.armed':
      return startClockWorkflows(caseId, effect.starts, ports);
    case 'clocks.behind':
      return catchUpOrLeaveToSweep(caseId, ports);
    case 'escalation.opened':
      return startEscalationWorkflow({ caseId, escalationId: effect.escalationId }, ports);
    case 'escalation.moved':
      if (effect.taskToken) await ports.workflows.succeedTask(effect.taskToken, { outcome: 'moved' });
      return;
    case 'escalation.closed':
      if (effect.taskToken) await ports.workflows.succeedTask(effect.taskToken, { outcome: effect.outcome });
      return;
    case 'events.recorded':
      return ports.eventBus.publish(effect.events);
    case 'case.changed':
      return;
  }
}
