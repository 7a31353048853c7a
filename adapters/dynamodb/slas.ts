import type { CaseSla } from '../../core/sla/case-sla.ts';
import type { Instant } from '../../core/time/instant.ts';
import type { PageOf } from '../../ports/case-store.ts';
import { marksPartition, openEscalationsPartition, shards, slaKey } from './keys.ts';
import { type ListOptions, readList } from './merged-list.ts';
import { readItem } from './read-item.ts';
import type { StoredItem, Table } from './table.ts';

export async function getSla(table: Table, caseId: string): Promise<CaseSla | null> {
  if (caseId === '') return null;
  const item = await table.get(slaKey(caseId));
  return item && readSla(item);
}

export async function listOverdueMarks(
  table: Table,
  until: Instant,
  options: ListOptions,
): Promise<PageOf<CaseSla>> {
  const partitions = shards.map(marksPartition);
  const list = { name: 'marks', index: 'gsi1', partitions, upTo: `${until}#\uffff` } as const;
  return readList(table, list, options, readSla);
}

export function listOpenEscalations(table: Table, options: ListOptions): Promise<PageOf<CaseSla>> {
  const list = { name: 'escalations', index: 'gsi2', partitions: [openEscalationsPartition] } as const;
  return readList(table, list, options, readSla);
}

function readSla(item: StoredItem): CaseSla {
  return readItem<CaseSla>(item, 'sla');
}
