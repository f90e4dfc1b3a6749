import type { Expression } from "../define/expression.ts";
import { call, column, literal } from "./build.ts";
import type { Indicator } from "./indicator.ts";

/**
 * Accumulation and distribution: the volume of all bars so far, each weighed by where its close lies in its range, from
 * -1 at the low to 1 at the high; 0 for a bar without a range.
 *
 * M. Chaikin. TA-Lib AD.
 */
export const ad: Indicator = {
  name: "ad",
  kind: "indicator",
  args: [],
  returns: "number",
  summary: "Accumulation and distribution",
  expand(): Expression {
    const [high, low, close] = ["high", "low", "close"].map(column);
    const place = call("-", call("-", close, low), call("-", high, close));
    const weight = call("/", place, call("-", high, low));
    const share = call("?:", call("==", high, low), literal(0), weight);
    return call("total", call("*", share, column("volume")));
  },
};
