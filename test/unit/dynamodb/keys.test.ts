import { describe, expect, it } from 'vitest';
import {
  attemptItemKey,
  caseIndexKeys,
  keyPart,
  pageIndexKeys,
  pageKey,
  shardCount,
  shardOf,
} from '../../../adapters/dynamodb/keys.ts';
import { aCase, aPage, caseIdOf, instant } from '../../contract/case-store/samples.ts';

describe('a key', () => {
  it('spreads cases evenly over the shards', () => {
    const counts = Array.from({ length: shardCount }, () => 0);
    for (let number = 0; number < 8_000; number++) {
      const shard = shardOf(caseIdOf(number));
      counts[shard] = (counts[shard] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 2_000)).toBeLessThan(200);
  });

  it('holds a short text as it is and a long one by hash', () => {
    expect(keyPart('<a@x>')).toBe('<a@x>');
    expect(keyPart('x'.repeat(900))).toBe('x'.repeat(900));
    expect(keyPart('ä'.repeat(451))).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(keyPart(keyPart('x'.repeat(901)))).not.toBe(keyPart('x'.repeat(901)));
    expect(() => keyPart('')).toThrow(expect.objectContaining({ code: 'store.empty-key' }));
  });

  it('is none where the id is none of a page or its attempt', () => {
    expect(pageKey('HW-00000000-P12')).toEqual({ pk: 'CASE#HW-00000000', sk: 'PAGE#00000012' });
    expect(pageKey('HW-0000000-P1')).toBeNull();
    expect(attemptItemKey('HW-00000000-P1', 'HW-00000000-P1#3#kim#mail#2')?.sk).toBe(
      'ATTEMPT#00000001#00000003#kim#mail#2',
    );
    for (const key of ['HW-00000000-P2#3#kim#mail', 'HW-00000000-P12#3#kim#mail', 'HW-00000000-P1#x#kim', ''])
      expect(attemptItemKey('HW-00000000-P1', key)).toBeNull();
  });

  it('puts a case into the queue by priority, then due time, else creation', () => {
    const id = caseIdOf(1);
    const place = (change: object) => caseIndexKeys(aCase(id, change)).gsi1sk;
    expect(place({ priority: 'emergency', nextDueAt: instant(5) })).toBe(`0#${instant(5)}#${id}`);
    expect(place({ priority: 'low' })).toBe(`4#${instant(0)}#${id}`);
  });

  it('keeps an open page without a next attempt in the open list', () => {
    const page = aPage('HW-00000000-P1', 'HW-00000000', { nextAttemptAt: null });
    expect(pageIndexKeys(page).gsi1sk).toBe(`${instant(0)}#${page.id}`);
    expect(pageIndexKeys({ ...page, state: 'acknowledged' })).not.toHaveProperty('gsi1pk');
  });
});
