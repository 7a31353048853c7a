import { transactionBytes, transactionItems, type Unit } from './commit-unit.ts';

/** Units that go into one transaction. */
export type Pack = readonly Unit[];

interface OpenPack {
  readonly units: Unit[];
  items: number;
  bytes: number;
}

/**
 * Waves of packs. Within a wave no item occurs twice, so that its packs may run at once; a unit that
 * touches an item of an earlier unit waits for a later wave, so that the earlier one is first.
 */
export function packUnits(units: readonly Unit[]): readonly (readonly Pack[])[] {
  const waves: OpenPack[][] = [];
  const waveOfItem = new Map<string, number>();
  for (const unit of units) {
    const wave = Math.max(-1, ...unit.operations.map(({ itemId }) => waveOfItem.get(itemId) ?? -1)) + 1;
    for (const { itemId } of unit.operations) waveOfItem.set(itemId, wave);
    place(unit, (waves[wave] ??= []));
  }
  return waves.map((packs) => packs.map((pack) => pack.units));
}

function place(unit: Unit, packs: OpenPack[]): void {
  const items = unit.operations.length;
  const pack = packs.at(-1);
  if (pack && pack.items + items <= transactionItems && pack.bytes + unit.bytes <= transactionBytes) {
    pack.units.push(unit);
    pack.items += items;
    pack.bytes += unit.bytes;
  } else packs.push({ units: [unit], items, bytes: unit.bytes });
}
