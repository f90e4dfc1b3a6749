import { compileColumns, type CompiledColumns } from "../../codegen/compile_columns.ts";
import type { Expression } from "../../codegen/define/expression.ts";
import { type Problem, throwProblems } from "../../codegen/define/problem.ts";
import { readColumns } from "../../codegen/define/read_columns.ts";
import { readChoice } from "../../codegen/define/read_object.ts";
import type { ExpressionInput } from "../../codegen/define/scope.ts";
import type { ParamValues } from "../../codegen/define/static.ts";
import type { Bars } from "../data/bars.ts";
import { barsOfRun } from "../data/custom_column.ts";
import { evaluate } from "../reference/mod.ts";
import { checkColumnsOf } from "./check_columns.ts";
import { ChunkEvents } from "./chunk_events.ts";
import { checkChunk, defaultChunk } from "./chunk_size.ts";
import { columnArrays } from "./column_arrays.ts";
import type { SimMode } from "./result_fields.ts";

/** How expressions are evaluated. */
export interface ColumnsOptions {
  /** Values of parameters by name. Text may name these. */
  readonly params?: Readonly<Record<string, number>>;
  /** `"batch"`: a compiled loop (default). `"event"`: the reference. Both give the same bits. */
  readonly simMode?: SimMode;
  /** Bars per call of the compiled loop; values do not depend on it. */
  readonly chunk?: number;
}

/**
 * The values of expressions on every bar, a column each; conditions are 1 and 0.
 *
 * Before its look-back a number is NaN and a condition 0. All expressions are compiled to one loop, which computes once
 * what they have in common.
 *
 * @param expressions Text, or nodes from builders.
 * @throws {DefinitionError} With everything wrong at once: expressions, parameters, missing columns.
 * @throws {DataError} If a custom column cannot be filled.
 * @throws {CodeGenerationError} If code generation from strings is forbidden and `simMode` is not `"event"`.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { barsFrom } from "../data/bars_from.ts";
 * const bars = barsFrom(
 *   { time: ["2020-01-01", "2020-01-02", "2020-01-03"], close: [10, 11, 14] },
 *   { priceOnly: true },
 * );
 * const [mean, up] = evaluateColumns(["sma(close, n)", "rising(close, 1)"], bars, { params: { n: 2 } });
 * assertEquals([...mean], [NaN, 10.5, 12.5]);
 * assertEquals([...up], [0, 1, 1]);
 * ```
 */
export function evaluateColumns(
  expressions: readonly ExpressionInput[],
  bars: Bars,
  { params: given = {}, simMode = "batch", chunk = defaultChunk }: ColumnsOptions = {},
): Float64Array[] {
  const problems: Problem[] = [];
  const attempted = "evaluate expressions";
  readChoice(simMode, { path: "simMode", problems }, ["batch", "event"]);
  throwProblems(attempted, problems);
  checkChunk(chunk, attempted);
  const { expressions: read, params } = readColumns(expressions, given);
  const known = [...bars.columns.keys(), ...params.keys()];
  read.forEach((expression, index) =>
    checkColumnsOf(expression, bars, { path: `expressions[${index}]`, known, problems })
  );
  throwProblems(attempted, problems);
  const evaluator = columnEvaluator(read, { params, simMode, chunk });
  return evaluator(bars);
}

/** Evaluates the same expressions, taken as checked, over any number of bars. */
export type ColumnEvaluator = (bars: Bars) => Float64Array[];

/**
 * What evaluates checked expressions, a column each; compiled once for all bars that it is called with.
 *
 * @throws {CodeGenerationError} If code generation from strings is forbidden and `simMode` is not `"event"`.
 */
export function columnEvaluator(
  expressions: readonly Expression[],
  { params, simMode, chunk = defaultChunk }: {
    readonly params: ParamValues;
    readonly simMode: SimMode;
    readonly chunk?: number;
  },
): ColumnEvaluator {
  if (simMode === "batch") {
    const compiled = compileColumns(expressions);
    return (bars) => runColumns(compiled, barsOfRun(bars, expressions), { params, chunk });
  }
  return (bars) => {
    const own = barsOfRun(bars, expressions);
    return expressions.map((expression) => evaluate(expression, own, params));
  };
}

function runColumns(
  compiled: CompiledColumns,
  bars: Bars,
  { params, chunk }: { readonly params: ParamValues; readonly chunk: number },
): Float64Array[] {
  const lastIndex = bars.length - 1;
  const columns = columnArrays(compiled.columns, bars);
  const numbers = compiled.numbers(params, lastIndex);
  const state = compiled.state();
  const size = Math.min(chunk, bars.length);
  const events = new ChunkEvents({
    valueCount: 0,
    historyCount: compiled.historyCount,
    history: compiled.history(params, lastIndex),
    rings: compiled.rings(params, lastIndex),
  }, size);
  const out = Array.from({ length: compiled.count }, () => new Float64Array(bars.length));
  for (let from = 0; from < bars.length; from += size) {
    const to = Math.min(bars.length, from + size);
    compiled.evaluate(columns, numbers, state, events, out, from, to);
  }
  return out;
}
