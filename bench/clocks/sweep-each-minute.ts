/**
 * The usual design, in a process of its own: each 60 s read the marks that are past and handle them.
 * node sweep-each-minute.ts DATA FIRST-SWEEP-AT COUNT; prints how late each was committed, ms, as JSON.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { changeSla } from '../../app/change-sla.ts';
import { slaEffects } from '../../app/sla-effects.ts';
import { followTime } from '../../core/sla/follow-events.ts';
import { toEpochMs, toInstant } from '../../core/time/instant.ts';
import { storePorts, withDeskStore } from './desk-store.ts';

const [dataFolder = '', firstText = '', countText = ''] = process.argv.slice(2);
const everyMs = 60_000;
/** More than one at a time, as whoever sweeps so many would. */
const atOnce = 8;

const late = await withDeskStore(dataFolder, async (endpoint) => {
  const ports = storePorts(endpoint);
  const times: number[] = [];
  for (let at = Number(firstText); times.length < Number(countText); at += everyMs) {
    await wait(Math.max(0, at - Date.now()));
    const until = toInstant(Date.now());
    let cursor: string | undefined;
    do {
      const page = await ports.store.listOverdueMarks(until, { limit: 100, ...(cursor && { cursor }) });
      const waiting = [...page.items];
      const work = async () => {
        for (let item = waiting.shift(); item; item = waiting.shift()) {
          const markAt = toEpochMs(item.nextLookAt ?? until);
          await changeSla(
            item.caseId,
            ({ sla, policies, now }) => {
              const change = followTime(sla, policies, now);
              return { next: change.next, records: change.records, effects: slaEffects(change) };
            },
            ports,
          );
          times.push(Date.now() - markAt);
        }
      };
      await Promise.all(Array.from({ length: atOnce }, work));
      cursor = page.cursor ?? undefined;
    } while (cursor);
  }
  return times;
});
console.log(JSON.stringify(late));
