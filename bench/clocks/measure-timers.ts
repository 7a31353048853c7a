import { writeFileSync } from 'node:fs';
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

const idleMs = 10_000;
const mb = (bytes: number) => (bytes / 2 ** 20).toFixed(0);

/** Our design: an execution a clock, and nothing until one of them wakes. */
export async function measureTimers(
  spread: Omit<Spread, 'from'>,
  leadMs: number,
  nodeArguments: readonly string[],
  csvFile?: string,
): Promise<void> {
  using folders = new BenchFolders(clockConfig);
  const empty = await emptyDesk();
  const startedAt = Date.now();
  const from = startedAt + leadMs;
  const clocks = await openClocks(folders, { ...spread, from }, { withTimers: true });
  const filledAt = Date.now();
  const desk = await ClockDesk.start(folders, nodeArguments);
  await desk.armed();
  const armedAt = Date.now();
  console.log(
    `one execution a clock: ${spread.count} cases stored in ${seconds(filledAt - startedAt)}, ` +
      `${spread.count} executions waiting after ${seconds(armedAt - filledAt)} more (${machineLoad()})`,
  );
  const left = from - Date.now();
  if (left < idleMs + 1_000)
    throw new Error(
      `the first clock is due in ${left} ms already: give a longer --lead than ${leadMs / 1_000}`,
    );
  await wait(left - idleMs - 1_000);
  const full = await desk.memory();
  const rss = memoryMbOf(desk.pid);
  console.log(
    `  holding them: RSS ${rss} MB, heap ${mb(full.heapUsed)} MB; a desk without any: ` +
      `RSS ${empty.rss} MB, heap ${mb(empty.heapUsed)} MB`,
  );
  const before = desk.cpuMs();
  await wait(from - Date.now() - 500);
  const idle = desk.cpuMs();
  const perSecond = (ms: number) => `${((ms / (idleMs + 500)) * 100).toFixed(1)} %`;
  console.log(
    `  CPU while nothing is due: desk ${perSecond(idle.desk - before.desk)}, store ${perSecond(idle.store - before.store)} of one core`,
  );
  await wait(spread.seconds * 1_000 + 1_000);
  await desk.caughtUp();
  const after = desk.cpuMs();
  await desk.stop();
  const perClock = (ms: number) => (ms / spread.count).toFixed(1);
  console.log(
    `  CPU a breach: desk ${perClock(after.desk - idle.desk)} ms, store ${perClock(after.store - idle.store)} ms (${machineLoad()})`,
  );
  const wakes = readWakes(folders.data);
  const times = clocks.map((clock) => lateBy(clock, wakes));
  console.log(`  ${latenessLine(times)}; executions ${JSON.stringify(wakes.statuses)}`);
  if (csvFile !== undefined)
    writeFileSync(csvFile, clocks.map(({ dueAt }, at) => `${dueAt - from},${times[at]}\n`).join(''));
  await reportBreaches(folders.data, clocks);
  const p99 = times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? Number.NaN;
  verdict('lateness p99 under 250 ms', p99 < 250);
}

async function emptyDesk(): Promise<{ rss: number; heapUsed: number }> {
  using folders = new BenchFolders(clockConfig);
  const desk = await ClockDesk.start(folders);
  await wait(2_000);
  const { heapUsed } = await desk.memory();
  const rss = memoryMbOf(desk.pid);
  await desk.stop();
  return { rss, heapUsed };
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(1)} s`;
}
