import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { maxTries } from '../../../adapters/dynamodb/retry.ts';
import { cancelled, mailUnit, mockedStore, sdkError } from './mocked-store.ts';

describe('a cancelled transaction', () => {
  const errorOfPlace = [
    'case.version-conflict',
    'intake.already-decided',
    'message.exists',
    'case.version-conflict',
  ];
  for (const [place, code] of errorOfPlace.entries())
    it(`says ${code} when the condition of write ${place} failed, and is not repeated`, async () => {
      const { documents, store, waits, transactions } = mockedStore();
      documents.on(TransactWriteCommand).rejects(cancelled(4, { [place]: 'ConditionalCheckFailed' }));
      await expect(store.commit(mailUnit(1))).rejects.toMatchObject({ kind: 'conflict', code });
      expect(transactions()).toHaveLength(1);
      expect(waits).toEqual([]);
    });

  for (const place of [0, 1, 2, 3])
    for (const reason of ['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'])
      it(`is repeated after ${reason} at write ${place}, each time later and under a new token`, async () => {
        const { documents, store, waits, transactions } = mockedStore();
        documents
          .on(TransactWriteCommand)
          .rejectsOnce(cancelled(4, { [place]: reason }))
          .rejectsOnce(cancelled(4, { [place]: reason }))
          .resolves({});
        await store.commit(mailUnit(1));
        expect(waits).toEqual([25, 50]);
        expect(new Set(transactions().map(({ ClientRequestToken }) => ClientRequestToken)).size).toBe(3);
      });

  it('gives up after a bounded number of tries: contention, or an overloaded table', async () => {
    for (const [reason, kind, code] of [
      ['TransactionConflict', 'conflict', 'store.contention'],
      ['ThrottlingError', 'unavailable', 'store.unavailable'],
    ] as const) {
      const { documents, store, waits, transactions } = mockedStore();
      documents.on(TransactWriteCommand).rejects(cancelled(4, { 0: reason }));
      await expect(store.commit(mailUnit(1))).rejects.toMatchObject({ kind, code });
      expect(transactions()).toHaveLength(maxTries);
      expect(waits).toEqual([25, 50, 100, 200, 400]);
    }
  });

  it('is refused for good when an item or a case is too large', async () => {
    for (const [reason, code] of [
      ['ItemCollectionSizeLimitExceeded', 'store.collection-too-large'],
      ['ValidationError', 'store.item-too-large'],
    ] as const) {
      const { documents, store, transactions } = mockedStore();
      documents.on(TransactWriteCommand).rejects(cancelled(4, { 2: reason }));
      await expect(store.commit(mailUnit(1))).rejects.toMatchObject({ kind: 'invalid', code });
      expect(transactions()).toHaveLength(1);
    }
  });

  it('is our own success when the item in the way bears our commit', async () => {
    const { documents, store, transactions } = mockedStore();
    documents.on(TransactWriteCommand).callsFakeOnce((input: TransactWriteCommandInput) => {
      const commitId = String(input.TransactItems?.[0]?.Put?.Item?.commitId);
      throw cancelled(4, { 0: 'ConditionalCheckFailed' }, { commitId: { S: commitId } });
    });
    await store.commit(mailUnit(1));
    expect(transactions()).toHaveLength(1);
  });

  it('is a conflict when the item in the way bears another commit, and tells its version', async () => {
    const { documents, store } = mockedStore();
    const stored = { commitId: { S: 'another' }, version: { N: '7' } };
    documents.on(TransactWriteCommand).rejects(cancelled(4, { 0: 'ConditionalCheckFailed' }, stored));
    await expect(store.commit(mailUnit(1))).rejects.toMatchObject({
      code: 'case.version-conflict',
      message: expect.stringContaining('version 7'),
    });
  });

  it('without reasons is tried again', async () => {
    const { documents, store } = mockedStore();
    documents.on(TransactWriteCommand).rejectsOnce(sdkError('TransactionCanceledException')).resolves({});
    await expect(store.commit(mailUnit(1))).resolves.toBeUndefined();
  });
});

describe('a transaction without an answer', () => {
  for (const lost of [
    Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }),
    sdkError('TimeoutError'),
    sdkError('InternalServerError'),
    sdkError('TransactionInProgressException'),
    sdkError('ThrottlingException'),
    sdkError('ProvisionedThroughputExceededException'),
    sdkError('RequestLimitExceeded'),
  ])
    it(`is asked for again under the same token after ${lost.message}`, async () => {
      const { documents, store, waits, transactions } = mockedStore();
      documents.on(TransactWriteCommand).rejectsOnce(lost).rejectsOnce(lost).resolves({});
      await store.commit(mailUnit(1));
      expect(waits).toEqual([25, 50]);
      expect(transactions()).toHaveLength(3);
      expect(new Set(transactions().map(({ ClientRequestToken }) => ClientRequestToken)).size).toBe(1);
    });

  it('is unavailable after the last try, with the cause', async () => {
    const { documents, store, transactions } = mockedStore();
    const cause = sdkError('ThrottlingException', 'Rate exceeded');
    documents.on(TransactWriteCommand).rejects(cause);
    await expect(store.commit(mailUnit(1))).rejects.toMatchObject({
      kind: 'unavailable',
      code: 'store.unavailable',
      cause: expect.objectContaining({ name: 'ThrottlingException' }),
    });
    expect(transactions()).toHaveLength(maxTries);
  });
});

describe('a transaction that DynamoDB does not accept', () => {
  for (const [name, message, code] of [
    ['ValidationException', 'Item size has exceeded the maximum allowed size', 'store.item-too-large'],
    ['ResourceNotFoundException', 'Requested resource not found', 'store.table-missing'],
    ['AccessDeniedException', 'not authorized', 'store.denied'],
  ] as const)
    it(`says ${code} and is not repeated`, async () => {
      const { documents, store, transactions } = mockedStore();
      documents.on(TransactWriteCommand).rejects(sdkError(name, message));
      await expect(store.commit(mailUnit(1))).rejects.toMatchObject({ code });
      expect(transactions()).toHaveLength(1);
    });

  it('passes on what is a mistake of ours', async () => {
    const { documents, store } = mockedStore();
    documents.on(TransactWriteCommand).rejects(sdkError('ValidationException', 'Invalid UpdateExpression'));
    await expect(store.commit(mailUnit(1))).rejects.toMatchObject({ name: 'ValidationException' });
  });
});
