import type { Expression } from "../define/expression.ts";
import { call, literal } from "./build.ts";
import type { Indicator } from "./indicator.ts";

/**
 * Triple exponential moving average: three times the ema, less three times the ema of it, and the ema of that.
 *
 * P. Mulloy (1994). TA-Lib TEMA.
 */
export const tema: Indicator = {
  name: "tema",
  kind: "indicator",
  args: [{ name: "x", type: "number" }, { name: "n", type: "length" }],
  returns: "number",
  summary: "Triple exponential moving average",
  expand([x, n]): Expression {
    const once = call("ema", x, n);
    const twice = call("ema", once, n);
    const three = literal(3);
    const ahead = call("-", call("*", three, once), call("*", three, twice));
    return call("+", ahead, call("ema", twice, n));
  },
};
