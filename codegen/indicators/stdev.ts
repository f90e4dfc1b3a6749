import { call } from "./build.ts";
import type { Indicator } from "./indicator.ts";

/** Population standard deviation of the last n values: the root of their variance. TA-Lib STDDEV. */
export const stdev: Indicator = {
  name: "stdev",
  kind: "indicator",
  args: [{ name: "x", type: "number" }, { name: "n", type: "length" }],
  returns: "number",
  summary: "Population standard deviation",
  expand: ([x, n]) => call("sqrt", call("variance", x, n)),
};
