import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { WrapClient } from '../../dynamodb.ts';

type Send = (command: Parameters<DynamoDBDocumentClient['send']>[0]) => Promise<unknown>;

/** The request gets through, its answer does not: as when a connection breaks at the wrong moment. */
export function losingTheFirstAnswer(): WrapClient {
  let lost = false;
  return wrapping((send) => async (command) => {
    const answer = await send(command);
    if (lost) return answer;
    lost = true;
    throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
  });
}

/** Notes how many items each transaction had. */
export function countingTransactions(counts: number[]): WrapClient {
  return wrapping((send) => (command) => {
    const { TransactItems } = command.input as { TransactItems?: readonly unknown[] };
    if (TransactItems) counts.push(TransactItems.length);
    return send(command);
  });
}

function wrapping(around: (send: Send) => Send): WrapClient {
  return (client) => {
    const send = around((command) => client.send(command) as unknown as Promise<unknown>);
    return new Proxy(client, {
      get: (target, property) => (property === 'send' ? send : (Reflect.get(target, property) as unknown)),
    });
  };
}
