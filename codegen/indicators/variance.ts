import type { Expression } from "../define/expression.ts";
import { call, literal } from "./build.ts";
import type { Indicator } from "./indicator.ts";

/**
 * Population variance of the last n values: mean of squares less square of the mean, 0 where rounding makes that
 * negative. TA-Lib VAR.
 */
export const variance: Indicator = {
  name: "variance",
  kind: "indicator",
  args: [{ name: "x", type: "number" }, { name: "n", type: "length" }],
  returns: "number",
  summary: "Population variance",
  expand([x, n]): Expression {
    const mean = call("sma", x, n);
    const difference = call("-", call("meanSquare", x, n), call("*", mean, mean));
    const zero = literal(0);
    return call("?:", call("<", difference, zero), zero, difference);
  },
};
