import type { Expression } from "../define/expression.ts";
import { call, column, literal } from "./build.ts";
import type { Indicator } from "./indicator.ts";

/**
 * Williams' %R: how far the close lies below the highest high of n bars, in percent of their range, as a number from -100
 * to 0; 0 when flat.
 *
 * L. Williams (1973). TA-Lib WILLR.
 */
export const willr: Indicator = {
  name: "willr",
  kind: "indicator",
  args: [{ name: "n", type: "length", default: 14 }],
  returns: "number",
  summary: "Williams' %R, -100 to 0",
  expand([n]): Expression {
    const top = call("highest", column("high"), n);
    const bottom = call("lowest", column("low"), n);
    const place = call("/", call("-", top, column("close")), call("-", top, bottom));
    const percent = call("*", call("neg", literal(100)), place);
    return call("?:", call("==", top, bottom), literal(0), percent);
  },
};
