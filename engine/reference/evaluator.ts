import type { Expression } from "../../codegen/define/expression.ts";
import type { Bars } from "../data/bars.ts";
import { evaluate } from "./evaluate.ts";
import { staticCount, staticNumber } from "./static_number.ts";

/** Reads expressions for one run. */
export interface Evaluator {
  /** The value on every bar; zeros without an expression. */
  readonly column: (expression: Expression | undefined) => Float64Array;
  /** The value of an expression that does not depend on a bar. */
  readonly number: (expression: Expression) => number;
  /** The value of a number of bars or trades. */
  readonly count: (expression: Expression, what: string, least?: number) => number;
}

/** An evaluator for the bars and parameters of a run. */
export function evaluator(bars: Bars, params: ReadonlyMap<string, number>): Evaluator {
  return {
    column: (expression) =>
      expression === undefined ? new Float64Array(bars.length) : evaluate(expression, bars, params),
    number: (expression) => staticNumber(expression, params),
    count: (expression, what, least = 1) => staticCount(expression, params, { least, what }),
  };
}
