import type { ArmedClock, StartedClock, WokenClock } from '../core/sla/arm-clocks.ts';
import { type Instant, toEpochMs } from '../core/time/instant.ts';
import type { Ports } from '../ports/ports.ts';

type Starting = Pick<Ports, 'workflows'>;

/** One execution per clock and epoch; its name makes starting it twice the same as starting it once. */
export async function startClockWorkflows(
  caseId: string,
  starts: readonly StartedClock[],
  ports: Starting,
): Promise<void> {
  await Promise.all(starts.map((start) => startLook(nameOf(caseId, start), caseId, start, ports)));
}

/** The next look of an execution that has looked: within its epoch, under a name with the time of the look. */
export async function startNextLook(
  { caseId, clock, instance, epoch }: { readonly caseId: string } & WokenClock,
  at: Instant,
  ports: Starting,
): Promise<void> {
  const look = { clock, instance, epoch, at };
  await startLook(`${nameOf(caseId, look)}_${toEpochMs(at)}`, caseId, look, ports);
}

async function startLook(
  name: string,
  caseId: string,
  { clock, instance, epoch, at }: StartedClock,
  { workflows }: Starting,
): Promise<void> {
  await workflows.start({ workflow: 'sla-clock', name, input: { caseId, clock, instance, epoch, at } });
}

function nameOf(caseId: string, { clock, instance, epoch }: Omit<ArmedClock, 'at'>): string {
  return `${caseId}_${clock}_${instance}_${epoch}`;
}
