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
    const [high, low] = [column("high"), column("low")];
    const before = call("lag", column("close"), literal(1));
    const range = call("max", call("-", high, low), call("abs", call("-", high, before)));
    return call("max", range, call("abs", call("-", low, before)));
  },
};
