import { call } from "./build.ts";
import type { Indicator } from "./indicator.ts";

/** Change over n bars. TA-Lib MOM. */
export const momentum: Indicator = {
  name: "momentum",
  kind: "indicator",
  args: [{ name: "x", type: "number" }, { name: "n", type: "length", default: 10 }],
  returns: "number",
  summary: "Change over n bars",
  expand: ([x, n]) => call("-", x, call("lag", x, n)),
};
