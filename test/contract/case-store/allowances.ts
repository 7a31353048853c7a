import { describe, expect, it } from 'vitest';
import type { Subject } from '../case-store-contract.ts';
import { noon } from './samples.ts';

const hour = 3_600_000;

export function allowanceContract(subject: () => Subject): void {
  describe('an allowance', () => {
    it('is taken exactly as often as its limit, by however many at once', async () => {
      const { store } = subject();
      const taken = await Promise.all(
        Array.from({ length: 20 }, () => store.takeAllowance('ann', 5, noon + hour)),
      );
      expect(taken.filter(Boolean)).toHaveLength(5);
      expect(await store.takeAllowance('bob', 1, noon + hour)).toBe(true);
      expect(await store.takeAllowance('bob', 1, noon + hour)).toBe(false);
      expect(await store.takeAllowance('bob', 0, noon + hour)).toBe(false);
    });

    it('starts over once it has expired, though the record is still there', async () => {
      const current = subject();
      expect(await current.store.takeAllowance('ann', 1, noon + hour)).toBe(true);
      current.now = noon + hour - 1;
      expect(await current.store.takeAllowance('ann', 1, noon + 2 * hour)).toBe(false);
      current.now = noon + hour;
      const taken = await Promise.all(
        Array.from({ length: 6 }, () => current.store.takeAllowance('ann', 2, noon + 2 * hour)),
      );
      expect(taken.filter(Boolean)).toHaveLength(2);
    });
  });
}
