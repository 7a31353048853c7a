import { DynamoCaseStore, type DynamoCaseStoreOptions } from '../../adapters/dynamodb/dynamo-case-store.ts';
import type { CommitResult, Write } from '../../ports/case-store.ts';

/** The store, with a word to `wake` after each commit: the table's stream without its delay. */
export class WakingCaseStore extends DynamoCaseStore {
  readonly #wake: () => void;

  constructor(options: DynamoCaseStoreOptions, wake: () => void) {
    super(options);
    this.#wake = wake;
  }

  override async commitAll(units: readonly (readonly Write[])[]): Promise<readonly CommitResult[]> {
    const results = await super.commitAll(units);
    this.#wake();
    return results;
  }
}
