import {
  BatchWriteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { indexKeyAttributes } from '../../../adapters/dynamodb/table-definition.ts';
import { aCase, anOutboxItem, caseIdOf, noon } from '../../contract/case-store/samples.ts';
import { mailUnit, mockedStore, sdkError } from './mocked-store.ts';

const outbox = Array.from({ length: 30 }, (_, number) => anOutboxItem(`01${number}`, caseIdOf(number)));

describe('deleting in batches', () => {
  it('asks again, later, for the keys that DynamoDB handed back', async () => {
    const { documents, store, waits } = mockedStore();
    documents
      .on(BatchWriteCommand)
      .callsFakeOnce((input: { RequestItems: { desk: object[] } }) => ({
        UnprocessedItems: { desk: input.RequestItems.desk.slice(20) },
      }))
      .resolves({});
    await store.removeOutbox(outbox);
    const sizes = documents
      .commandCalls(BatchWriteCommand)
      .map(({ args }) => args[0].input.RequestItems?.desk?.length);
    expect(sizes).toEqual([25, 5, 5]);
    expect(waits).toEqual([25]);
  });

  it('gives up when the same keys come back every time', async () => {
    const { documents, store } = mockedStore();
    documents.on(BatchWriteCommand).callsFake((input: { RequestItems: object }) => ({
      UnprocessedItems: input.RequestItems,
    }));
    await expect(store.removeOutbox(outbox.slice(0, 2))).rejects.toMatchObject({ code: 'store.contention' });
    expect(documents.commandCalls(BatchWriteCommand)).toHaveLength(6);
  });
});

describe('reading', () => {
  it('is repeated when the table is throttled', async () => {
    const { documents, store, waits } = mockedStore();
    documents.on(GetCommand).rejectsOnce(sdkError('ProvisionedThroughputExceededException')).resolves({});
    expect(await store.getCase(caseIdOf(1))).toBeNull();
    expect(waits).toEqual([25]);
  });

  it('is strongly consistent on the table, so that a commit is seen by the next look', async () => {
    const { documents, store } = mockedStore();
    documents.on(GetCommand).resolves({});
    documents.on(QueryCommand).resolves({ Items: [] });
    await store.getCase(caseIdOf(1));
    await store.getTimeline(caseIdOf(1));
    await store.findThreadKeys(['<a@x>']);
    for (const { args } of [...documents.commandCalls(GetCommand), ...documents.commandCalls(QueryCommand)])
      expect(args[0].input).toMatchObject({ ConsistentRead: true });
  });

  it('goes on where DynamoDB stopped at a megabyte', async () => {
    const { documents, store } = mockedStore();
    const item = (id: string) => ({
      pk: 'OUTBOX#0',
      sk: id,
      entity: 'outbox',
      data: JSON.stringify(anOutboxItem(id, id)),
    });
    documents.on(QueryCommand).resolves({ Items: [] });
    documents
      .on(QueryCommand, { ExpressionAttributeValues: { ':pk': 'OUTBOX#0' } })
      .resolvesOnce({ Items: [item('1')], LastEvaluatedKey: { pk: 'OUTBOX#0', sk: '1' } })
      .resolvesOnce({ Items: [item('2')] });
    expect((await store.listOutbox(10)).map(({ id }) => id)).toEqual(['1', '2']);
    const starts = documents.commandCalls(QueryCommand).map(({ args }) => args[0].input.ExclusiveStartKey);
    expect(starts).toContainEqual({ pk: 'OUTBOX#0', sk: '1' });
  });

  it('refuses an item that is not what its key promises', async () => {
    const { documents, store } = mockedStore();
    for (const Item of [
      { pk: 'CASE#x', sk: 'CASE', entity: 'message', data: '{}' },
      { pk: 'CASE#x', sk: 'CASE', entity: 'case' },
      { pk: 'CASE#x', sk: 'CASE', entity: 'case', data: '{cut' },
    ]) {
      documents.on(GetCommand).resolves({ Item });
      await expect(store.getCase('x')).rejects.toMatchObject({
        code: 'store.unreadable-item',
        message: expect.stringContaining('CASE#x CASE'),
      });
    }
  });
});

describe('an attempt whose first answer was lost', () => {
  it('counts as created by us', async () => {
    const { documents, store } = mockedStore();
    let written: Record<string, unknown> | null = null;
    documents.on(PutCommand).callsFake((input: { Item: Record<string, unknown> }) => {
      if (written) throw sdkError('ConditionalCheckFailedException');
      written = input.Item;
      throw Object.assign(new Error('hang up'), { code: 'ECONNRESET' });
    });
    documents.on(GetCommand).callsFake(() => ({ Item: written }));
    const attempt = {
      key: 'HW-00000000-P1#0#kim#mail',
      pageId: 'HW-00000000-P1',
      caseId: 'HW-00000000',
      number: 0,
      why: '',
      userId: 'kim',
      contactId: 'mail',
      channel: 'email',
      address: 'kim@desk.example',
      dispatchedAt: '2026-11-22T12:00:00.000Z',
      acceptedAt: null,
      deliveredAt: null,
      seenAt: null,
      ackedAt: null,
      failedAt: null,
      error: null,
      providerId: null,
    };
    expect(await store.beginAttempt(attempt)).toEqual({ created: true, attempt });
  });
});

describe('writing', () => {
  it('names every index key that an item has and leaves out all others', async () => {
    const { documents, store, transactions } = mockedStore();
    documents.on(TransactWriteCommand).resolves({});
    await store.commit([
      {
        kind: 'case',
        next: aCase(caseIdOf(1), { status: 'solved', assignee: 'kim' }),
        expectedVersion: null,
      },
    ]);
    const item = transactions()[0]?.TransactItems?.[0]?.Put?.Item ?? {};
    expect(indexKeyAttributes.filter((name) => name in item)).toEqual([
      'gsi1pk',
      'gsi1sk',
      'gsi3pk',
      'gsi3sk',
    ]);
  });

  it('never scans, and asks the stored version only where one is expected', async () => {
    const { documents, store, transactions } = mockedStore();
    documents.on(TransactWriteCommand).resolves({});
    await store.commit(mailUnit(1));
    for (const { Put } of transactions()[0]?.TransactItems ?? [])
      expect(Put).toMatchObject({ TableName: 'desk', ConditionExpression: expect.any(String) });
  });

  it('stops counting an allowance when somebody else keeps changing it', async () => {
    const { documents, store } = mockedStore();
    documents.on(UpdateCommand).rejects(sdkError('ConditionalCheckFailedException'));
    documents.on(PutCommand).rejects(sdkError('ConditionalCheckFailedException'));
    documents.on(GetCommand).resolves({});
    await expect(store.takeAllowance('ann', 3, noon + 1)).rejects.toMatchObject({ code: 'store.contention' });
  });
});
