import { call, type NumberInput } from "./builders.ts";
import type { Expression } from "./expression.ts";

/** End of the straight line through the last n values, by least squares. */
export function linearRegression(x: NumberInput, n: NumberInput): Expression {
  return call("linearRegression", [x, n]);
}

/** Rise per bar of the straight line through the last n values; n is 2 or more. */
export function slope(x: NumberInput, n: NumberInput): Expression {
  return call("slope", [x, n]);
}

/** Population covariance of the last n pairs of values. */
export function covariance(x: NumberInput, y: NumberInput, n: NumberInput): Expression {
  return call("covariance", [x, y, n]);
}

/** Correlation of the last n pairs of values, -1 to 1; 0 where either is flat. */
export function correlation(x: NumberInput, y: NumberInput, n: NumberInput): Expression {
  return call("correlation", [x, y, n]);
}

/** Slope of the last n simple changes of x on those of a market; 0 where the market does not vary. */
export function beta(market: NumberInput, x: NumberInput, n: NumberInput): Expression {
  return call("beta", [market, x, n]);
}

/** Median of the last n values. */
export function median(x: NumberInput, n: NumberInput): Expression {
  return call("median", [x, n]);
}

/** Share of the n values before this one that are at or below it, 0 to 100; NaN where any of them is no number. */
export function percentRank(x: NumberInput, n: NumberInput): Expression {
  return call("percentRank", [x, n]);
}
