import type { Expression } from "../define/expression.ts";
import { call, literal } from "./build.ts";
import type { Indicator } from "./indicator.ts";

/**
 * Slope of the last n simple changes of a series on those of a market; 0 where the market's do not vary.
 *
 * TA-Lib BETA, whose first series is the market too.
 */
export const beta: Indicator = {
  name: "beta",
  kind: "indicator",
  args: [
    { name: "market", type: "number" },
    { name: "x", type: "number" },
    { name: "n", type: "length" },
  ],
  returns: "number",
  summary: "Slope of the changes of x on those of the market",
  expand([market, x, n]): Expression {
    const base = change(market);
    const spread = call("variance", base, n);
    const share = call("/", call("covariance", base, change(x), n), spread);
    return call("?:", call("==", spread, literal(0)), literal(0), share);
  },
};

function change(x: Expression): Expression {
  const before = call("lag", x, literal(1));
  return call("/", call("-", x, before), before);
}
