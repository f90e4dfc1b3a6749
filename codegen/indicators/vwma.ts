import type { Expression } from "../define/expression.ts";
import { call, column } from "./build.ts";
import type { Indicator } from "./indicator.ts";

/**
 * Moving average of the last n values, each weighed by its bar's volume; NaN where there was none.
 *
 * TA-Lib VWMA, which of one bar without volume gives the value, and of several what rounding has left.
 */
export const vwma: Indicator = {
  name: "vwma",
  kind: "indicator",
  args: [{ name: "x", type: "number" }, { name: "n", type: "length" }],
  returns: "number",
  summary: "Moving average weighed by volume",
  expand([x, n]): Expression {
    const volume = column("volume");
    return call("/", call("windowSum", call("*", x, volume), n), call("windowSum", volume, n));
  },
};
