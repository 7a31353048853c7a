import { type Consult, consultsOf } from '../core/consult/consult.ts';
import { DomainError } from '../core/errors.ts';
import type { Ports } from '../ports/ports.ts';

/** @throws DomainError `consult.missing` */
export async function requireConsult(
  caseId: string,
  consultId: string,
  { store }: Pick<Ports, 'store'>,
): Promise<Consult> {
  const { events } = await store.getTimeline(caseId);
  const found = consultsOf(events).find(({ id }) => id === consultId);
  if (found) return found;
  throw new DomainError('missing', 'consult.missing', `${caseId} has no consult ${consultId}.`);
}

/** @throws DomainError `consult.missing`, `consult.ended` */
export async function requireOpenConsult(
  caseId: string,
  consultId: string,
  ports: Pick<Ports, 'store'>,
): Promise<Consult> {
  const consult = await requireConsult(caseId, consultId, ports);
  if (consult.state === 'open') return consult;
  throw new DomainError(
    'conflict',
    'consult.ended',
    `${consult.department} was asked at ${consult.sentAt}, and that question was ${consult.state} at ${consult.endedAt}: ask again if you need more.`,
  );
}
