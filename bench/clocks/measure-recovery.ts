import { setTimeout as wait } from 'node:timers/promises';
import { memoryMbOf } from '../store/process-cpu.ts';
import { verdict } from '../verdict.ts';
import { BenchFolders } from './bench-folders.ts';
import { reportBreaches } from './breach-records.ts';
import { clockConfig } from './clock-config.ts';
import { ClockDesk } from './clock-desk.ts';
import { lateBy } from './late-by.ts';
import { latenessLine } from './lateness.ts';
import { machineLoad } from './machine-load.ts';
import { openClocks, type Spread } from './open-clocks.ts';
import { readWakes } from './wake-times.ts';

export interface Outage {
  readonly name: string;
  /** Seconds after the first clock is due. */
  readonly killAfter: number;
  readonly startAfter: number;
}

/** A desk that is killed, and started again at once or when much has come due. */
export async function measureRecovery(
  spread: Omit<Spread, 'from'>,
  leadMs: number,
  { name, killAfter, startAfter }: Outage,
): Promise<void> {
  using folders = new BenchFolders(clockConfig);
  const from = Date.now() + leadMs;
  const clocks = await openClocks(folders, { ...spread, from }, { withTimers: true });
  const first = await ClockDesk.start(folders);
  await first.armed();
  const killAt = from + killAfter * 1_000;
  await wait(killAt - Date.now());
  await first.kill();
  await wait(Math.max(0, from + startAfter * 1_000 - Date.now()));
  const startedAt = Date.now();
  const second = await ClockDesk.start(folders);
  console.log(
    `kill -9, ${name}: the desk says that it runs ${second.readyMs.toFixed(0)} ms after its start (${machineLoad()})`,
  );
  const { heapUsed } = await second.memory();
  console.log(
    `  its RSS is then ${memoryMbOf(second.pid)} MB, its heap ${(heapUsed / 2 ** 20).toFixed(0)} MB`,
  );
  await wait(Math.max(0, from + spread.seconds * 1_000 + 1_000 - Date.now()));
  await second.caughtUp();
  await second.stop();
  const wakes = readWakes(folders.data);
  const doneAfter = clocks
    .map(({ caseId }) => (wakes.doneAt.get(caseId) ?? Number.NaN) - startedAt)
    .filter((ms) => ms >= 0)
    .toSorted((a, b) => a - b);
  const [armedMs = Number.NaN] = doneAfter;
  const overdue = clocks.filter(({ dueAt }) => dueAt >= killAt && dueAt <= startedAt + armedMs);
  const overdueMs = Math.max(
    ...overdue.map(({ caseId }) => (wakes.doneAt.get(caseId) ?? Number.NaN) - startedAt),
  );
  console.log(
    `  every execution has its timer and the first breach is recorded after ${armedMs} ms; ` +
      `the ${overdue.length} that came due while it was down after ${overdueMs} ms`,
  );
  verdict('all re-armed within 5 s', armedMs < 5_000);
  const later = clocks.filter(({ dueAt }) => dueAt > startedAt + overdueMs);
  if (later.length > 0)
    console.log(`  of those after that ${latenessLine(later.map((clock) => lateBy(clock, wakes)))}`);
  console.log(
    `  executions ${JSON.stringify(wakes.statuses)}, ${wakes.invocations} looks answered, ${wakes.failures} failed`,
  );
  await reportBreaches(folders.data, clocks);
}
