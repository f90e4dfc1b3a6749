import type { Expression } from "../../../codegen/define/expression.ts";
import {
  isStaticExpression,
  type ParamValues,
  staticValue,
} from "../../../codegen/define/static.ts";
import type { Bars } from "../../data/bars.ts";
import { columnEvaluator } from "../../run/columns.ts";
import type { SimMode } from "../../run/result_fields.ts";

/** The value of an expression at a bar of the asset. */
export type ValueAt = (bar: number) => number;

/** Values of expressions over the bars of an asset. */
export type SeriesOf = (expression: Expression) => ValueAt;

/** Expressions that are known before their bars: those that depend on a bar are compiled together, once. */
export class SeriesPlan {
  readonly #slots = new Map<Expression, number>();
  readonly #params: ParamValues;

  /** For values of parameters. */
  constructor(params: ParamValues) {
    this.#params = params;
  }

  /** Notes an expression, which can then be read. */
  add(expression: Expression | undefined): void {
    if (expression === undefined || isStaticExpression(expression)) return;
    if (!this.#slots.has(expression)) this.#slots.set(expression, this.#slots.size);
  }

  /**
   * What evaluates all of them over the bars of an asset.
   *
   * @throws {CodeGenerationError} If code generation from strings is forbidden and `simMode` is not `"event"`.
   */
  evaluator(simMode: SimMode): (bars: Bars) => SeriesOf {
    const params = this.#params;
    const evaluate = columnEvaluator([...this.#slots.keys()], { params, simMode });
    return (bars) => {
      const columns = evaluate(bars);
      return (expression) => {
        const slot = this.#slots.get(expression);
        if (slot !== undefined) return (bar) => columns[slot][bar];
        const value = staticValue(expression, params);
        return () => value;
      };
    };
  }
}
