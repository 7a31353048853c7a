import { threadPartition } from './keys.ts';
import { readItem } from './read-item.ts';
import type { Table } from './table.ts';

export interface ThreadKey {
  readonly rfcMessageId: string;
  readonly caseId: string;
  readonly messageId: string;
}

/** The earliest holders are enough to find a thread; a Message-ID with more of them is forged or broken. */
const holdersPerId = 50;
const parallelQueries = 8;

export async function findThreadKeys(
  table: Table,
  rfcMessageIds: readonly string[],
): Promise<readonly ThreadKey[]> {
  // An empty Message-ID belongs to nobody: it must never match.
  const wanted = [...new Set(rfcMessageIds)].filter((id) => id !== '');
  const found: ThreadKey[][] = [];
  for (let at = 0; at < wanted.length; at += parallelQueries)
    found.push(
      ...(await Promise.all(wanted.slice(at, at + parallelQueries).map((id) => holdersOf(table, id)))),
    );
  return found.flat();
}

async function holdersOf(table: Table, rfcMessageId: string): Promise<ThreadKey[]> {
  const { items } = await table.query({ partition: threadPartition(rfcMessageId) }, holdersPerId);
  return items.map((item) => readItem<ThreadKey>(item, 'thread-key'));
}
