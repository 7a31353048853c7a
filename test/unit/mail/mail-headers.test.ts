import { describe, expect, it } from 'vitest';
import { headerDate } from '../../../core/mail/header-date.ts';
import { messageIdOf, messageIdsOf } from '../../../core/mail/message-id.ts';

describe('headerDate', () => {
  it.each([
    ['Mon, 04 Mar 2024 10:12:45 +0100', '2024-03-04T09:12:45.000Z'],
    ['4 Mar 2024 10:12 EST', '2024-03-04T15:12:00.000Z'],
    ['Mon, 4 Mar 24 10:12:45 GMT', '2024-03-04T10:12:45.000Z'],
    ['Monday, 04-Mar-96 10:12:45 GMT', '1996-03-04T10:12:45.000Z'],
    ['Mon, 04 Mar 2024 10:12:45 +0530 (IST)', '2024-03-04T04:42:45.000Z'],
    ['Mon, 04 Mar 2024 10:12:60 -0000', '2024-03-04T10:12:59.000Z'],
    ['Mon Mar  4 10:12:45 2024', '2024-03-04T10:12:45.000Z'],
    ['2024-03-04T10:12:45+01:00', '2024-03-04T09:12:45.000Z'],
    ['Mon, 04 Mar 2024 10:12:45', '2024-03-04T10:12:45.000Z'],
    ['Mon,\r\n 04 Mar 2024 10:12:45 +0100', '2024-03-04T09:12:45.000Z'],
  ])('reads %j', (value, expected) => {
    const at = headerDate(value);
    expect(at === null ? null : new Date(at).toISOString()).toBe(expected);
  });

  it.each([
    '',
    'yesterday',
    '12',
    'Mon, 40 Mar 2024 10:12:45 +0100',
    'Mon, 04 Xyz 2024 10:12:45 +0100',
    '04 Mar 2024 25:12 +0000',
  ])('takes %j for no date', (value) => {
    expect(headerDate(value)).toBeNull();
  });
});

describe('message ids', () => {
  it.each([
    ['<a@b>', ['<a@b>']],
    ['<a@b> <c@d>\r\n\t<a@b>', ['<a@b>', '<c@d>']],
    ['Your message of "Monday" <a@b>', ['<a@b>']],
    ['a@b, c@d', ['<a@b>', '<c@d>']],
    ['<a @b>', ['<a@b>']],
    ['<> < >', []],
    ['', []],
    ['no id here', []],
  ])('reads the ids of %j', (value, expected) => {
    expect(messageIdsOf(value)).toEqual(expected);
  });

  it('keeps the first and last of thousands', () => {
    const ids = messageIdsOf(Array.from({ length: 5000 }, (_, i) => `<${i}@x>`).join(' '));
    expect(ids).toHaveLength(200);
    expect([ids[0], ids.at(-1)]).toEqual(['<0@x>', '<4999@x>']);
  });

  it.each([
    ['<a@b>', '<a@b>'],
    ['a@b', '<a@b>'],
    ['no-at-sign', '<no-at-sign>'],
    ['<>', null],
    [' ', null],
  ])('reads the one id of %j', (value, expected) => {
    expect(messageIdOf(value)).toBe(expected);
  });
});
