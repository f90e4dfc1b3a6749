import type { Expression } from "../define/expression.ts";
import { call, column, literal } from "./build.ts";
import type { Indicator } from "./indicator.ts";

/**
 * Commodity channel index: distance of the typical price from its mean in mean absolute deviations, over 0.015.
 *
 * D. Lambert (1980). TA-Lib CCI. A bar costs n steps.
 */
export const cci: Indicator = {
  name: "cci",
  kind: "indicator",
  args: [{ name: "n", type: "length", default: 20 }],
  returns: "number",
  summary: "Commodity channel index",
  expand([n]): Expression {
    const sum = call("+", call("+", column("high"), column("low")), column("close"));
    const typical = call("/", sum, literal(3));
    return call("/", call("meanDeviations", typical, n), literal(0.015));
  },
};
