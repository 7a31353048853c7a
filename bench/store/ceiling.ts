import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { operationsOf } from '../../adapters/dynamodb/write-operations.ts';
import { benchIds, mailWrites } from './bench-mail.ts';
import { cpuMsOf, ownCpuMs } from './process-cpu.ts';
import type { StoreBench } from './with-store.ts';

type Commit = (first: number, mails: number) => Promise<void>;

/** The transactions of one mail through the bare SDK, and through our store, side by side. */
export async function measureCeiling({ server, documents, tableName, store }: StoreBench, ms: number) {
  const bare: Commit = async (first, mails) => {
    const operations = numbers(first, mails).flatMap((number) =>
      operationsOf(mailWrites(number), benchIds.ulid()),
    );
    const TransactItems = operations.map((operation) => operation.toTransactItem(tableName));
    await documents.send(new TransactWriteCommand({ ClientRequestToken: benchIds.ulid(), TransactItems }));
  };
  const ours: Commit = async (first, mails) => {
    if (mails === 1) return store.commit(mailWrites(first));
    const results = await store.commitAll(numbers(first, mails).map(mailWrites));
    const failure = results.find((result) => !result.ok);
    if (failure && !failure.ok) throw failure.error;
  };
  const items = operationsOf(mailWrites(0), 'x').length;
  console.log(`One new mail case: ${items} items. Mails a second, and CPU ms a mail.`);
  console.log('                             concurrency   mails/s   p50 ms   p99 ms   our CPU   server CPU');
  const run = async (label: string, commit: Commit, concurrency: number, mails: number) => {
    const line = await measure(commit, concurrency, mails, ms, server.pid);
    console.log(`${label.padEnd(30)}${String(concurrency).padStart(10)}${line}`);
  };
  await measure(ours, 4, 1, ms, server.pid);
  for (const concurrency of [1, 4, 16]) {
    await run('bare TransactWriteItems', bare, concurrency, 1);
    await run('DynamoCaseStore.commit', ours, concurrency, 1);
  }
  const most = Math.floor(100 / items);
  await run(`bare, ${most} mails in one`, bare, 1, most);
  await run(`commitAll of ${most} mails`, ours, 1, most);
  await run(`commitAll of ${4 * most} mails`, ours, 1, 4 * most);
}

/** Transactions of one mail a second through the bare SDK: what the store can do at most, at each concurrency. */
export async function bareCeiling(
  { server, documents, tableName }: StoreBench,
  concurrencies: readonly number[],
  ms: number,
): Promise<ReadonlyMap<number, number>> {
  const bare: Commit = async (first) => {
    const operations = operationsOf(mailWrites(first), benchIds.ulid());
    const TransactItems = operations.map((operation) => operation.toTransactItem(tableName));
    await documents.send(new TransactWriteCommand({ ClientRequestToken: benchIds.ulid(), TransactItems }));
  };
  await measure(bare, 4, 1, ms, server.pid);
  const rates = new Map<number, number>();
  for (const concurrency of concurrencies)
    rates.set(
      concurrency,
      Number((await measure(bare, concurrency, 1, ms, server.pid)).trim().split(/\s+/)[0]),
    );
  return rates;
}

async function measure(
  commit: Commit,
  concurrency: number,
  mails: number,
  ms: number,
  pid: number,
): Promise<string> {
  const [own, server, start] = [ownCpuMs(), cpuMsOf(pid), performance.now()];
  const times: number[] = [];
  let next = 0;
  const worker = async () => {
    while (performance.now() - start < ms) {
      const began = performance.now();
      next += mails;
      await commit(next, mails);
      times.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  const seconds = (performance.now() - start) / 1_000;
  const done = times.length * mails;
  times.sort((a, b) => a - b);
  const columns = [
    (done / seconds).toFixed(0),
    at(times, 0.5).toFixed(1),
    at(times, 0.99).toFixed(1),
    ((ownCpuMs() - own) / done).toFixed(2),
    ((cpuMsOf(pid) - server) / done).toFixed(2),
  ];
  return columns.map((column, place) => column.padStart([11, 9, 9, 10, 13][place] ?? 10)).join('');
}

function numbers(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, offset) => first + offset);
}

/** The value at a share of sorted values. */
export function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
