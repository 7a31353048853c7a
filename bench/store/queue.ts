import { toInstant } from '../../core/time/instant.ts';
import type { Write } from '../../ports/case-store.ts';
import { benchIds, caseOf } from './bench-mail.ts';
import { at } from './ceiling.ts';
import { cpuMsOf, ownCpuMs } from './process-cpu.ts';
import type { StoreBench } from './with-store.ts';

const pageSize = 50;
const reads = 400;
const warmUp = 50;
const budgetMs = 30;

/** The first page of the queue as the number of open cases grows. */
export async function measureQueue(
  { server, store }: StoreBench,
  openCases: readonly number[],
): Promise<void> {
  console.log(`\nThe first ${pageSize} of the queue, ${reads} reads one after the other.`);
  console.log('open cases    p50 ms    p99 ms   our CPU   server CPU');
  const medians = new Map<number, number>();
  let stored = 0;
  for (const count of openCases) {
    await fill(stored, count);
    stored = count;
    const times: number[] = [];
    const [own, theirs] = [ownCpuMs(), cpuMsOf(server.pid)];
    for (let read = -warmUp; read < reads; read++) {
      const began = performance.now();
      const { items } = await store.listCases('active', { limit: pageSize });
      if (items.length !== pageSize) throw new Error(`the page has ${items.length} rows`);
      if (read >= 0) times.push(performance.now() - began);
    }
    times.sort((a, b) => a - b);
    medians.set(count, at(times, 0.5));
    const cpu = [ownCpuMs() - own, cpuMsOf(server.pid) - theirs].map((ms) => ms / (reads + warmUp));
    const columns = [at(times, 0.5), at(times, 0.99), ...cpu].map((ms) => ms.toFixed(2).padStart(10));
    console.log(`${String(count).padStart(10)}${columns.join('')}`);
  }
  const [small, large] = [medians.get(1_000), medians.get(100_000)];
  if (small !== undefined && large !== undefined)
    console.log(
      `ratio of the medians 100k/1k: ${(large / small).toFixed(2)} (budget 1.3; p99 < ${budgetMs} ms)`,
    );

  async function fill(from: number, to: number): Promise<void> {
    for (let number = from; number < to; number += 1_000) {
      const many = Array.from({ length: Math.min(1_000, to - number) }, (_, offset) =>
        caseUnit(number + offset),
      );
      const failure = (await store.commitAll(many)).find((result) => !result.ok);
      if (failure && !failure.ok) throw failure.error;
    }
  }
}

function caseUnit(number: number): readonly Write[] {
  const createdAt = toInstant(Date.parse('2026-01-01T00:00:00.000Z') + number * 60_000);
  const next = caseOf(benchIds.caseId(), number, createdAt, `buyer-${number % 5_000}@buyers.example`);
  return [{ kind: 'case', next, expectedVersion: null }];
}
