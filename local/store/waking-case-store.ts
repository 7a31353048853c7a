import { DynamoCaseStore, type DynamoCaseStoreOptions } from '../../adapters/dynamodb/dynamo-case-store.ts';
import { isDomainError } from '../../core/errors.ts';
import type { OutboxItem } from '../../core/outbox/outbox-item.ts';
import type { CommitResult, Write } from '../../ports/case-store.ts';

export interface CommitListener {
  committed(items: readonly OutboxItem[]): void;
  /** A commit failed in a way that leaves open whether it happened. */
  readAgain(): void;
}

/** The store, which hands on what each commit left in the outbox: the table's stream without its delay. */
export class WakingCaseStore extends DynamoCaseStore {
  readonly #listener: () => CommitListener | null;

  /** `listener`: null while nobody listens yet. */
  constructor(options: DynamoCaseStoreOptions, listener: () => CommitListener | null) {
    super(options);
    this.#listener = listener;
  }

  override async commitAll(units: readonly (readonly Write[])[]): Promise<readonly CommitResult[]> {
    try {
      const results = await super.commitAll(units);
      this.#tell(units, results);
      return results;
    } catch (error) {
      this.#listener()?.readAgain();
      throw error;
    }
  }

  #tell(units: readonly (readonly Write[])[], results: readonly CommitResult[]): void {
    const items = units.flatMap((writes, index) =>
      results[index]?.ok ? writes.flatMap((write) => (write.kind === 'outbox' ? [write.item] : [])) : [],
    );
    if (items.length > 0) this.#listener()?.committed(items);
    if (results.some(isOpen)) this.#listener()?.readAgain();
  }
}

/** Only a refusal is sure not to have happened. */
function isOpen(result: CommitResult): boolean {
  return !result.ok && (!isDomainError(result.error) || result.error.kind === 'unavailable');
}
