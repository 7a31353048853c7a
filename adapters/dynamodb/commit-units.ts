import { DomainError } from '../../core/errors.ts';
import type { CommitResult } from '../../ports/case-store.ts';
import type { Ids } from '../../ports/ids.ts';
import { collectionTooLarge, contention, isPassing, itemTooLarge, nameOf } from './aws-errors.ts';
import { done, failed, type Unit } from './commit-unit.ts';
import { type Pack, packUnits } from './pack-units.ts';
import { backOff, maxTries, type RetryPorts } from './retry.ts';
import type { Table } from './table.ts';
import type { Refusal } from './transaction-refusals.ts';

/** Transactions under way at once. */
const parallelPacks = 4;

type Results = Map<Unit, CommitResult>;

/** Commits units in packs; whoever is refused gets the reason, and the others go on without it. */
export class UnitCommitter {
  readonly #table: Table;
  readonly #ids: Pick<Ids, 'ulid'>;
  readonly #retry: RetryPorts;

  constructor(table: Table, ids: Pick<Ids, 'ulid'>, retry: RetryPorts) {
    this.#table = table;
    this.#ids = ids;
    this.#retry = retry;
  }

  async commit(units: readonly Unit[]): Promise<Results> {
    const results: Results = new Map();
    for (const wave of packUnits(units)) await this.#commitWave(wave, results);
    return results;
  }

  async #commitWave(packs: readonly Pack[], results: Results): Promise<void> {
    const waiting = [...packs];
    const work = async () => {
      for (let pack = waiting.shift(); pack; pack = waiting.shift()) await this.#commitPack(pack, results);
    };
    await Promise.all(Array.from({ length: Math.min(parallelPacks, packs.length) }, work));
  }

  /** Every round either settles a unit or uses up a try, so this ends. */
  async #commitPack(pack: Pack, results: Results): Promise<void> {
    let units = pack;
    for (let tried = 1; units.length > 0; ) {
      const refusals = await this.#try(units, results);
      if (refusals === 'settled') return;
      const settled = settle(units, refusals, results);
      units = units.filter((unit) => !settled.has(unit));
      if (settled.size > 0 || units.length === 0) continue;
      if (units.length > 1) {
        await this.#isolate(units, refusals, results, tried);
        return;
      }
      if (tried === maxTries) {
        for (const unit of units) results.set(unit, failed(exhausted(refusals)));
        return;
      }
      await backOff(tried++, this.#retry);
    }
  }

  /** The units that met a competitor are tried alone, after the ones that did not: nobody waits for them. */
  async #isolate(units: Pack, refusals: readonly Refusal[], results: Results, tried: number): Promise<void> {
    const blamed = new Set(refusals.map(({ index }) => ownerOf(units, index).unit));
    const others = units.filter((unit) => !blamed.has(unit));
    if (others.length > 0) await this.#commitPack(others, results);
    await backOff(tried, this.#retry);
    for (const unit of blamed) await this.#commitPack([unit], results);
  }

  /** A failure that names no operation: the pack is taken apart, so that one unit's fault stays with it. */
  async #try(units: Pack, results: Results): Promise<readonly Refusal[] | 'settled'> {
    try {
      const operations = units.flatMap((unit) => unit.operations);
      const refusals = await this.#table.transact(operations, this.#ids.ulid());
      if (refusals.length > 0) return refusals;
      for (const unit of units) results.set(unit, done);
    } catch (error) {
      if (units.length > 1 && mayBeOneUnits(error))
        for (const unit of units) await this.#commitPack([unit], results);
      else for (const unit of units) results.set(unit, failed(error));
    }
    return 'settled';
  }
}

/** Records the units that are decided; the rest, that were in bad company or met a competitor, stay. */
function settle(units: Pack, refusals: readonly Refusal[], results: Results): ReadonlySet<Unit> {
  const settled = new Set<Unit>();
  for (const refusal of refusals) {
    const { unit, operation } = ownerOf(units, refusal.index);
    if (settled.has(unit)) continue;
    const result = verdictOf(refusal, unit, operation);
    if (!result) continue;
    settled.add(unit);
    results.set(unit, result);
  }
  return settled;
}

function verdictOf(refusal: Refusal, unit: Unit, operation: Unit['operations'][number]): CommitResult | null {
  if (refusal.why === 'contention' || refusal.why === 'throttled') return null;
  if (refusal.why === 'collection-too-large') return failed(collectionTooLarge(refusal.message));
  if (refusal.why === 'invalid') return failed(itemTooLarge(refusal.message));
  // The item that stands in the way is our own: the answer to an earlier try was lost.
  return refusal.storedCommitId === unit.commitId ? done : failed(operation.refused(refusal));
}

function ownerOf(units: Pack, index: number): { unit: Unit; operation: Unit['operations'][number] } {
  let first = 0;
  for (const unit of units) {
    const operation = unit.operations[index - first];
    if (operation) return { unit, operation };
    first += unit.operations.length;
  }
  throw new Error(`the store refused operation ${index} of ${first}`);
}

function exhausted(refusals: readonly Refusal[]): DomainError {
  if (refusals.some(({ why }) => why === 'contention')) return contention();
  return new DomainError(
    'unavailable',
    'store.unavailable',
    'the table takes no more writes now: try again later',
  );
}

/** An unreachable store is nobody's fault; an invalid request may be one unit's. */
function mayBeOneUnits(error: unknown): boolean {
  return (
    !isPassing(error) &&
    (nameOf(error) === 'ValidationException' || (error instanceof DomainError && error.kind === 'invalid'))
  );
}
