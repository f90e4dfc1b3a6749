import type { Expression } from "../define/expression.ts";
import { call, literal } from "./build.ts";
import type { Indicator } from "./indicator.ts";

/** Population standard deviation of the last n values. TA-Lib STDDEV. */
export const stdev: Indicator = {
  name: "stdev",
  kind: "indicator",
  args: [{ name: "x", type: "number" }, { name: "n", type: "length" }],
  returns: "number",
  summary: "Population standard deviation",
  expand([x, n]): Expression {
    const variance = call("rawVariance", x, n);
    const zero = literal(0);
    return call("sqrt", call("?:", call("<", variance, zero), zero, variance));
  },
};
