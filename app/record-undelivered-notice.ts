import type { EscalationNotice } from '../core/escalation/escalation-event.ts';
import type { Ports } from '../ports/ports.ts';
import { changeSla } from './change-sla.ts';

/**
 * Adds to the log of a case's promises that a notice did not arrive. People are told on through the other notices
 * and levels, so that a record that cannot be written is only logged.
 */
export async function recordUndeliveredNotice(
  input: {
    readonly caseId: string;
    readonly escalationId: string;
    readonly notice: EscalationNotice;
    readonly error: string;
  },
  ports: Pick<Ports, 'store' | 'config' | 'clock' | 'ids' | 'log'>,
): Promise<void> {
  const { caseId, escalationId, notice, error } = input;
  try {
    await changeSla(
      caseId,
      ({ sla, now }) => ({
        next: sla,
        records: [
          { type: 'escalation.undelivered', caseId, escalationId, at: now, why: error, notice, error },
        ],
        effects: [],
      }),
      ports,
    );
  } catch (cause) {
    ports.log.error('a notice that did not arrive could not be recorded', { escalationId, notice, cause });
  }
}
