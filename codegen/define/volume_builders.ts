import { call, type NumberInput } from "./builders.ts";
import type { Expression } from "./expression.ts";

/** On-balance volume: the volume of all bars so far, less where the close fell. */
export function obv(): Expression {
  return call("obv", []);
}

/** Accumulation and distribution: the volume of all bars so far, each weighed by where its close lies in its range. */
export function ad(): Expression {
  return call("ad", []);
}

/** Money flow index, 0 to 100: the share of rising bars in the turnover of the last n. */
export function mfi(n: NumberInput = 14): Expression {
  return call("mfi", [n]);
}

/** Moving average of the last n values, weighed by volume; NaN where there was none. */
export function vwma(x: NumberInput, n: NumberInput): Expression {
  return call("vwma", [x, n]);
}
