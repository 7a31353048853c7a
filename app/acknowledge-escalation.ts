import { DomainError } from '../core/errors.ts';
import type { Escalation, EscalationVia } from '../core/escalation/escalation.ts';
import type { Instant } from '../core/time/instant.ts';
import type { Ports } from '../ports/ports.ts';
import { changeSla } from './change-sla.ts';
import { escalationIn, requireEscalation, withEscalation } from './require-escalation.ts';

export interface EscalationAnswer {
  readonly outcome: 'acknowledged' | 'already-acknowledged' | 'ended';
  /** Who took it on: you, or whoever was first. Null for one that ended by itself. */
  readonly by: string | null;
  readonly at: Instant;
  readonly escalation: Escalation;
}

/**
 * A human takes an escalation on: nobody else is told. The first wins by a conditional write; the others hear who
 * it was and when. Taking on one's own twice is `acknowledged` both times. The promise itself is kept by what it
 * promises: an answer that is owed is still owed.
 * @throws DomainError `escalation.missing`, `escalation.unknown-user`
 */
export async function acknowledgeEscalation(
  input: { readonly escalationId: string; readonly userId: string; readonly via: EscalationVia },
  ports: Pick<Ports, 'store' | 'config' | 'clock' | 'ids' | 'log'>,
): Promise<EscalationAnswer> {
  const { escalationId, userId, via } = input;
  const { config } = await ports.config.current();
  if (!config.users.some((user) => user.id === userId))
    throw new DomainError(
      'forbidden',
      'escalation.unknown-user',
      `"${userId}" is no user of this desk, so nobody would have taken it on: name one of its users.`,
      { details: [{ field: 'user', message: 'unknown user' }] },
    );
  let { escalation: answered } = await requireEscalation(escalationId, ports);
  await changeSla(
    answered.caseId,
    ({ sla, now }) => {
      answered = escalationIn(sla, escalationId);
      if (answered.state !== 'open') return null;
      const { id, caseId, taskToken } = answered;
      answered = {
        ...answered,
        state: 'acknowledged',
        nextStepAt: null,
        taskToken: null,
        acknowledged: { by: userId, via, at: now },
      };
      const why = `${userId} took it on`;
      return {
        next: withEscalation(sla, answered),
        records: [
          { type: 'escalation.acknowledged', caseId, escalationId: id, at: now, why, by: userId, via },
        ],
        effects: [{ type: 'escalation.closed', escalationId: id, taskToken, outcome: 'acknowledged' }],
      };
    },
    ports,
  );
  return describe(answered, userId);
}

function describe(escalation: Escalation, userId: string): EscalationAnswer {
  const { acknowledged, ended } = escalation;
  if (acknowledged !== null) {
    const outcome = acknowledged.by === userId ? 'acknowledged' : 'already-acknowledged';
    return { outcome, by: acknowledged.by, at: acknowledged.at, escalation };
  }
  if (ended !== null) return { outcome: 'ended', by: null, at: ended.at, escalation };
  throw new DomainError(
    'unavailable',
    'escalation.undecided',
    `Escalation ${escalation.id} is neither open nor over: ask again.`,
  );
}
