import type { CaseEvent } from '../../core/case/case-event.ts';
import { DomainError } from '../../core/errors.ts';
import { toEpochMs } from '../../core/time/instant.ts';
import type { Write } from '../../ports/case-store.ts';
import {
  caseIndexKeys,
  caseKey,
  dedupeKey,
  eventsKey,
  intakeKey,
  messageKey,
  outboxKey,
  pageIndexKeys,
  pageKey,
  slaIndexKeys,
  slaKey,
  slaLogKey,
  threadKey,
} from './keys.ts';
import { type Operation, type PutSpec, putOperation, updateOperation } from './operation.ts';
import type { Refusal } from './transaction-refusals.ts';

/** On AWS the stream carries outbox items off at once; what stays behind is kept a week for a re-drive. */
const outboxKeptSeconds = 7 * 24 * 3600;
const isNew = 'attribute_not_exists(pk)';

/** The operations of one unit. @throws DomainError `invalid` when the unit cannot be written as it is. */
export function operationsOf(writes: readonly Write[], commitId: string): readonly Operation[] {
  const operations = writes.flatMap((write) =>
    write.kind === 'event' ? [] : [operationOf(write, commitId)],
  );
  const events = writes.flatMap((write) => (write.kind === 'event' ? [write.event] : []));
  return distinct([...operations, ...runsOf(events).map((run) => eventsOperation(run, commitId))]);
}

function operationOf(write: Exclude<Write, { kind: 'event' }>, commitId: string): Operation {
  switch (write.kind) {
    case 'case': {
      const { next, expectedVersion } = write;
      return putOperation({
        ...versioned('case', next.id, next.version, expectedVersion),
        key: caseKey(next.id),
        data: next,
        index: caseIndexKeys(next),
        commitId,
      });
    }
    case 'page': {
      const { next, expectedVersion } = write;
      const key = pageKey(next.id);
      if (key === null) throw invalidPageId(next.id);
      return putOperation({
        ...versioned('page', next.id, next.version, expectedVersion),
        key,
        data: next,
        index: pageIndexKeys(next),
        commitId,
      });
    }
    case 'sla': {
      const { next, expectedVersion } = write;
      return putOperation({
        ...versioned('sla', next.caseId, next.version, expectedVersion),
        key: slaKey(next.caseId),
        data: next,
        packed: true,
        index: slaIndexKeys(next),
        commitId,
      });
    }
    case 'sla-log': {
      const { caseId, version, records } = write;
      const text = `the log of promises of ${caseId} has its part ${version} already: read again and repeat`;
      return putOperation({
        key: slaLogKey(caseId, version),
        entity: 'sla-log',
        data: records,
        packed: true,
        commitId,
        condition: {
          expression: isNew,
          refused: () => new DomainError('conflict', 'sla.version-conflict', text),
        },
      });
    }
    case 'message': {
      const { message } = write;
      const text = `message ${message.id} of ${message.caseId} is stored already: messages are never overwritten`;
      return putOperation({
        key: messageKey(message.caseId, message.id),
        entity: 'message',
        data: message,
        commitId,
        condition: {
          expression: isNew,
          refused: () => new DomainError('conflict', 'message.exists', text),
        },
      });
    }
    case 'delivery': {
      const text = `message ${write.messageId} of ${write.caseId} does not exist: its delivery cannot be recorded`;
      return updateOperation(
        messageKey(write.caseId, write.messageId),
        { delivery: JSON.stringify(write.delivery) },
        () => new DomainError('missing', 'message.missing', text),
      );
    }
    case 'thread-key': {
      const { rfcMessageId, caseId, messageId } = write;
      return putOperation({
        key: threadKey(rfcMessageId, caseId, messageId),
        entity: 'thread-key',
        data: { rfcMessageId, caseId, messageId },
        commitId,
      });
    }
    case 'intake':
      return putOperation({
        key: intakeKey(write.intake.rawKey),
        entity: 'intake',
        data: write.intake,
        commitId,
        condition: undecided(write.intake.rawKey),
      });
    case 'dedupe': {
      const { key, rawKey, caseId, at } = write;
      const text = `the mail ${rawKey} was received before`;
      return putOperation({
        key: dedupeKey(key),
        entity: 'dedupe',
        data: { rawKey, caseId, at },
        commitId,
        condition: {
          expression: isNew,
          refused: () => new DomainError('conflict', 'mail.duplicate', text),
        },
      });
    }
    case 'outbox': {
      const { item } = write;
      return putOperation({
        key: outboxKey(item.caseId, item.id),
        entity: 'outbox',
        data: item,
        attributes: { ttl: Math.floor(toEpochMs(item.at) / 1000) + outboxKeptSeconds },
        commitId,
      });
    }
  }
}

/** Holds while the raw mail has no disposition; a record of failure is none. */
export function undecided(rawKey: string): NonNullable<PutSpec['condition']> {
  const text = `the mail ${rawKey} has its disposition already`;
  return {
    expression: `${isNew} OR entity = :failed`,
    values: { ':failed': 'failed-intake' },
    refused: () => new DomainError('conflict', 'intake.already-decided', text),
  };
}

function versioned(noun: 'case' | 'page' | 'sla', id: string, next: number, expected: number | null) {
  if (expected !== null && next !== expected + 1)
    throw new DomainError(
      'invalid',
      `${noun}.version-step`,
      `${id}: version ${next} does not follow the expected version ${expected}`,
    );
  const refused = ({ storedVersion }: Refusal) =>
    new DomainError(
      'conflict',
      `${noun}.version-conflict`,
      `${id} is at version ${storedVersion ?? 'unknown'}, not ${expected ?? 'new'}: read it again and repeat the change`,
    );
  return {
    entity: noun,
    attributes: { version: next },
    condition:
      expected === null
        ? { expression: isNew, refused }
        : { expression: 'version = :expected', values: { ':expected': expected }, refused },
  };
}

/** Runs of events with consecutive numbers: one commit of one case, mostly, and one item. */
function runsOf(events: readonly CaseEvent[]): readonly (readonly [CaseEvent, ...CaseEvent[]])[] {
  const runs: [CaseEvent, ...CaseEvent[]][] = [];
  for (const event of events) {
    const run = runs.find(
      (each) => each[0].caseId === event.caseId && each[0].seq + each.length === event.seq,
    );
    if (run) run.push(event);
    else runs.push([event]);
  }
  return runs;
}

function eventsOperation(run: readonly [CaseEvent, ...CaseEvent[]], commitId: string): Operation {
  const [{ caseId, seq }] = run;
  const text = `event ${seq} of ${caseId} is recorded already: read the case again and repeat the change`;
  return putOperation({
    key: eventsKey(caseId, seq),
    entity: 'events',
    data: run,
    commitId,
    condition: {
      expression: isNew,
      refused: () => new DomainError('conflict', 'case.version-conflict', text),
    },
  });
}

/** DynamoDB takes one operation an item. The same thread key twice is one fact; anything else is a mistake. */
function distinct(operations: readonly Operation[]): readonly Operation[] {
  const byItem = new Map<string, Operation>();
  for (const operation of operations) {
    if (!byItem.has(operation.itemId)) byItem.set(operation.itemId, operation);
    else if (!operation.itemId.startsWith('THREAD#'))
      throw new DomainError(
        'invalid',
        'store.two-writes-on-one-item',
        `two writes of one commit meet in one item (${operation.itemId.replace('\n', ' ')}): join them`,
      );
  }
  return [...byItem.values()];
}

function invalidPageId(id: string): DomainError {
  return new DomainError('invalid', 'page.invalid-id', `"${id}" is no page id: it looks like HW-7K3M9QXA-P1`);
}
