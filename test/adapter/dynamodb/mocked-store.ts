import { DynamoDBClient, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  DynamoDBDocumentClient,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { DynamoCaseStore } from '../../../adapters/dynamodb/dynamo-case-store.ts';
import type { RetryPorts } from '../../../adapters/dynamodb/retry.ts';
import type { Write } from '../../../ports/case-store.ts';
import {
  aCase,
  aMessage,
  aNote,
  anIntake,
  caseIdOf,
  countingIds,
  noon,
} from '../../contract/case-store/samples.ts';

/** A store whose DynamoDB says what the test wants; the waits between tries are noted, not waited. */
export function mockedStore() {
  const documents = mockClient(DynamoDBDocumentClient);
  const waits: number[] = [];
  const retry: RetryPorts = {
    sleep: async (milliseconds) => {
      waits.push(milliseconds);
      await Promise.resolve();
    },
    random: () => 0.5,
  };
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'us-east-1' }));
  const store = new DynamoCaseStore({
    client,
    tableName: 'desk',
    clock: { now: () => noon },
    ids: countingIds(),
    retry,
  });
  const transactions = () =>
    documents
      .commandCalls(TransactWriteCommand)
      .map(({ args }) => args[0].input as TransactWriteCommandInput);
  return { documents, client, store, waits, retry, transactions };
}

/** Four writes, at the places 0 to 3: case, intake, message, events. */
export function mailUnit(number: number): Write[] {
  const caseId = caseIdOf(number);
  return [
    { kind: 'case', next: aCase(caseId), expectedVersion: null },
    { kind: 'intake', intake: anIntake(`raw/${number}`) },
    { kind: 'message', message: aMessage(caseId, '01M') },
    { kind: 'event', event: aNote(caseId, 1) },
  ];
}

/** The answer to a transaction that was cancelled because of the operations at these places. */
export function cancelled(count: number, blamed: Record<number, string>, item?: Record<string, object>) {
  return new TransactionCanceledException({
    message: 'Transaction cancelled',
    $metadata: {},
    CancellationReasons: Array.from({ length: count }, (_, place) => ({
      Code: blamed[place] ?? 'None',
      ...(blamed[place] === 'ConditionalCheckFailed' &&
        item && { Item: item as Record<string, { S: string }> }),
    })),
  });
}

export function sdkError(name: string, message = name): Error {
  return Object.assign(new Error(message), { name });
}
