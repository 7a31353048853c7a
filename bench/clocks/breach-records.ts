import { toEpochMs } from '../../core/time/instant.ts';
import { verdict } from '../verdict.ts';
import { storePorts, withDeskStore } from './desk-store.ts';
import type { OpenClock } from './open-clocks.ts';

interface BreachCount {
  readonly once: number;
  readonly lost: number;
  readonly doubled: number;
  /** Recorded at another instant than the one at which the clock was due. */
  readonly wronglyStamped: number;
}

const atOnce = 8;

/** The breaches that the log of each case holds. */
function countBreaches(dataFolder: string, clocks: readonly OpenClock[]): Promise<BreachCount> {
  return withDeskStore(dataFolder, async (endpoint) => {
    const { store } = storePorts(endpoint);
    const count = { once: 0, lost: 0, doubled: 0, wronglyStamped: 0 };
    const waiting = [...clocks];
    const work = async () => {
      for (let clock = waiting.pop(); clock; clock = waiting.pop()) {
        const { slaLog } = await store.getTimeline(clock.caseId);
        const breaches = slaLog.filter(({ type }) => type === 'breach');
        if (breaches.length === 0) count.lost += 1;
        else if (breaches.length > 1) count.doubled += 1;
        else count.once += 1;
        const { dueAt } = clock;
        if (breaches.some(({ at }) => toEpochMs(at) !== dueAt)) count.wronglyStamped += 1;
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    return count;
  });
}

export async function reportBreaches(dataFolder: string, clocks: readonly OpenClock[]): Promise<void> {
  const { once, lost, doubled, wronglyStamped } = await countBreaches(dataFolder, clocks);
  console.log(
    `  in the log: ${once} breaches once, ${lost} lost, ${doubled} doubled, ${wronglyStamped} not stamped with the due instant`,
  );
  verdict('every breach once, stamped when it was due', once === clocks.length && wronglyStamped === 0);
}
