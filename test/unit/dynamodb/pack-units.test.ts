import fc from 'fast-check';
import { expect, it } from 'vitest';
import { transactionBytes, transactionItems, type Unit } from '../../../adapters/dynamodb/commit-unit.ts';
import type { Operation } from '../../../adapters/dynamodb/operation.ts';
import { packUnits } from '../../../adapters/dynamodb/pack-units.ts';

const megabyte = 1024 * 1024;
const unitSpec = fc.record({
  items: fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 40 }),
  bytes: fc.integer({ min: 1, max: 3 * megabyte }),
});

it('packs every unit once, within the limits, and never two that share an item into one wave', () => {
  fc.assert(
    fc.property(fc.array(unitSpec, { maxLength: 40 }), (specs) => {
      const units = specs.map(unitOf);
      const waves = packUnits(units);
      expect(new Set(waves.flat(2))).toEqual(new Set(units));
      expect(waves.flat(2)).toHaveLength(units.length);
      for (const wave of waves) {
        const items = wave.flat().flatMap((unit) => unit.operations.map(({ itemId }) => itemId));
        expect(new Set(items).size).toBe(items.length);
        for (const pack of wave) {
          expect(pack.reduce((sum, unit) => sum + unit.operations.length, 0)).toBeLessThanOrEqual(
            transactionItems,
          );
          expect(pack.reduce((sum, unit) => sum + unit.bytes, 0)).toBeLessThanOrEqual(transactionBytes);
        }
      }
    }),
  );
});

it('leaves units that share an item in their order', () => {
  fc.assert(
    fc.property(fc.array(unitSpec, { maxLength: 25 }), (specs) => {
      const units = specs.map(unitOf);
      const waves = packUnits(units);
      const waveOf = new Map(waves.flatMap((wave, at) => wave.flat().map((unit) => [unit, at] as const)));
      for (const [index, unit] of units.entries())
        for (const earlier of units.slice(0, index))
          if (sharesItem(unit, earlier))
            expect(waveOf.get(unit)).toBeGreaterThan(waveOf.get(earlier) as number);
    }),
  );
});

function unitOf({ items, bytes }: { items: number[]; bytes: number }, index: number): Unit {
  const operations = items.map((item) => ({ itemId: `item ${item}`, bytes }) as Operation);
  return { operations, bytes, commitId: String(index), index };
}

function sharesItem(a: Unit, b: Unit): boolean {
  return a.operations.some(({ itemId }) => b.operations.some((other) => other.itemId === itemId));
}
