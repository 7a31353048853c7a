import type { Packed } from './packed-modules.ts';

interface Diagram {
  readonly nodes: Int32Array;
  readonly root: number;
  readonly conditions: readonly unknown[];
  readonly results: readonly unknown[];
}

/** The decision diagram by which a client of the SDK finds its endpoint: 18 KB for S3, most of it access points. */
export function packedEndpointRules({ bdd }: Readonly<Record<string, unknown>>): Packed {
  const { nodes, root, conditions, results } = bdd as Diagram;
  return {
    data: { nodes: [...nodes], root, conditions, results },
    code: `import { BinaryDecisionDiagram } from '@smithy/core/endpoints';
const { nodes, root, conditions, results } = unpack();
export const bdd = BinaryDecisionDiagram.from(new Int32Array(nodes), root, conditions, results);`,
  };
}
