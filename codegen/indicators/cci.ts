import type { Expression } from "../define/expression.ts";
import { call, literal } from "./build.ts";
import type { Indicator } from "./indicator.ts";
import { typicalPrice } from "./typical_price.ts";

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
    return call("/", call("meanDeviations", typicalPrice(), n), literal(0.015));
  },
};
