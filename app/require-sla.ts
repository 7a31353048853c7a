import { DomainError } from '../core/errors.ts';
import type { CaseSla } from '../core/sla/case-sla.ts';
import type { Ports } from '../ports/ports.ts';

/** The stored promises of a case. @throws DomainError `sla.none` for one that has none yet */
export async function requireSla(caseId: string, ports: Pick<Ports, 'store'>): Promise<CaseSla> {
  const found = await ports.store.getSla(caseId);
  if (found) return found;
  throw new DomainError(
    'conflict',
    'sla.none',
    `${caseId} has no clocks yet: they begin with the next thing that happens to it, such as a note.`,
  );
}
