/** What a desk has used of the services that are billed, since it was last asked. */
export interface Usage {
  /** DynamoDB write request units by what was written: table (doubled in a transaction) and indexes. */
  readonly writes: Readonly<Record<string, number>>;
  /** DynamoDB read request units by what was read. */
  readonly reads: Readonly<Record<string, number>>;
  /** States that executions entered, by workflow. */
  readonly states: Readonly<Record<string, number>>;
  /** Executions that were started, by workflow. */
  readonly executions: Readonly<Record<string, number>>;
  /** Lambda invocations by function. */
  readonly invocations: Readonly<Record<string, number>>;
  readonly mailsIn: number;
  readonly mailsOut: number;
}

export function sumOf(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** Of `more` what `less` does not have; kinds in which both are the same are left out. */
export function beyond(
  more: Readonly<Record<string, number>>,
  less: Readonly<Record<string, number>>,
): Record<string, number> {
  const kinds = [...new Set([...Object.keys(more), ...Object.keys(less)])];
  const differences = kinds.map((kind) => [kind, (more[kind] ?? 0) - (less[kind] ?? 0)] as const);
  return Object.fromEntries(differences.filter(([, difference]) => difference !== 0));
}
