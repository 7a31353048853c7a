import fc from 'fast-check';

/** One seed, so that CI says the same twice. To look further: `HARBORWATCH_TEST_SEED=$RANDOM npm test`. */
const seed = Number(process.env.HARBORWATCH_TEST_SEED ?? 20261122);
if (!Number.isSafeInteger(seed))
  throw new Error(`HARBORWATCH_TEST_SEED: "${process.env.HARBORWATCH_TEST_SEED}" is no whole number`);
fc.configureGlobal({ seed });
