import { call, column, literal } from "./build.ts";
import type { Indicator } from "./indicator.ts";

/** Average true range in percent of the close. TA-Lib NATR, for n > 1. */
export const natr: Indicator = {
  name: "natr",
  kind: "indicator",
  args: [{ name: "n", type: "length", default: 14 }],
  returns: "number",
  summary: "Average true range in percent of the close",
  expand: ([n]) => call("*", literal(100), call("/", call("atr", n), column("close"))),
};
