import type { Expression } from "../define/expression.ts";
import { call, literal } from "./build.ts";
import type { Indicator } from "./indicator.ts";

/**
 * Population standard deviation of the last n values: mean of squares less square of the mean, 0 where rounding makes
 * that negative. TA-Lib STDDEV.
 */
export const stdev: Indicator = {
  name: "stdev",
  kind: "indicator",
  args: [{ name: "x", type: "number" }, { name: "n", type: "length" }],
  returns: "number",
  summary: "Population standard deviation",
  expand([x, n]): Expression {
    const mean = call("sma", x, n);
    const variance = call("-", call("meanSquare", x, n), call("*", mean, mean));
    const zero = literal(0);
    return call("sqrt", call("?:", call("<", variance, zero), zero, variance));
  },
};
