import { loadConfigFolder } from '../../adapters/config/load-config-folder.ts';
import { planChange } from '../../app/unit-of-work.ts';
import type { CaseFact } from '../../core/case/case-event.ts';
import type { Write } from '../../ports/case-store.ts';
import { targetMinutes } from './clock-config.ts';
import { storePorts, withDeskStore } from './desk-store.ts';

export interface OpenClock {
  readonly caseId: string;
  /** Epoch ms. */
  readonly dueAt: number;
}

export interface Spread {
  readonly count: number;
  readonly seconds: number;
  /** When the first is due, epoch ms. */
  readonly from: number;
}

const atOnce = 400;

/**
 * Cases that nobody has answered, their first-reply clocks due evenly over the seconds from `from`, written by the
 * code that takes mail in. The executions of their clocks are in the outbox, for the desk that starts on this data.
 */
export async function openClocks(
  folders: { readonly data: string; readonly config: string },
  { count, seconds, from }: Spread,
  { withTimers }: { readonly withTimers: boolean },
): Promise<OpenClock[]> {
  const { config } = await loadConfigFolder(folders.config, {}, Date.now());
  return withDeskStore(folders.data, async (endpoint) => {
    const ports = storePorts(endpoint);
    await ports.config.publish({ config, source: 'files', publishedBy: null, reason: null });
    const clocks = Array.from({ length: count }, (_, number) => ({
      caseId: ports.ids.caseId(),
      dueAt: from + Math.floor((number * seconds * 1_000) / count),
    }));
    for (let first = 0; first < count; first += atOnce) {
      const units: Write[][] = [];
      for (const [offset, clock] of clocks.slice(first, first + atOnce).entries()) {
        const createdAt = clock.dueAt - targetMinutes * 60_000;
        const planned = await planChange(
          { current: null, caseId: clock.caseId, facts: factsOf(first + offset) },
          { ...ports, clock: { now: () => createdAt } },
        );
        units.push(planned.writes.filter((write) => isWanted(write, withTimers)));
      }
      const failure = (await ports.store.commitAll(units)).find((result) => !result.ok);
      if (failure && !failure.ok) throw failure.error;
    }
    return clocks;
  });
}

/** Nobody watches: a note for consoles would only take time before the measuring begins. */
function isWanted(write: Write, withTimers: boolean): boolean {
  return write.kind !== 'outbox' || (withTimers && write.item.effect.type === 'clocks.armed');
}

function factsOf(number: number): { actor: { kind: 'system'; name: string }; fact: CaseFact }[] {
  const address = `buyer-${number}@buyers.example`;
  const from = { address, name: 'A Buyer' };
  const messageId = `01KAQ0${String(number).padStart(20, '0')}`;
  const why = 'delivery.where-is: "where is my parcel"';
  const facts: CaseFact[] = [
    {
      type: 'case.created.v1',
      data: {
        subject: `Where is my parcel of lot ${number}?`,
        requester: from,
        participants: [address],
        channel: 'email',
        linkedCaseIds: [],
        linkedWhy: null,
      },
    },
    {
      type: 'message.received.v1',
      data: { messageId, from, automated: null, isPrivate: false, flags: [], why: 'opens the case' },
    },
    {
      type: 'triage.assessed.v1',
      data: {
        messageId,
        priority: 'normal',
        category: 'non-delivery',
        emergency: false,
        rules: ['delivery.where-is'],
        why,
        casePriority: 'normal',
        caseCategory: 'non-delivery',
        caseEmergency: false,
        failed: false,
      },
    },
  ];
  return facts.map((fact) => ({ actor: { kind: 'system', name: 'receive-mail' }, fact }));
}
