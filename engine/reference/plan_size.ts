import type { Expression } from "../../codegen/define/expression.ts";
import type { Size, VolatilitySize } from "../../codegen/define/types.ts";
import type { Evaluator } from "./evaluator.ts";

/** A size with its value on every bar, or with Kelly's numbers. */
export type PlannedSize =
  | {
    readonly type: "units" | "value" | "percentOfEquity" | "riskOfEquity";
    readonly values: Float64Array;
  }
  | {
    readonly type: "kelly";
    readonly fraction: number;
    readonly trades: number;
    readonly least: number;
  };

/** Evaluates a size; a volatility target is a fraction of equity. */
export function planSize(size: Size, evaluates: Evaluator): PlannedSize {
  switch (size.type) {
    case "kelly":
      return {
        type: "kelly",
        fraction: evaluates.number(size.fraction),
        trades: evaluates.number(size.trades),
        least: evaluates.number(size.least),
      };
    case "volatilityTarget":
      return { type: "percentOfEquity", values: fractionsFor(size, evaluates) };
    default:
      return { type: size.type, values: evaluates.column(size.value) };
  }
}

/** The fraction of equity whose volatility is the target, from the returns of the last bars. */
function fractionsFor(size: VolatilitySize, evaluates: Evaluator): Float64Array {
  const target = evaluates.number(size.target);
  const perYear = evaluates.number(size.periodsPerYear);
  const window = evaluates.count(size.window, "volatilityTarget", 2);
  const close: Expression = { tag: "column", name: "close" };
  const before = call("lag", close, number(1));
  const change = call("-", call("/", close, before), number(1));
  return evaluates.column(call("stdev", change, number(window))).map((deviation) => {
    const sample = deviation * Math.sqrt(window / (window - 1));
    return target / (sample * Math.sqrt(perYear));
  });
}

function call(name: string, ...args: Expression[]): Expression {
  return { tag: "call", name, args };
}

function number(value: number): Expression {
  return { tag: "number", value };
}
