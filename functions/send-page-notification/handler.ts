import * as z from 'zod/mini';
import { sendPageNotification } from '../../app/send-page-notification.ts';
import type { Ports } from '../../ports/ports.ts';
import { observed, type Telemetry } from '../telemetry.ts';

const input = z.object({
  caseId: z.string(),
  pageId: z.string(),
  attempt: z.int().check(z.nonnegative()),
  target: z.object({
    key: z.string(),
    userId: z.string(),
    contactId: z.string(),
    channel: z.string(),
    why: z.string(),
  }),
});

/** Task of `emergency-page`: one notification of one person on one channel. */
export function createSendPageNotificationHandler(
  ports: Pick<Ports, 'store' | 'clock' | 'config' | 'channels' | 'signer' | 'publicUrl' | 'log'>,
  telemetry: Telemetry,
): (event: unknown, context?: unknown) => Promise<{ outcome: string }> {
  return observed(
    telemetry,
    (event) => input.parse(event),
    async (event) => {
      const { caseId, pageId, attempt, target } = event;
      const result = await sendPageNotification(event, ports);
      telemetry.count(result.outcome === 'accepted' ? 'PageNotificationAccepted' : 'PageNotificationSkipped');
      telemetry.log.info('page notification', {
        caseId,
        pageId,
        attempt,
        userId: target.userId,
        channel: target.channel,
        outcome: result.outcome,
      });
      return result;
    },
  );
}
