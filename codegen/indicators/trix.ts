import { call, literal } from "./build.ts";
import type { Indicator } from "./indicator.ts";

/** Change over one bar of an ema of an ema of an ema, in percent. J. Hutson (1983). TA-Lib TRIX. */
export const trix: Indicator = {
  name: "trix",
  kind: "indicator",
  args: [{ name: "x", type: "number" }, { name: "n", type: "length", default: 30 }],
  returns: "number",
  summary: "Change of a triple exponential average, in percent",
  expand: ([x, n]) => call("roc", call("ema", call("ema", call("ema", x, n), n), n), literal(1)),
};
