import { KernelCache } from "./cache.ts";
import type { RunNumbers } from "./compile.ts";
import { hashText } from "./define/hash.ts";
import type { ParamValues } from "./define/static.ts";
import { js } from "./emit/code.ts";
import { emitColumns } from "./emit/columns.ts";
import { nodeState } from "./emit/state.ts";
import type { Pass } from "./kernel.ts";
import { canonicalText } from "./program/canonical_text.ts";
import type { RowsPart } from "./program/hoist.ts";
import type { ColumnSource, NodeProgram, NumberSlot } from "./program/program.ts";
import { ringLengths } from "./program/rings.ts";

/** Sizes of the arrays that a pass keeps between chunks. */
export interface KeptSizes {
  readonly historyCount: number;
  readonly history: number;
  readonly rings: readonly number[];
}

/** A function that computes rows of a chunk. */
export interface CompiledRows {
  readonly evaluate: Pass<void>;
  /** Which rows its results are. */
  readonly rows: readonly number[];
  readonly columns: readonly ColumnSource[];
  /** The numbers of its parameter array, which are all that it depends on. */
  readonly numbers: readonly NumberSlot[];
  readonly state: () => Float64Array;
  /** What each row is, whatever strategy it is of: the expression with its numbers. */
  readonly keys: (run: RunNumbers) => readonly string[];
  /** What it keeps between chunks beside the state. */
  readonly kept: (params: ParamValues, lastIndex: number) => KeptSizes;
}

const rowKernels = new KernelCache<Pass<void>>();

/** Compiles what computes some rows. */
export function compileRows({ program, rows }: RowsPart): CompiledRows {
  const inChunk = js`i - from`;
  const read = numbersRead(emitColumns(program, inChunk));
  const numbers = program.numbers.filter((_, position) => read.includes(position));
  const text = emitColumns({ ...program, numbers }, inChunk);
  const source = named("rows", `"use strict";\n${text}\nreturn evaluate;`);
  const slots = nodeState(program);
  return {
    evaluate: rowKernels.get(source),
    rows,
    columns: program.columns,
    numbers,
    keys: (run) => program.results.map(({ node }) => canonicalText(node, run)),
    state: () => Float64Array.from(slots, (slot) => slot.initial),
    kept: (params, lastIndex) => keptSizes(program, params, lastIndex),
  };
}

/** What a program keeps between chunks beside its state. */
export function keptSizes(program: NodeProgram, params: ParamValues, lastIndex: number): KeptSizes {
  return {
    historyCount: program.nodes.filter((node) => node.kept).length,
    history: Math.min(program.history(params), lastIndex + 1),
    rings: ringLengths(program, params, lastIndex),
  };
}

/** Positions of the numbers that a function reads. */
export function numbersRead(text: string): number[] {
  return [...text.matchAll(/= p\[(\d+)\]/g)].map(([, position]) => Number(position));
}

/** Text of a kernel with a name for stack traces. */
export function named(kind: string, text: string): string {
  return `${text}\n//# sourceURL=barjit/${kind}-${hashText(text)}.js`;
}
