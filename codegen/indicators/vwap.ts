import type { Expression } from "../define/expression.ts";
import { call, column, literal } from "./build.ts";
import type { Indicator } from "./indicator.ts";
import { typicalPrice } from "./typical_price.ts";

/**
 * Volume-weighted average price of the local day so far: the typical price weighted by volume.
 *
 * S. Berkowitz, D. Logue, E. Noser, The Total Cost of Transactions on the NYSE (1988), on bars. As `ta.vwap(hlc3)` of
 * TradingView and `vwap(anchor="D")` of pandas-ta, but for the zone.
 */
export const vwap: Indicator = {
  name: "vwap",
  kind: "indicator",
  args: [{ name: "zone", type: "zone", default: "UTC" }],
  returns: "number",
  summary: "Volume-weighted average price of the day so far",
  expand: ([zone]): Expression => since(call("newDay", zone)),
};

/** Volume-weighted average price since a condition was last true. */
export const anchoredVwap: Indicator = {
  name: "anchoredVwap",
  kind: "indicator",
  args: [{ name: "anchor", type: "boolean" }],
  returns: "number",
  summary: "Volume-weighted average price since the anchor was last true",
  expand([anchor]): Expression {
    const begun = call(">=", call("barsSince", anchor), literal(0));
    return call("?:", begun, since(anchor), literal(NaN));
  },
};

/** Volume-weighted average price of the last n bars: a volume-weighted moving average of the typical price. */
export const rollingVwap: Indicator = {
  name: "rollingVwap",
  kind: "indicator",
  args: [{ name: "n", type: "length" }],
  returns: "number",
  summary: "Volume-weighted average price of the last n bars",
  expand([n]): Expression {
    return call("/", call("sma", traded(), n), call("sma", column("volume"), n));
  },
};

function since(reset: Expression): Expression {
  return call("/", call("cum", traded(), reset), call("cum", column("volume"), reset));
}

function traded(): Expression {
  return call("*", typicalPrice(), column("volume"));
}
