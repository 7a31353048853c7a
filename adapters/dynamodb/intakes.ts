import type { FailedIntake, Intake } from '../../core/intake/intake.ts';
import type { PageOf } from '../../ports/case-store.ts';
import { dedupeKey, failedIndexKeys, failedPartition, intakeKey, shards } from './keys.ts';
import { type ListOptions, readList } from './merged-list.ts';
import { toItem } from './operation.ts';
import { readItem } from './read-item.ts';
import type { Table } from './table.ts';
import { undecided } from './write-operations.ts';

export async function getIntake(table: Table, rawKey: string): Promise<Intake | null> {
  const item = await table.get(intakeKey(rawKey));
  return item?.entity === 'failed-intake' ? null : item && readItem<Intake>(item, 'intake');
}

export async function getFailedIntake(table: Table, rawKey: string): Promise<FailedIntake | null> {
  const item = await table.get(intakeKey(rawKey));
  return item?.entity === 'intake' ? null : item && readItem<FailedIntake>(item, 'failed-intake');
}

/** A mail that has its disposition cannot fail any more: `intake.already-decided`. */
export async function saveFailedIntake(table: Table, failure: FailedIntake, commitId: string): Promise<void> {
  const spec = {
    key: intakeKey(failure.rawKey),
    entity: 'failed-intake',
    data: failure,
    index: failedIndexKeys(failure),
    commitId,
  };
  const { expression, values, refused } = undecided(failure.rawKey);
  const saved = await table.put({
    Item: toItem(spec),
    ConditionExpression: expression,
    ExpressionAttributeValues: values,
  });
  if (!saved)
    throw refused({ index: 0, why: 'condition', storedVersion: null, storedCommitId: null, message: '' });
}

export function listFailedIntakes(table: Table, options: ListOptions): Promise<PageOf<FailedIntake>> {
  const partitions = shards.map(failedPartition);
  return readList(table, { name: 'failed', index: 'gsi1', partitions }, options, (item) =>
    readItem<FailedIntake>(item, 'failed-intake'),
  );
}

export async function getDuplicate(
  table: Table,
  key: string,
): Promise<{ rawKey: string; caseId: string } | null> {
  const item = await table.get(dedupeKey(key));
  if (!item) return null;
  const { rawKey, caseId } = readItem<{ rawKey: string; caseId: string }>(item, 'dedupe');
  return { rawKey, caseId };
}
