import * as z from 'zod/mini';
import { sendEscalationNotice } from '../../app/send-escalation-notice.ts';
import type { Ports } from '../../ports/ports.ts';
import { observed, type Telemetry } from '../telemetry.ts';

const input = z.object({
  caseId: z.string(),
  escalationId: z.string(),
  round: z.int().check(z.positive()),
  isLastTry: z.boolean(),
  notice: z.object({
    key: z.string(),
    at: z.iso.datetime(),
    userId: z.nullable(z.string()),
    department: z.nullable(z.string()),
    contactId: z.string(),
    channel: z.string(),
    why: z.string(),
    isOnlyOne: z.boolean(),
  }),
});

const counts = {
  sent: 'EscalationNoticeSent',
  over: 'EscalationNoticeSkipped',
  'not-reached': 'EscalationNoticeUndelivered',
} as const;

/** Task of `escalation`: one notice to one person on one channel. */
export function createSendEscalationNoticeHandler(
  ports: Parameters<typeof sendEscalationNotice>[1] & Pick<Ports, 'log'>,
  telemetry: Telemetry,
): (event: unknown, context?: unknown) => Promise<{ outcome: string }> {
  return observed(
    telemetry,
    (event) => input.parse(event),
    async (event) => {
      const result = await sendEscalationNotice(event, ports);
      telemetry.count(counts[result.outcome]);
      const { key, channel } = event.notice;
      telemetry.log.info('escalation notice', { key, channel, outcome: result.outcome });
      return result;
    },
  );
}
