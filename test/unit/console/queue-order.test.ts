import { expect, test } from 'vitest';
import { inQueueOrder } from '../../../console/src/queue/queue-order.ts';
import { priorityRank } from '../../../core/case/priority.ts';
import { ackedCrisisId, openCrisisId } from '../../browser/fake-desk/crisis-case.ts';
import { fullDesk } from '../../browser/fake-desk/full-desk.ts';

const cases = [...fullDesk(Date.parse('2026-11-20T03:12:00.000Z')).cases.values()];

test('an open page is first in the queue, then an unfinished emergency, each case once', () => {
  const order = inQueueOrder([...cases.toReversed(), ...cases.slice(0, 3)]);
  expect(order.slice(0, 2).map(({ id }) => id)).toEqual([openCrisisId, ackedCrisisId]);
  expect(order).toHaveLength(cases.length);
});

test('below them the order is the sort key of the desk: priority, next due or age, number', () => {
  const rest = inQueueOrder(cases).slice(2);
  const keys = rest.map(
    ({ priority, nextDueAt, createdAt, id }) => `${priorityRank(priority)}#${nextDueAt ?? createdAt}#${id}`,
  );
  expect(keys).toEqual(keys.toSorted());
  expect(rest.some(({ nextDueAt }) => nextDueAt !== null)).toBe(true);
  expect(rest.some(({ nextDueAt }) => nextDueAt === null)).toBe(true);
});

test('whoever is due sooner moves up as soon as the case has changed', () => {
  const [, , third, fourth] = inQueueOrder(cases);
  if (!third || !fourth || third.priority !== fourth.priority) throw new Error('fixture: no two of a kind');
  const sooner = { ...fourth, nextDueAt: '2026-01-01T00:00:00.000Z' };
  const order = inQueueOrder(cases.map((each) => (each.id === fourth.id ? sooner : each)));
  expect(order[2]?.id).toBe(fourth.id);
});
