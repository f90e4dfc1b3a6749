import type { Expression } from "../define/expression.ts";
import type { VolatilitySize } from "../define/types.ts";

/**
 * The fraction of equity at which a position is as volatile as wanted.
 *
 * `target / (stdev(close / close[1] - 1, window) * sqrt(window / (window - 1)) * sqrt(periodsPerYear))`
 */
export function volatilityFraction(
  { target, window, periodsPerYear }: VolatilitySize,
): Expression {
  const close: Expression = { tag: "column", name: "close" };
  const one = number(1);
  const change = call("-", call("/", close, call("lag", close, one)), one);
  const correction = call("sqrt", call("/", window, call("-", window, one)));
  const deviation = call("*", call("stdev", change, window), correction);
  return call("/", target, call("*", deviation, call("sqrt", periodsPerYear)));
}

function call(name: string, ...args: readonly Expression[]): Expression {
  return { tag: "call", name, args };
}

function number(value: number): Expression {
  return { tag: "number", value };
}
