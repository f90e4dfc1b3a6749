import type { Expression } from "../define/expression.ts";
import { call } from "./build.ts";
import type { Indicator } from "./indicator.ts";

/** Bollinger bands: the simple mean, and k population standard deviations above and below. TA-Lib BBANDS. */
export const bbands: Indicator = {
  name: "bbands",
  kind: "indicator",
  args: [
    { name: "x", type: "number" },
    { name: "n", type: "length", default: 20 },
    { name: "k", type: "factor", default: 2 },
  ],
  returns: "number",
  outputs: ["upper", "middle", "lower"],
  summary: "Bollinger bands",
  expand([x, n, k], output): Expression {
    const middle = call("sma", x, n);
    if (output === "middle") return middle;
    return call(output === "upper" ? "+" : "-", middle, call("*", k, call("stdev", x, n)));
  },
};
