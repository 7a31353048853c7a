import { describe, expect, onTestFinished, test } from 'vitest';
import { EventSource, type EventSourceOptions } from '../../../local/queue/event-source.ts';
import type { SqsBatchResponse, SqsEvent } from '../../../local/queue/sqs-event.ts';
import { openQueue } from './queue-bench.ts';

const silent = { debug() {}, info() {}, warn() {}, error() {} };
const allDone: SqsBatchResponse = { batchItemFailures: [] };

function openSource(
  handler: (event: SqsEvent) => Promise<SqsBatchResponse>,
  options: Partial<EventSourceOptions> = {},
) {
  const bench = openQueue();
  const due: { at: number; run: () => void }[] = [];
  const source = new EventSource({
    queue: bench.queue,
    queueName: 'work',
    handler,
    clock: bench.clock,
    timers: {
      schedule(at, run) {
        const timer = { at, run };
        due.push(timer);
        return { cancel: () => void due.splice(due.indexOf(timer), due.includes(timer) ? 1 : 0) };
      },
    },
    log: silent,
    ...options,
  });
  onTestFinished(() => source.stop());
  const advance = async (ms: number) => {
    bench.clock.at += ms;
    for (const timer of due.filter(({ at }) => at <= bench.clock.at)) {
      due.splice(due.indexOf(timer), 1);
      timer.run();
    }
    await source.idle();
  };
  return { ...bench, queue: bench.queue, source, advance };
}

describe('an event source', () => {
  test('wakes at a send, hands over an SQS event and deletes what succeeded', async () => {
    const events: SqsEvent[] = [];
    const { queue, source } = openSource((event) => {
      events.push(event);
      return Promise.resolve(allDone);
    });
    source.start();
    await source.idle();
    const { id } = await queue.send('work', 'hello');
    await source.idle();
    expect(events).toHaveLength(1);
    expect(events[0]?.Records[0]).toMatchObject({
      messageId: id,
      body: 'hello',
      md5OfBody: '5d41402abc4b2a76b9719d911017c592',
      eventSource: 'aws:sqs',
      eventSourceARN: 'arn:aws:sqs:us-east-1:000000000000:work',
      attributes: { ApproximateReceiveCount: '1' },
    });
    expect(queue.counts('work')).toEqual({ ready: 0, inFlight: 0, delayed: 0 });
  });

  test('tries only what failed again, after a back-off that grows', async () => {
    const calls: string[][] = [];
    const { queue, source, advance } = openSource((event) => {
      calls.push(event.Records.map(({ body }) => body));
      const bad = event.Records.filter(({ body }) => body === 'bad');
      return Promise.resolve({
        batchItemFailures: bad.map(({ messageId }) => ({ itemIdentifier: messageId })),
      });
    });
    await queue.send('work', 'good');
    await queue.send('work', 'bad');
    source.start();
    await source.idle();
    expect(calls).toEqual([['good', 'bad']]);
    await advance(999);
    expect(calls).toHaveLength(1);
    await advance(1);
    expect(calls[1]).toEqual(['bad']);
    await advance(1_999);
    expect(calls).toHaveLength(2);
    await advance(1);
    expect(calls[2]).toEqual(['bad']);
    await advance(60_000);
    expect(calls).toHaveLength(3);
    expect(queue.listDead('dead', { limit: 10 })).toMatchObject([{ body: 'bad' }]);
  });

  test.each([
    ['throws', () => Promise.reject(new Error('boom'))],
    [
      'names a message that it was not given',
      () => Promise.resolve({ batchItemFailures: [{ itemIdentifier: 'x' }] }),
    ],
  ])('takes the whole batch as failed when the handler %s', async (_, handler) => {
    const { queue, source } = openSource(handler);
    await queue.send('work', 'a');
    await queue.send('work', 'b');
    source.start();
    await source.idle();
    expect(queue.counts('work')).toEqual({ ready: 0, inFlight: 0, delayed: 2 });
  });

  test('lets an emergency overtake a flood at the next poll', async () => {
    const order: string[] = [];
    const { queue, source } = openSource(
      async (event) => {
        order.push(...event.Records.map(({ body }) => body));
        if (order.length === 10) await queue.send('work', 'help', { lane: 0 });
        return allDone;
      },
      { batchSize: 10 },
    );
    await Promise.all(Array.from({ length: 200 }, (_, index) => queue.send('work', `mail ${index}`)));
    source.start();
    await source.idle();
    expect(order).toHaveLength(201);
    expect(order.indexOf('help')).toBe(10);
  });

  test('runs no more calls at once than it may', async () => {
    let running = 0;
    let most = 0;
    const { queue, source } = openSource(
      async () => {
        running += 1;
        most = Math.max(most, running);
        for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
        running -= 1;
        return allDone;
      },
      { batchSize: 1, concurrency: 3 },
    );
    await Promise.all(Array.from({ length: 20 }, (_, index) => queue.send('work', String(index))));
    source.start();
    await source.idle();
    expect(most).toBe(3);
    expect(queue.counts('work').ready).toBe(0);
  });

  test('stops after the batch in flight and leaves the rest in the queue', async () => {
    const { promise: handlerMayEnd, resolve: endHandler } = Promise.withResolvers<void>();
    const { queue, source } = openSource(
      async () => {
        await handlerMayEnd;
        return allDone;
      },
      { batchSize: 1 },
    );
    await queue.send('work', 'a');
    await queue.send('work', 'b');
    source.start();
    while (queue.counts('work').inFlight === 0) await new Promise((resolve) => setImmediate(resolve));
    const stopped = source.stop();
    endHandler();
    await stopped;
    expect(queue.counts('work')).toEqual({ ready: 1, inFlight: 0, delayed: 0 });
  });
});
