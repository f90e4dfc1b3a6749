import type { Expression } from "../define/expression.ts";
import { call, column, literal } from "./build.ts";
import type { Indicator } from "./indicator.ts";

/**
 * Supertrend: a line k average true ranges from the middle of the bar that only follows the trend, and its direction, 1
 * while the line is below and -1 while it is above.
 *
 * O. Seban. TA-Lib SUPERTREND, which begins upwards; TradingView begins downwards, one bar earlier, and has the other sign.
 */
export const supertrend: Indicator = {
  name: "supertrend",
  kind: "indicator",
  args: [
    { name: "n", type: "length", default: 10 },
    { name: "k", type: "factor", default: 3 },
  ],
  returns: "number",
  outputs: ["line", "direction"],
  summary: "Supertrend, and 1 or -1 for its direction",
  expand([n, k], output): Expression {
    const middle = call("/", call("+", column("high"), column("low")), literal(2));
    const width = call("*", k, call("atr", n));
    const before = call("lag", column("close"), literal(1));
    const lower = call("trendFloor", call("-", middle, width), before);
    const upper = call("trendCeiling", call("+", middle, width), before);
    const direction = call("trendSide", lower, upper);
    if (output === "direction") return direction;
    return call("?:", call(">", direction, literal(0)), lower, upper);
  },
};
