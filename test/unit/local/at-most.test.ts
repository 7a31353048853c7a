import { expect, test } from 'vitest';
import { atMost } from '../../../local/at-most.ts';

/** A handler that ends a call when it is told to. */
function held() {
  const started: unknown[] = [];
  const ends: { resolve: (value: unknown) => void; reject: (error: Error) => void }[] = [];
  const handler = (payload: unknown) => {
    started.push(payload);
    return new Promise<unknown>((resolve, reject) => ends.push({ resolve, reject }));
  };
  return { started, ends, handler };
}
const turn = () => new Promise((resolve) => setImmediate(resolve));

test('calls beyond the limit wait, and begin in their order as others end', async () => {
  const { started, ends, handler } = held();
  const limited = atMost(2, handler);
  const answers = [1, 2, 3, 4].map((payload) => limited(payload));
  await turn();
  expect(started).toEqual([1, 2]);
  ends[1]?.resolve('second');
  await turn();
  expect(started).toEqual([1, 2, 3]);
  expect(await answers[1]).toBe('second');
  ends[0]?.resolve('first');
  await turn();
  expect(started).toEqual([1, 2, 3, 4]);
  ends[2]?.resolve('third');
  ends[3]?.resolve('fourth');
  expect(await Promise.all(answers)).toEqual(['first', 'second', 'third', 'fourth']);
});

test('one that fails gives its place on, and a place that nobody wanted is free again', async () => {
  const { started, ends, handler } = held();
  const limited = atMost(1, handler);
  const [failing, next] = [limited('a'), limited('b')];
  await turn();
  ends[0]?.reject(new Error('no'));
  await expect(failing).rejects.toThrow('no');
  await turn();
  expect(started).toEqual(['a', 'b']);
  ends[1]?.resolve(null);
  await next;
  void limited('c');
  await turn();
  expect(started).toEqual(['a', 'b', 'c']);
});
