import { call } from "./build.ts";
import type { Indicator } from "./indicator.ts";

/** Average true range: Wilder's average of the true range. J. W. Wilder (1978). TA-Lib ATR. */
export const atr: Indicator = {
  name: "atr",
  kind: "indicator",
  args: [{ name: "n", type: "length", default: 14 }],
  returns: "number",
  summary: "Average true range",
  expand: ([n]) => call("rma", call("trueRange"), n),
};
