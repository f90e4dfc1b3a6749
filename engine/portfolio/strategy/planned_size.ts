import { close, div, lag, sub } from "../../../codegen/define/builders.ts";
import type { Expression } from "../../../codegen/define/expression.ts";
import { stdev } from "../../../codegen/define/indicator_builders.ts";
import { type ParamValues, staticValue } from "../../../codegen/define/static.ts";
import type { Size } from "../../../codegen/define/types.ts";
import type { SeriesOf, ValueAt } from "./series.ts";

/** What the number of a size counts. */
export type SizeKind = "units" | "value" | "percentOfEquity" | "riskOfEquity";

/** The size of a strategy. */
export interface PlannedSize {
  readonly kind: SizeKind;
  /** The expression that is read at the signal. */
  readonly reads: Expression;
  /** What is made of it. */
  readonly valueOf: (series: SeriesOf) => ValueAt;
}

/** Plans a size; a volatility target is a fraction of equity, section 6 of docs/semantics.md. */
export function plannedSize(
  size: Exclude<Size, { type: "kelly" }>,
  params: ParamValues,
): PlannedSize {
  if (size.type !== "volatilityTarget") {
    const { type: kind, value } = size;
    return { kind, reads: value, valueOf: (series) => series(value) };
  }
  const numbers = [size.target, size.window, size.periodsPerYear]
    .map((expression) => staticValue(expression, params));
  const [target, window, perYear] = numbers;
  const reads = stdev(sub(div(close, lag(close, 1)), 1), window);
  return {
    kind: "percentOfEquity",
    reads,
    valueOf: (series) => {
      const deviation = series(reads);
      const ofSample = Math.sqrt(window / (window - 1));
      return (bar) => target / (deviation(bar) * ofSample * Math.sqrt(perYear));
    },
  };
}
