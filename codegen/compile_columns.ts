import { KernelCache } from "./cache.ts";
import { numberOf } from "./compile.ts";
import type { Expression } from "./define/expression.ts";
import { hashText } from "./define/hash.ts";
import { settings } from "./define/settings.ts";
import type { ParamValues } from "./define/static.ts";
import { emitColumns } from "./emit/columns.ts";
import { nodeState } from "./emit/state.ts";
import type { Pass } from "./kernel.ts";
import { columnsProgram } from "./program/columns_program.ts";
import { ringLengths } from "./program/rings.ts";
import type { ColumnSource } from "./program/program.ts";

/** Expressions as machine: the function, and how to fill the arrays that it takes. */
export interface CompiledColumns {
  /** Stores the values of the expressions into `out`, one array each as long as the data. */
  readonly evaluate: Pass<void>;
  /** Number of the expressions. */
  readonly count: number;
  /** The generated source. */
  readonly source: string;
  /** The columns that the function takes, in order. */
  readonly columns: readonly ColumnSource[];
  /** Number of history arrays in the events. */
  readonly historyCount: number;
  /** The parameter array for a run; `lastIndex` is the index of the last bar of the data. */
  readonly numbers: (params: ParamValues, lastIndex: number) => Float64Array;
  /** The state array before the first bar. */
  readonly state: () => Float64Array;
  /** Bars of history that the history arrays hold before the chunk. */
  readonly history: (params: ParamValues, lastIndex: number) => number;
  /** Lengths of the ring arrays of the events. */
  readonly rings: (params: ParamValues, lastIndex: number) => readonly number[];
}

const kernels = new KernelCache<Pass<void>>();
/** No number of an expression depends on settings; the parameter array of a strategy has some that do. */
const noSettings = settings();

/**
 * Compiles checked expressions to one function that evaluates all of them. Numbers stay out of the code.
 *
 * @throws {CodeGenerationError} If code generation from strings is forbidden.
 */
export function compileColumns(expressions: readonly Expression[]): CompiledColumns {
  const program = columnsProgram(expressions);
  const text = `"use strict";\n${emitColumns(program)}\nreturn evaluate;`;
  const source = `${text}\n//# sourceURL=barjit/columns-${hashText(text)}.js`;
  const slots = nodeState(program);
  return {
    evaluate: kernels.get(source),
    count: expressions.length,
    source,
    columns: program.columns,
    historyCount: program.nodes.filter((node) => node.kept).length,
    numbers: (params, lastIndex) =>
      Float64Array.from(
        program.numbers,
        (slot) => numberOf(slot, { params, settings: noSettings, lastIndex }),
      ),
    state: () => Float64Array.from(slots, (slot) => slot.initial),
    history: (params, lastIndex) => Math.min(program.history(params), lastIndex + 1),
    rings: (params, lastIndex) => ringLengths(program, params, lastIndex),
  };
}
