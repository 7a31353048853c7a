import * as z from 'zod/mini';
import { readAckLink } from '../../../app/ack-link.ts';
import { acknowledgeEscalation } from '../../../app/acknowledge-escalation.ts';
import { acknowledgePage } from '../../../app/acknowledge-page.ts';
import { requirePage } from '../../../app/require-case.ts';
import { requireEscalation } from '../../../app/require-escalation.ts';
import { DomainError } from '../../../core/errors.ts';
import type { Ports } from '../../../ports/ports.ts';
import { statusOfError } from '../../http/status-of-error.ts';
import { strictShape } from '../../http/strict-shape.ts';
import { escalationText } from '../ack-escalation-text.ts';
import { ackPageResponse } from '../ack-page.ts';
import { outcomeText, refusedText, shownText } from '../ack-page-text.ts';
import { publicRoute } from '../route.ts';

const shared = {
  path: '/ack/{token}',
  params: strictShape({ token: z.string().check(z.maxLength(512)) }),
  // Mail gateways add parameters of their own to links; none of them means anything here.
  query: z.record(z.string(), z.string()),
  answer: { status: 200, mediaType: 'text/html' },
  problems: ['ack-link.invalid', 'ack-link.expired', 'escalation.missing'],
} as const;

/** Scanners and previews fetch links: a look changes nothing. */
export const showAckLink = publicRoute({
  ...shared,
  method: 'GET',
  id: 'showAckLink',
  summary: 'The page behind an ack link, with a button; looking changes nothing',
  run: async ({ params }, { ports }) =>
    orRefusal(ports, async () => {
      const { kind, id, userId } = readAckLink(params.token, ports);
      const around = await surroundings(ports);
      const text =
        kind === 'page'
          ? shownText(await requirePage(id, ports), userId, around)
          : escalationText(await requireEscalation(id, ports), userId, around);
      return ackPageResponse(text, 200);
    }),
});

export const followAckLink = publicRoute({
  ...shared,
  method: 'POST',
  id: 'followAckLink',
  summary: 'Acknowledge a page or an escalation by link',
  run: async ({ params }, { ports }) =>
    orRefusal(ports, async () => {
      const { kind, id, userId } = readAckLink(params.token, ports);
      const around = await surroundings(ports);
      if (kind === 'page') {
        const result = await acknowledgePage({ pageId: id, userId, via: 'link' }, ports);
        return ackPageResponse(outcomeText(result, userId, around), 200);
      }
      await acknowledgeEscalation({ escalationId: id, userId, via: 'link' }, ports);
      return ackPageResponse(escalationText(await requireEscalation(id, ports), userId, around), 200);
    }),
});

async function surroundings({ config, publicUrl, clock }: Pick<Ports, 'config' | 'publicUrl' | 'clock'>) {
  return { config: (await config.current()).config, publicUrl, now: clock.now() };
}

/** Whoever opens a link is a person with a phone: refusals are pages too. */
async function orRefusal(
  ports: Pick<Ports, 'publicUrl'>,
  answer: () => Promise<Response>,
): Promise<Response> {
  try {
    return await answer();
  } catch (error) {
    if (!(error instanceof DomainError) || error.kind === 'unavailable') throw error;
    return ackPageResponse(refusedText(error, ports.publicUrl), statusOfError(error));
  }
}
