import * as z from 'zod/mini';
import { acknowledgeEscalation } from '../../../app/acknowledge-escalation.ts';
import { requireEscalation } from '../../../app/require-escalation.ts';
import type { SlaRecord } from '../../../core/sla/sla-record.ts';
import type { CaseStore } from '../../../ports/case-store.ts';
import { strictShape } from '../../http/strict-shape.ts';
import { nameOfUser, operatorId } from '../desk-user.ts';
import { publicEscalation } from '../public-escalation.ts';
import { route } from '../route.ts';
import { escalationIdInput, userIdInput } from '../schemas/inputs.ts';
import { whoAcknowledges } from '../who-acknowledges.ts';

export const postEscalationAck = route({
  method: 'POST',
  path: '/api/escalations/{escalationId}/ack',
  id: 'acknowledgeEscalation',
  summary: 'Take an escalation on: it climbs no further, unless somebody was first',
  access: 'work',
  params: strictShape({ escalationId: escalationIdInput }),
  /** `as`: only an admin may take it on in the name of another user. */
  body: strictShape({ as: z.optional(userIdInput) }),
  bodyOptional: true,
  answer: { status: 200, schema: 'EscalationAnswered' },
  problems: ['escalation.missing', 'escalation.unknown-user', 'escalation.name-who', 'auth.role-needed'],
  example: { body: { as: 'mara-lind' } },
  run: async ({ params, body, user }, { ports }) => {
    const { escalationId } = params;
    const userId = await whoAcknowledges({
      as: body.as,
      user,
      what: `escalation ${escalationId}`,
      code: 'escalation.name-who',
      asked: () => toldOf(escalationId, ports.store),
    });
    const via = user.id === operatorId ? 'command' : 'console';
    const { outcome, by, at, escalation } = await acknowledgeEscalation({ escalationId, userId, via }, ports);
    const { config } = await ports.config.current();
    return {
      outcome,
      by: by === null ? null : { id: by, name: nameOfUser(by, config) },
      at,
      escalation: publicEscalation(escalation),
    };
  },
});

async function toldOf(escalationId: string, store: CaseStore): Promise<readonly string[]> {
  const { escalation } = await requireEscalation(escalationId, { store });
  const { slaLog } = await store.getTimeline(escalation.caseId);
  return slaLog
    .filter((record) => 'escalationId' in record && record.escalationId === escalationId)
    .flatMap(noticesOf)
    .flatMap(({ userId }) => (userId === null ? [] : [userId]));
}

function noticesOf(record: SlaRecord) {
  return record.type === 'escalation.notified' || record.type === 'escalation.reminded' ? record.notices : [];
}
