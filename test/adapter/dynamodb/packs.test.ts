import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import type { CommitResult } from '../../../ports/case-store.ts';
import { cancelled, mailUnit, mockedStore, sdkError } from './mocked-store.ts';

const unitSize = 4;

describe('a pack of units', () => {
  for (const unit of [0, 1, 2])
    for (const write of [0, 1, 2, 3])
      it(`goes on without unit ${unit} when its write ${write} is refused`, async () => {
        const { documents, store, transactions } = mockedStore();
        const place = unit * unitSize + write;
        documents
          .on(TransactWriteCommand)
          .rejectsOnce(cancelled(12, { [place]: 'ConditionalCheckFailed' }))
          .resolves({});
        const results = await store.commitAll([mailUnit(0), mailUnit(1), mailUnit(2)]);
        expect(results.map(({ ok }) => ok)).toEqual([0, 1, 2].map((each) => each !== unit));
        expect(transactions().map(sizeOf)).toEqual([12, 8]);
      });

  it('settles several refusals of one answer, also two of one unit', async () => {
    const { documents, store, transactions } = mockedStore();
    const refused = { 0: 'ConditionalCheckFailed', 1: 'ConditionalCheckFailed', 9: 'ConditionalCheckFailed' };
    documents.on(TransactWriteCommand).rejectsOnce(cancelled(12, refused)).resolves({});
    const results = await store.commitAll([mailUnit(0), mailUnit(1), mailUnit(2)]);
    expect(results.map(codeOf)).toEqual(['case.version-conflict', 'ok', 'intake.already-decided']);
    expect(transactions().map(sizeOf)).toEqual([12, 4]);
  });

  it('lets the others through at once when one unit meets a competitor, and tries that one alone', async () => {
    const { documents, store, transactions, waits } = mockedStore();
    documents
      .on(TransactWriteCommand)
      .rejectsOnce(cancelled(12, { 5: 'TransactionConflict' }))
      .resolves({});
    const results = await store.commitAll([mailUnit(0), mailUnit(1), mailUnit(2)]);
    expect(results.map(codeOf)).toEqual(['ok', 'ok', 'ok']);
    expect(transactions().map(sizeOf)).toEqual([12, 8, 4]);
    expect(waits).toEqual([25]);
  });

  it('takes the contended unit down alone when the competitor stays', async () => {
    const { documents, store } = mockedStore();
    documents.on(TransactWriteCommand).callsFake((input: TransactWriteCommandInput) => {
      const place = (input.TransactItems ?? []).findIndex(({ Put }) => Put?.Item?.pk === 'INTAKE#raw/1');
      if (place >= 0) throw cancelled(sizeOf(input), { [place]: 'TransactionConflict' });
      return {};
    });
    const results = await store.commitAll([mailUnit(0), mailUnit(1), mailUnit(2)]);
    expect(results.map(codeOf)).toEqual(['ok', 'store.contention', 'ok']);
  });

  it('settles refusals and competitors of the same answer', async () => {
    const { documents, store } = mockedStore();
    const reasons = { 0: 'ConditionalCheckFailed', 4: 'TransactionConflict', 8: 'ThrottlingError' };
    documents.on(TransactWriteCommand).rejectsOnce(cancelled(12, reasons)).resolves({});
    const results = await store.commitAll([mailUnit(0), mailUnit(1), mailUnit(2)]);
    expect(results.map(codeOf)).toEqual(['case.version-conflict', 'ok', 'ok']);
  });

  it('is taken apart when the request itself is invalid, so that the fault stays with its unit', async () => {
    const { documents, store } = mockedStore();
    documents.on(TransactWriteCommand).callsFake((input: TransactWriteCommandInput) => {
      if (input.TransactItems?.some(({ Put }) => Put?.Item?.pk === 'INTAKE#raw/1'))
        throw sdkError('ValidationException', 'Item size has exceeded the maximum allowed size');
      return {};
    });
    const results = await store.commitAll([mailUnit(0), mailUnit(1), mailUnit(2)]);
    expect(results.map(codeOf)).toEqual(['ok', 'store.item-too-large', 'ok']);
  });

  it('is unavailable as a whole when the store does not answer, and does not hammer it unit by unit', async () => {
    const { documents, store, transactions } = mockedStore();
    documents.on(TransactWriteCommand).rejects(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }));
    const results = await store.commitAll([mailUnit(0), mailUnit(1), mailUnit(2)]);
    expect(results.map(codeOf)).toEqual(['store.unavailable', 'store.unavailable', 'store.unavailable']);
    expect(transactions()).toHaveLength(6);
  });

  it('sends at most four transactions at once', async () => {
    const { documents, store } = mockedStore();
    let running = 0;
    let most = 0;
    documents.on(TransactWriteCommand).callsFake(async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise(setImmediate);
      running -= 1;
      return {};
    });
    const results = await store.commitAll(Array.from({ length: 250 }, (_, number) => mailUnit(number)));
    expect(results.every(({ ok }) => ok)).toBe(true);
    expect(most).toBe(4);
  });
});

function sizeOf(input: TransactWriteCommandInput): number {
  return input.TransactItems?.length ?? 0;
}

function codeOf(result: CommitResult): string {
  return result.ok ? 'ok' : (result.error as { code: string }).code;
}
