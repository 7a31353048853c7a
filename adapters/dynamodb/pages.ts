import type { Page } from '../../core/page/page.ts';
import type { PageOf } from '../../ports/case-store.ts';
import { allPagesPartition, openPagesPartition, pageKey } from './keys.ts';
import { type ListOptions, readList } from './merged-list.ts';
import { readItem } from './read-item.ts';
import type { StoredItem, Table } from './table.ts';

export async function getPage(table: Table, pageId: string): Promise<Page | null> {
  const key = pageKey(pageId);
  const item = key && (await table.get(key));
  return item && readPage(item);
}

export function listOpenPages(table: Table, options: ListOptions): Promise<PageOf<Page>> {
  const list = { name: 'pages/open', index: 'gsi1', partitions: [openPagesPartition] } as const;
  return readList(table, list, options, readPage);
}

export function listPages(table: Table, options: ListOptions): Promise<PageOf<Page>> {
  const list = { name: 'pages', index: 'gsi2', partitions: [allPagesPartition], newestFirst: true } as const;
  return readList(table, list, options, readPage);
}

function readPage(item: StoredItem): Page {
  return readItem<Page>(item, 'page');
}
