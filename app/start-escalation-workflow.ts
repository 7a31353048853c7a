import type { Ports } from '../ports/ports.ts';

/**
 * Starts an escalation's workflow. Its id is the name, so that starting it twice starts it once; a re-drive goes
 * on after a round under a name with a number of its own.
 */
export async function startEscalationWorkflow(
  { caseId, escalationId }: { readonly caseId: string; readonly escalationId: string },
  { workflows }: Pick<Ports, 'workflows'>,
  redrive?: { readonly round: number; readonly number: number },
): Promise<void> {
  await workflows.start({
    workflow: 'escalation',
    name: redrive ? `${escalationId}_redrive_${redrive.number}` : escalationId,
    input: { caseId, escalationId, round: redrive?.round ?? 0 },
  });
}
