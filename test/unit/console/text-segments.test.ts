import { expect, test } from 'vitest';
import { textSegments } from '../../../console/src/case/text-segments.ts';
import type { Signal } from '../../../core/triage/verdict.ts';

function signal(span: readonly [number, number], text: string, suppressedBy?: string): Signal {
  const base = {
    rule: 'r',
    category: 'self-harm',
    field: 'text',
    span,
    text,
    level: 'emergency',
    weight: 0,
  } as const;
  return suppressedBy === undefined ? base : { ...base, suppressedBy };
}

const joined = (text: string, signals: readonly Signal[]) =>
  textSegments(text, signals)
    .map((segment) => segment.text)
    .join('');

test('the pieces joined are the text', () => {
  const text = 'I want to die. See https://a.test/x, (https://b.test). Or https://c.test. And https://';
  expect(joined(text, [signal([2, 13], 'want to die')])).toBe(text);
  expect(joined('', [])).toBe('');
});

test('a signal is marked where its words stand', () => {
  const [, marked] = textSegments('I want to die.', [signal([2, 13], 'want to die')]);
  expect(marked).toMatchObject({ kind: 'signal', start: 2, text: 'want to die' });
});

test.each([
  ['words that do not stand there', signal([0, 11], 'want to die')],
  ['a span beyond the text', signal([2, 99], 'want to die')],
  ['an empty span', signal([2, 2], '')],
])('%s are not marked', (_, wrong) => {
  expect(textSegments('I want to die.', [wrong])).toEqual([
    { kind: 'plain', start: 0, text: 'I want to die.' },
  ]);
});

test('of two signals that overlap, the one that counts wins', () => {
  const segments = textSegments('want to die laughing', [
    signal([0, 20], 'want to die laughing', 'idiom'),
    signal([0, 11], 'want to die'),
  ]);
  expect(segments.map(({ kind, text }) => [kind, text])).toEqual([
    ['signal', 'want to die'],
    ['plain', ' laughing'],
  ]);
});

test('the full stop after an address is no part of it', () => {
  expect(textSegments('See https://c.test.', [])[1]).toEqual({
    kind: 'link',
    start: 4,
    text: 'https://c.test',
    host: 'c.test',
  });
});

test.each([
  ['https://paypal.test@evil.test/login', 'evil.test'],
  ['https://раypal.test/', 'xn--ypal-43d9g.test'],
  ['HTTP://Shop.Test:8080/a', 'shop.test:8080'],
])('%s is shown with its real host', (text, host) => {
  expect(textSegments(text, [])).toEqual([{ kind: 'link', start: 0, text, host }]);
});
