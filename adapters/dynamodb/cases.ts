import type { Case } from '../../core/case/case.ts';
import type { CaseEvent } from '../../core/case/case-event.ts';
import type { Delivery, Message } from '../../core/case/message.ts';
import type { View } from '../../core/case/status.ts';
import type { Attempt } from '../../core/page/attempt.ts';
import type { Page } from '../../core/page/page.ts';
import type { CaseSla } from '../../core/sla/case-sla.ts';
import type { SlaRecord } from '../../core/sla/sla-record.ts';
import type { PageOf, Timeline } from '../../ports/case-store.ts';
import { readAttempt } from './attempts.ts';
import { assigneePartition, caseKey, customerPartition, messageKey, queuePartition, shards } from './keys.ts';
import { type ListOptions, readList } from './merged-list.ts';
import { readCase } from './read-case.ts';
import { readItem } from './read-item.ts';
import type { StoredItem, Table } from './table.ts';

export async function getCase(table: Table, caseId: string): Promise<Case | null> {
  if (caseId === '') return null;
  const item = await table.get(caseKey(caseId));
  return item && readCase(item);
}

export async function getMessage(table: Table, caseId: string, messageId: string): Promise<Message | null> {
  if (caseId === '' || messageId === '') return null;
  const item = await table.get(messageKey(caseId, messageId));
  return item && readMessage(item);
}

/** Everything of one case is in its partition, and its sort keys are in the order of the lists. */
export async function getTimeline(table: Table, caseId: string): Promise<Timeline> {
  const timeline = {
    events: [] as CaseEvent[],
    messages: [] as Message[],
    pages: [] as Page[],
    attempts: [] as Attempt[],
    sla: null as CaseSla | null,
    slaLog: [] as SlaRecord[],
  };
  for await (const item of table.queryAll({ partition: caseKey(caseId).pk })) {
    if (item.entity === 'events') timeline.events.push(...readItem<CaseEvent[]>(item, 'events'));
    else if (item.entity === 'message') timeline.messages.push(readMessage(item));
    else if (item.entity === 'page') timeline.pages.push(readItem<Page>(item, 'page'));
    else if (item.entity === 'attempt') timeline.attempts.push(readAttempt(item));
    else if (item.entity === 'sla') timeline.sla = readItem<CaseSla>(item, 'sla');
    else if (item.entity === 'sla-log') timeline.slaLog.push(...readItem<SlaRecord[]>(item, 'sla-log'));
    else if (item.entity !== 'case') readItem(item, 'part of a case');
  }
  return timeline;
}

export function listCases(table: Table, view: View, options: ListOptions): Promise<PageOf<Case>> {
  const partitions = shards.map((shard) => queuePartition(view, shard));
  return readList(table, { name: `queue/${view}`, index: 'gsi1', partitions }, options, readCase);
}

export function listCasesOfAssignee(
  table: Table,
  userId: string,
  options: ListOptions,
): Promise<PageOf<Case>> {
  const partitions = [assigneePartition(userId)];
  return readList(table, { name: `assignee/${userId}`, index: 'gsi2', partitions }, options, readCase);
}

export function listCasesOfCustomer(
  table: Table,
  address: string,
  options: ListOptions,
): Promise<PageOf<Case>> {
  const partitions = [customerPartition(address)];
  const list = { name: 'customer', index: 'gsi3', partitions, newestFirst: true } as const;
  return readList(table, list, options, readCase);
}

/** The delivery is an attribute of its own, because it changes after the message is written. */
function readMessage(item: StoredItem): Message {
  const message = readItem<Message>(item, 'message');
  return typeof item.delivery === 'string'
    ? { ...message, delivery: JSON.parse(item.delivery) as Delivery }
    : message;
}
