import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // One worker fewer than cores, as Vitest would have it, is one on a small machine, where most tests wait.
    maxWorkers: Math.max(2, availableParallelism()),
  },
});
