import type { ParamValues } from "../define/static.ts";
import type { Node, NodeProgram, Ring } from "./program.ts";

/** A node that keeps some of its earlier values in a ring, however long ago they arose. */
export type RingNode = Node & { readonly what: { readonly ring: Ring } };

/** The nodes with a ring, in the order in which the kernel takes the arrays. */
export function ringNodes({ nodes }: NodeProgram): RingNode[] {
  return nodes.filter((node): node is RingNode =>
    node.what.kind === "stateful" && node.what.ring !== undefined
  );
}

/** The lengths of the rings for a run; no more values are kept than there are bars. */
export function ringLengths(
  program: NodeProgram,
  values: ParamValues,
  lastIndex: number,
): number[] {
  return ringNodes(program).map(({ what: { ring } }) =>
    Math.min(ring.bars(values), lastIndex + 1) + 1
  );
}
