import type { Expression } from "../define/expression.ts";
import { call, column, literal } from "./build.ts";
import type { Indicator } from "./indicator.ts";

/** A bar whose range lies within that of the bar before and touches neither end of it. */
export const insideBar: Indicator = {
  name: "insideBar",
  kind: "indicator",
  args: [],
  returns: "boolean",
  summary: "Range within that of the bar before",
  expand(): Expression {
    const [high, low] = [column("high"), column("low")];
    const below = call("<", high, call("lag", high, literal(1)));
    return call("&&", below, call(">", low, call("lag", low, literal(1))));
  },
};
