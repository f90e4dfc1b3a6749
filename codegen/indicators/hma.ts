import type { Expression } from "../define/expression.ts";
import { call, literal } from "./build.ts";
import type { Indicator } from "./indicator.ts";

/** Hull moving average: a wma, of half the length twice less of the whole, smoothed once more. A. Hull (2005). TA-Lib HMA. */
export const hma: Indicator = {
  name: "hma",
  kind: "indicator",
  args: [{ name: "x", type: "number" }, { name: "n", type: "length" }],
  returns: "number",
  summary: "Hull moving average",
  expand([x, n]): Expression {
    const half = call("max", call("floor", call("/", n, literal(2))), literal(1));
    const ahead = call("-", call("*", literal(2), call("wma", x, half)), call("wma", x, n));
    return call("wma", ahead, call("floor", call("sqrt", n)));
  },
};
