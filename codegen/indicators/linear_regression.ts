import type { Expression } from "../define/expression.ts";
import { call, literal } from "./build.ts";
import type { Indicator } from "./indicator.ts";

/**
 * End of the straight line through the last n values, by least squares. TA-Lib LINEARREG.
 *
 * The line lies above the simple mean by three times what the linearly weighted one does, at the newest value.
 */
export const linearRegression: Indicator = {
  name: "linearRegression",
  kind: "indicator",
  args: [{ name: "x", type: "number" }, { name: "n", type: "length" }],
  returns: "number",
  summary: "End of the straight line through the last n values",
  expand: ([x, n]) =>
    call("-", call("*", literal(3), call("wma", x, n)), call("*", literal(2), call("sma", x, n))),
};

/** Rise per bar of the straight line through the last n values, by least squares. TA-Lib LINEARREG_SLOPE. */
export const slope: Indicator = {
  ...linearRegression,
  name: "slope",
  summary: "Rise per bar of the straight line through the last n values",
  refuse: ([n]) => n >= 2 ? undefined : `Expected n >= 2 but found ${n}`,
  expand([x, n]): Expression {
    const rise = call("*", literal(3), call("-", call("wma", x, n), call("sma", x, n)));
    return call("/", rise, call("/", call("-", n, literal(1)), literal(2)));
  },
};
