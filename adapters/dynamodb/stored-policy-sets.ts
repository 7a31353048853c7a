import type { PolicySet } from '../../core/sla/policy-set.ts';
import { policySetKey } from './keys.ts';
import { toItem } from './operation.ts';
import { readItem } from './read-item.ts';
import type { Table } from './table.ts';

/** Open cases are pinned to few versions; beyond this the one that was not asked for longest is read again. */
const mostKept = 50;

/** Every version of the promises under its own hash, each stored once and never changed. */
export class StoredPolicySets {
  readonly #table: Table;
  readonly #known = new Map<string, PolicySet>();

  constructor(table: Table) {
    this.#table = table;
  }

  async save(set: PolicySet): Promise<void> {
    await this.#table.put({
      Item: toItem({ key: policySetKey(set.version), entity: 'policy-set', data: set, commitId: '' }),
    });
  }

  async get(version: string): Promise<PolicySet | null> {
    const known = this.#known.get(version);
    if (known !== undefined) return this.keep(known);
    const item = await this.#table.get(policySetKey(version));
    return item && this.keep(readItem<PolicySet>(item, 'policy-set'));
  }

  /** The one object of its version, so that what is worked out from its calendars is worked out once. */
  keep(set: PolicySet): PolicySet {
    const kept = this.#known.get(set.version) ?? set;
    this.#known.delete(set.version);
    this.#known.set(set.version, kept);
    const oldest = this.#known.keys().next().value;
    if (this.#known.size > mostKept && oldest !== undefined) this.#known.delete(oldest);
    return kept;
  }
}
