import { describe, expect, test } from 'vitest';
import { openQueue, START } from './queue-bench.ts';

const bodies = (messages: readonly { body: string }[]) => messages.map(({ body }) => body);

describe('a durable queue', () => {
  test('hands out the emergency lane first, then the order of arrival', async () => {
    const { queue } = openQueue();
    await queue.send('work', 'a');
    await queue.send('work', 'b');
    await queue.send('work', 'help', { lane: 0 });
    await queue.send('work', 'help too', { lane: 0 });
    expect(bodies(await queue.receive('work', 3))).toEqual(['help', 'help too', 'a']);
    expect(bodies(await queue.receive('work', 3))).toEqual(['b']);
  });

  test('hides a received message until its timeout, then delivers it again with another receipt', async () => {
    const { queue, clock } = openQueue();
    await queue.send('work', 'a');
    const [first] = await queue.receive('work', 1);
    expect(await queue.receive('work', 1)).toEqual([]);
    clock.at += 4_999;
    expect(await queue.receive('work', 1)).toEqual([]);
    clock.at += 1;
    const [second] = await queue.receive('work', 1);
    expect(second).toMatchObject({ id: first?.id, receiveCount: 2, firstReceivedAt: START });
    expect(await queue.delete([first?.receipt ?? ''])).toEqual([false]);
    expect(await queue.delete([second?.receipt ?? ''])).toEqual([true]);
    expect(queue.counts('work')).toEqual({ ready: 0, inFlight: 0, delayed: 0 });
  });

  test('keeps a delayed message back until its time', async () => {
    const { queue, clock } = openQueue();
    await queue.send('work', 'later', { delayUntil: START + 60_000 });
    expect(queue.counts('work')).toEqual({ ready: 0, inFlight: 0, delayed: 1 });
    expect(queue.nextVisibleAt('work')).toBe(START + 60_000);
    clock.at = START + 60_000;
    expect(bodies(await queue.receive('work', 1))).toEqual(['later']);
  });

  test('changes the visibility of a message in flight, to later and to now', async () => {
    const { queue, clock } = openQueue();
    await queue.send('work', 'a');
    const [message] = await queue.receive('work', 1);
    expect(await queue.changeVisibility(message?.receipt ?? '', START + 30_000)).toBe(true);
    clock.at += 10_000;
    expect(await queue.receive('work', 1)).toEqual([]);
    expect(await queue.changeVisibility(message?.receipt ?? '', clock.at)).toBe(true);
    expect(bodies(await queue.receive('work', 1))).toEqual(['a']);
    expect(await queue.changeVisibility('unknown', clock.at)).toBe(false);
  });

  test('buries a message that was received too often, lists it and takes it back', async () => {
    const { queue, clock } = openQueue();
    await queue.send('work', 'poison', { lane: 0 });
    await queue.send('work', 'fine');
    for (let round = 0; round < 3; round += 1) {
      expect(bodies(await queue.receive('work', 1))).toEqual(['poison']);
      clock.at += 5_000;
    }
    expect(bodies(await queue.receive('work', 1))).toEqual(['fine']);
    const dead = queue.listDead('dead', { limit: 10 });
    expect(dead).toMatchObject([{ body: 'poison', receiveCount: 3 }]);
    expect(queue.listDead('dead', { limit: 10, after: dead[0]?.id ?? '' })).toEqual([]);

    expect(await queue.redriveDead('dead', ['somebody-else'])).toBe(0);
    expect(await queue.redriveDead('dead', [dead[0]?.id ?? ''])).toBe(1);
    expect(await queue.receive('work', 1)).toMatchObject([{ body: 'poison', receiveCount: 1, lane: 0 }]);
  });

  test('shares one transaction among the writes of one turn', async () => {
    const { queue } = openQueue();
    const before = queue.commits;
    await Promise.all(Array.from({ length: 16 }, (_, index) => queue.send('work', String(index))));
    expect(queue.commits - before).toBe(1);
    expect(queue.counts('work').ready).toBe(16);
  });

  test('gives back at a restart what the former process had in flight, but keeps what waits for later', async () => {
    const bench = openQueue();
    await bench.queue.send('work', 'in flight');
    await bench.queue.send('work', 'failed');
    const [, failed] = await bench.queue.receive('work', 2);
    await bench.queue.giveBack([{ receipt: failed?.receipt ?? '', visibleAt: START + 60_000 }]);
    const queue = bench.reopen();
    expect(await queue.receive('work', 10)).toMatchObject([{ body: 'in flight', receiveCount: 2 }]);
    expect(queue.counts('work').delayed).toBe(1);
  });

  test('refuses a queue that is not set up, naming those that are', async () => {
    const { queue } = openQueue();
    await expect(queue.send('wrok', 'x')).rejects.toThrow(
      'There is no queue "wrok": name one of work, dead.',
    );
  });

  test('rejects every send of a transaction that cannot be written', async () => {
    const bench = openQueue();
    const { queue } = bench;
    const sends = [queue.send('work', 'a'), queue.send('work', 'b')].map((send) =>
      send.then(
        () => 'sent',
        () => 'refused',
      ),
    );
    queue.close();
    expect(await Promise.all(sends)).toEqual(['refused', 'refused']);
    expect(bench.reopen().counts('work').ready).toBe(0);
  });
});
