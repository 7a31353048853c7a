import { expect, test } from 'vitest';
import { unseenMessages } from '../../../console/src/case/unseen-messages.ts';
import type { Actor } from '../../../core/case/actor.ts';
import type { Message } from '../../../core/case/message.ts';

const customer: Actor = { kind: 'customer', address: 'a@mail.test' };
const ana: Actor = { kind: 'agent', userId: 'ana' };
const ben: Actor = { kind: 'agent', userId: 'ben' };
const desk: Actor = { kind: 'system', name: 'auto-ack' };

const messages = [customer, ana, customer, ben, desk].map(
  (author, index) => ({ id: String(index + 1), author }) as Message,
);
const unseen = (seenId: string | null, userId: string) =>
  unseenMessages(messages, seenId, userId).map(({ id }) => id);

test('messages of others after the one seen are unseen; own and automatic ones are not', () => {
  expect(unseen('1', 'ana')).toEqual(['3', '4']);
  expect(unseen('3', 'ben')).toEqual([]);
});

test('what a department answered is unseen, mail that the desk sent by itself is not', () => {
  const department: Actor = { kind: 'system', name: 'department payments' };
  const answer = { id: '6', author: department, consultId: '2' } as Message;
  expect(unseenMessages([...messages, answer], '4', 'ana').map(({ id }) => id)).toEqual(['6']);
});

test('nothing is unseen when the newest was seen', () => {
  expect(unseen('5', 'ana')).toEqual([]);
});

test('a seen message that is not there any more, or none at all, makes all unseen', () => {
  expect(unseen('9', 'ana')).toEqual(['1', '3', '4']);
  expect(unseen(null, 'ana')).toEqual(['1', '3', '4']);
});
