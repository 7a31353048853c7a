import type { Case } from '../core/case/case.ts';
import { type Consult, consultsOf } from '../core/consult/consult.ts';
import { speaksForDepartment } from '../core/consult/speaks-for-department.ts';
import { parseConsultReplyAddress } from '../core/mail/threading.ts';
import type { Ports } from '../ports/ports.ts';
import { followMerges } from './follow-merges.ts';
import type { ReadMail } from './read-mail.ts';

/** A mail that came to the signed address of a question to a department. */
export interface FoundConsult {
  /** The case that asked. */
  readonly asked: Case;
  /** The case that goes on for it: itself, unless it was merged. */
  readonly case: Case;
  readonly consult: Consult;
  /** The department's name; its id where the configuration no longer has it. */
  readonly name: string;
  /** The sender may speak for the department. */
  readonly isDepartment: boolean;
}

/** Null when no recipient of the mail is the address of a consult of ours. */
export async function findConsult(
  { recipients, received, job }: ReadMail,
  ports: Pick<Ports, 'store' | 'config' | 'signer'>,
): Promise<FoundConsult | null> {
  const mac = (purpose: string, text: string) => ports.signer.mac(purpose, text);
  for (const recipient of recipients) {
    const named = parseConsultReplyAddress(recipient, mac);
    const asked = named && (await ports.store.getCase(named.caseId));
    if (!asked) continue;
    const { events } = await ports.store.getTimeline(asked.id);
    const consult = consultsOf(events).find(({ id }) => id === named.consultId);
    if (!consult) continue;
    const { config } = await ports.config.current();
    const department = Object.hasOwn(config.departments, consult.department)
      ? config.departments[consult.department]
      : undefined;
    const isForged = job.verdicts?.dmarc === 'FAIL';
    const speaks = speaksForDepartment(received.mail.from.address, department?.email ?? '');
    return {
      asked,
      case: await followMerges(asked, ports),
      consult,
      name: department?.name ?? consult.department,
      isDepartment: speaks && !isForged,
    };
  }
  return null;
}
