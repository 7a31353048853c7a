import type { ClockName } from '../../core/sla/clock-name.ts';
import type { ClockState } from '../../core/sla/clock-state.ts';
import type { DeskBed } from './desk-bed.ts';

/** The newest clock of that name, as it is stored. */
export async function clockOf({ desk }: DeskBed, caseId: string, name: ClockName): Promise<ClockState> {
  const sla = await desk.ports.store.getSla(caseId);
  const found = sla?.clocks.clocks.findLast((state) => state.clock === name);
  if (!found) throw new Error(`${caseId} has no clock ${name}`);
  return found;
}
