import { expect, test } from 'vitest';
import { durationWords, offsetWords, relativeWords } from '../../../console/src/time/duration-words.ts';

test.each([
  [-5, '0 s'],
  [59_999, '59 s'],
  [60_000, '1 min'],
  [3_600_000, '1 h'],
  [7_500_000, '2 h 5 min'],
  [273_600_000, '3 d 4 h'],
])('%i ms is %s', (ms, words) => {
  expect(durationWords(ms)).toBe(words);
});

test.each([
  [0, 'now'],
  [1999, 'now'],
  [2000, '2 s ago'],
  [-44_000, 'in 44 s'],
])('%i ms later it reads "%s"', (ms, words) => {
  expect(relativeWords(1_000_000, 1_000_000 + ms)).toBe(words);
});

test.each([
  [0, '+0 ms'],
  [999, '+999 ms'],
  [-12, '−12 ms'],
  [1204, '+1.204 s'],
  [182_000, '+3 min 2.000 s'],
])('a stamp %i ms later is %s', (ms, words) => {
  expect(offsetWords(ms)).toBe(words);
});
