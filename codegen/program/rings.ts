import type { ParamValues } from "../define/static.ts";
import type { NodeProgram } from "./program.ts";

/** An array that a node keeps from chunk to chunk: a ring of its earlier values, or the room of a step. */
export interface NodeArray {
  /** Identifier in the generated code. */
  readonly word: string;
  /** How many numbers it is for. */
  readonly length: (values: ParamValues) => number;
}

/** The arrays of the nodes, in the order in which the kernel takes them. */
export function nodeArrays({ nodes }: NodeProgram): NodeArray[] {
  return nodes.flatMap(({ word, what }) => {
    if (what.kind === "stateful" && what.ring !== undefined) {
      return [{ word: `${word}Ring`, length: what.ring.bars }];
    }
    if (what.kind !== "step" || what.room === undefined) return [];
    return [{ word: `${word}Room`, length: what.room }];
  });
}

/** The lengths of the arrays for a run, with one number to spare; no more is kept than there are bars. */
export function ringLengths(
  program: NodeProgram,
  values: ParamValues,
  lastIndex: number,
): number[] {
  return nodeArrays(program).map(({ length }) => Math.min(length(values), lastIndex + 1) + 1);
}
