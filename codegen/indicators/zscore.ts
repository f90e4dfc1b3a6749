import type { Expression } from "../define/expression.ts";
import { call, literal } from "./build.ts";
import type { Indicator } from "./indicator.ts";

/** Distance from the simple mean in population standard deviations; 0 when flat. */
export const zscore: Indicator = {
  name: "zscore",
  kind: "indicator",
  args: [{ name: "x", type: "number" }, { name: "n", type: "length" }],
  returns: "number",
  summary: "Distance from the mean in standard deviations",
  expand([x, n]): Expression {
    const deviation = call("stdev", x, n);
    const distance = call("/", call("-", x, call("sma", x, n)), deviation);
    return call("?:", call("==", deviation, literal(0)), literal(0), distance);
  },
};
