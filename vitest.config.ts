import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const unit = 'test/unit/**/*.test.ts';

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // One worker fewer than cores, as Vitest would have it, is one on a small machine, where most tests wait.
    maxWorkers: Math.max(2, availableParallelism()),
    projects: [
      // They leave nothing behind, so that they need no process of their own each.
      {
        extends: true,
        test: { name: 'unit', include: [unit], isolate: false, setupFiles: ['test/seed.ts'] },
      },
      { extends: true, test: { name: 'whole', include: ['test/**/*.test.ts'], exclude: [unit] } },
    ],
  },
});
