/** So many a request: each moves alone, and a request must end while somebody waits. */
export const batchSize = 20;

/** The list in pieces of `batchSize`, in its order. */
export function batchesOf(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / batchSize) }, (_, i) =>
    ids.slice(i * batchSize, (i + 1) * batchSize),
  );
}
