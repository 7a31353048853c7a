import type { StartedClock } from '../core/sla/arm-clocks.ts';
import type { Ports } from '../ports/ports.ts';

/** One execution per clock and epoch; its name makes starting it twice the same as starting it once. */
export async function startClockWorkflows(
  caseId: string,
  starts: readonly StartedClock[],
  { workflows }: Pick<Ports, 'workflows'>,
): Promise<void> {
  await Promise.all(
    starts.map(({ clock, instance, epoch, at }) =>
      workflows.start({
        workflow: 'sla-clock',
        name: `${caseId}_${clock}_${instance}_${epoch}`,
        input: { caseId, clock, instance, epoch, at },
      }),
    ),
  );
}

/** `number` tells a re-drive from the first start, which has the escalation's id for its name. */
export async function startEscalationWorkflow(
  caseId: string,
  escalationId: string,
  { workflows }: Pick<Ports, 'workflows'>,
  number?: number,
): Promise<void> {
  await workflows.start({
    workflow: 'escalation',
    name: number === undefined ? escalationId : `${escalationId}_redrive_${number}`,
    input: { caseId, escalationId },
  });
}
