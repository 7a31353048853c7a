import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { canonicalJson, configVersionOf } from '../../../core/config/config-version.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

describe('the version of a configuration', () => {
  it('does not depend on the order of keys nor on keys without a value', () => {
    const one = configVersionOf({ b: [1, { y: 2, x: 'é' }], a: null }, sha256);
    expect(configVersionOf({ a: null, c: undefined, b: [1, { x: 'é', y: 2 }] }, sha256)).toBe(one);
    expect(one).toMatch(/^[0-9a-f]{64}$/);
  });

  it('changes with any value and with the order of a list', () => {
    const versions = [{ a: [1, 2] }, { a: [2, 1] }, { a: ['1', 2] }, { b: [1, 2] }].map((c) =>
      configVersionOf(c, sha256),
    );
    expect(new Set(versions).size).toBe(4);
  });

  it('writes plain JSON with sorted keys', () => {
    expect(canonicalJson({ b: true, a: { d: 1.5, c: 'x"' } })).toBe('{"a":{"c":"x\\"","d":1.5},"b":true}');
    expect(() => canonicalJson({ a: Number.NaN })).toThrow(RangeError);
  });
});
