import type { Expression } from "../define/expression.ts";
import { call, column, literal } from "./build.ts";
import type { Indicator } from "./indicator.ts";

/**
 * Aroon: how new the highest high and the lowest low of the last n + 1 bars are, 100 on the bar itself, 0 n bars ago.
 *
 * T. Chande (1995). TA-Lib AROON. Of equal extremes the newest counts.
 */
export const aroon: Indicator = {
  name: "aroon",
  kind: "indicator",
  args: [{ name: "n", type: "length", default: 14 }],
  returns: "number",
  outputs: ["up", "down"],
  summary: "Aroon, 0 to 100",
  expand([n], output): Expression {
    const window = call("+", n, literal(1));
    const since = output === "up"
      ? call("sinceHighest", column("high"), window)
      : call("sinceLowest", column("low"), window);
    return call("*", literal(100), call("/", call("-", n, since), n));
  },
};
