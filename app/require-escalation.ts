import { DomainError } from '../core/errors.ts';
import { caseIdOfEscalation, type Escalation } from '../core/escalation/escalation.ts';
import type { CaseSla } from '../core/sla/case-sla.ts';
import type { Ports } from '../ports/ports.ts';

/** @throws DomainError `escalation.missing` */
export async function requireEscalation(
  escalationId: string,
  ports: Pick<Ports, 'store'>,
): Promise<{ sla: CaseSla; escalation: Escalation }> {
  const caseId = caseIdOfEscalation(escalationId);
  const sla = caseId === null ? null : await ports.store.getSla(caseId);
  if (sla) return { sla, escalation: escalationIn(sla, escalationId) };
  throw missing(escalationId);
}

/** @throws DomainError `escalation.missing` */
export function escalationIn({ escalations }: CaseSla, escalationId: string): Escalation {
  const found = escalations.find(({ id }) => id === escalationId);
  if (found) return found;
  throw missing(escalationId);
}

/** The promises with one escalation replaced. */
export function withEscalation(sla: CaseSla, next: Escalation): CaseSla {
  return {
    ...sla,
    escalations: sla.escalations.map((other) => (other.id === next.id ? next : other)),
  };
}

function missing(escalationId: string): DomainError {
  const message = `There is no escalation ${escalationId}; a case keeps its open ones and the last twenty that are over.`;
  return new DomainError('missing', 'escalation.missing', message);
}
