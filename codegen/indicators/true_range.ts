import type { Expression } from "../define/expression.ts";
import { call, column, literal } from "./build.ts";
import type { Indicator } from "./indicator.ts";

/** True range: the bar's range, widened to the close before it. J. W. Wilder (1978). TA-Lib TRANGE. */
export const trueRange: Indicator = {
  name: "trueRange",
  kind: "indicator",
  args: [],
  returns: "number",
  summary: "True range of the bar",
  expand(): Expression {
    // The largest of high - low, |high - close before| and |low - close before| is this one difference: rounding is
    // monotone, so the bits are the same.
    const before = call("lag", column("close"), literal(1));
    return call("-", call("max", column("high"), before), call("min", column("low"), before));
  },
};
