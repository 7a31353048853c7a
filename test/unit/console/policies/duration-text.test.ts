import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  durationProblem,
  durationText,
  readDuration,
} from '../../../../console/src/policies/duration-text.ts';

describe('lengths as people write them', () => {
  test.each([
    ['4 h', 240],
    ['30 min', 30],
    ['2 d', 2880],
    ['1 h 30 min', 90],
    ['1d 2h 3min', 1563],
    [' 90min ', 90],
    ['0.5 min', 0.5],
    ['0 min', 0],
  ])('%s is %d minutes', (text, minutes) => {
    expect(readDuration(text)).toBe(minutes);
  });

  test.each([
    '',
    '4',
    '4 hours',
    'h',
    '-4 h',
    '4 h 4 h',
    '30 min 1 h',
    '4,5 h',
    '1.5 h',
    '4 hh',
    '1e3 min',
    '∞',
  ])('"%s" is none', (text) => {
    expect(readDuration(text)).toBeNull();
  });

  test('a bare number is asked for its unit, anything else is told how to write one', () => {
    expect(durationProblem('4')).toBe('"4" has no unit; write 4 min, 4 h or 4 d');
    expect(durationProblem('soon')).toMatch(/^"soon" is no length of time; write a length such as 30 min/);
  });

  test.each([
    [30, '30 min'],
    [60, '1 h'],
    [90, '1 h 30 min'],
    [1440, '1 d'],
    [1500, '25 h'],
    [2880, '2 d'],
    [0, '0 min'],
    [0.5, '0.5 min'],
  ])('%d minutes read %s', (minutes, text) => {
    expect(durationText(minutes)).toBe(text);
  });

  test('what is shown is read back as the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 527_040 }), (minutes) => {
        expect(readDuration(durationText(minutes))).toBe(minutes);
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 527_040_000 }), (thousandths) => {
        expect(readDuration(durationText(thousandths / 1000))).toBeCloseTo(thousandths / 1000, 6);
      }),
    );
  });
});
