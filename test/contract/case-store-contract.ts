import { afterAll, beforeAll, beforeEach, describe } from 'vitest';
import type { DynamoCaseStore } from '../../adapters/dynamodb/dynamo-case-store.ts';
import type { TestDynamo, WrapClient } from '../dynamodb.ts';
import { allowanceContract } from './case-store/allowances.ts';
import { commitContract } from './case-store/commit.ts';
import { commitAllContract } from './case-store/commit-all.ts';
import { intakeContract } from './case-store/intakes.ts';
import { limitContract } from './case-store/limits.ts';
import { listContract } from './case-store/lists.ts';
import { pageContract } from './case-store/pages.ts';
import { countingIds, noon } from './case-store/samples.ts';
import { slaContract } from './case-store/slas.ts';
import { threadContract } from './case-store/threads.ts';

/** What each part of the suite works on: a new, empty store for every test. */
export interface Subject {
  readonly store: DynamoCaseStore;
  /** Moves the store's clock; epoch ms. */
  now: number;
  /** Another empty store, with something between it and its server. */
  wrapped(wrap: WrapClient): Promise<DynamoCaseStore>;
}

/** One suite for every DynamoDB: the embedded one, Amazon's emulator, and a real table. */
export function caseStoreContract(name: string, start: () => Promise<TestDynamo>): void {
  describe(`the case store on ${name}`, () => {
    let dynamo: TestDynamo;
    let current: Subject;

    beforeAll(async () => {
      dynamo = await start();
    });
    afterAll(() => dynamo.stop());

    beforeEach(async () => {
      const clock = { now: () => current.now };
      const store = await dynamo.newStore(clock, countingIds());
      const wrapped = (wrap: WrapClient) => dynamo.newStore(clock, countingIds(), wrap);
      current = { store, now: noon, wrapped };
    });

    const subject = () => current;
    commitContract(subject);
    commitAllContract(subject);
    listContract(subject);
    threadContract(subject);
    intakeContract(subject);
    pageContract(subject);
    slaContract(subject);
    allowanceContract(subject);
    limitContract(subject);
  });
}
