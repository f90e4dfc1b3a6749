import { call, literal } from "./build.ts";
import type { Indicator } from "./indicator.ts";

/** Rate of change over n bars, in percent. TA-Lib ROC. */
export const roc: Indicator = {
  name: "roc",
  kind: "indicator",
  args: [{ name: "x", type: "number" }, { name: "n", type: "length", default: 10 }],
  returns: "number",
  summary: "Rate of change over n bars, in percent",
  expand: ([x, n]) =>
    call("*", call("-", call("/", x, call("lag", x, n)), literal(1)), literal(100)),
};
