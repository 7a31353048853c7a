import { describe, expect, it } from 'vitest';
import { type Fixture, loadFixtures, score } from './fixtures.ts';

const FROZEN = [
  'frozen',
  'frozen-2',
  'frozen-3',
  'frozen-4',
  'frozen-5',
  'blind-1',
  'blind-2',
  'blind-3',
  'blind-4',
  'blind-5',
  'blind-6',
];

describe('triage finds emergencies', () => {
  it('holds at least 500 messages, none twice', () => {
    const all = ['tuning', ...FROZEN].flatMap(loadFixtures);
    expect(all.length).toBeGreaterThanOrEqual(500);
    expect(new Set(all.map(({ text }) => text)).size).toBe(all.length);
  });

  it.each(['tuning', ...FROZEN])(
    'finds at least 97 of 100 emergencies in %s and pages falsely on fewer than 2 of 100 others',
    (name) => {
      const result = score(name, loadFixtures(name));
      console.log(result.line);
      if (result.recall < 0.97) console.error('missed:', result.missed);
      expect(result.recall).toBeGreaterThanOrEqual(0.97);
      expect(result.paged.length).toBeLessThanOrEqual(
        Math.max(1, loadFixtures(name).filter(({ emergency }) => !emergency).length * 0.02),
      );
    },
  );

  it('pages falsely on at most 2 of the 145 everyday messages that sound like danger', () => {
    const result = score('ordinary', loadFixtures('ordinary'));
    expect(result.paged.length).toBeLessThanOrEqual(2);
  });

  it('pages falsely on fewer than 2 of 100 other messages over all sets', () => {
    const all: Fixture[] = ['tuning', ...FROZEN, 'ordinary'].flatMap(loadFixtures);
    const result = score('all', all);
    console.log(result.line);
    expect(result.falsePages).toBeLessThan(0.02);
  });
});
