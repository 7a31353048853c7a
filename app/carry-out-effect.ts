import type { OutboxItem } from '../core/outbox/outbox-item.ts';
import type { Ports } from '../ports/ports.ts';
import { afterPageClosed } from './close-page.ts';
import { deliverMessage } from './deliver-message.ts';
import { notifyConsoles } from './notify-consoles.ts';
import { requirePage } from './require-case.ts';
import { sendPageMail } from './send-page-mail.ts';
import { startPageWorkflow } from './start-page-workflow.ts';

/** Does what a commit promised. At least once: each effect can stand a repeat. */
export async function carryOutEffect({ id, at, caseId, effect }: OutboxItem, ports: Ports): Promise<void> {
  switch (effect.type) {
    case 'page.opened':
      return startPageWorkflow(effect.pageId, ports);
    case 'page.closed':
      return afterPageClosed(await requirePage(effect.pageId, ports), ports);
    case 'mail.queued':
      return deliverMessage({ caseId, messageId: effect.messageId }, ports);
    case 'page-mail.queued':
      return sendPageMail({ ...effect, id, at }, ports);
    case 'case.changed':
      return notifyConsoles({ type: 'case.changed', caseId, version: effect.version }, ports);
  }
}
