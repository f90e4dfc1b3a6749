import type { Expression } from "../define/expression.ts";
import { call, literal } from "./build.ts";
import type { Indicator } from "./indicator.ts";

/** Double exponential moving average: twice the ema less the ema of it. P. Mulloy (1994). TA-Lib DEMA. */
export const dema: Indicator = {
  name: "dema",
  kind: "indicator",
  args: [{ name: "x", type: "number" }, { name: "n", type: "length" }],
  returns: "number",
  summary: "Double exponential moving average",
  expand([x, n]): Expression {
    const once = call("ema", x, n);
    return call("-", call("*", literal(2), once), call("ema", once, n));
  },
};
