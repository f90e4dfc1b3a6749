import type { Expression } from "../define/expression.ts";
import { call, literal } from "./build.ts";
import { covariance } from "./covariance.ts";
import type { Indicator } from "./indicator.ts";

/**
 * Correlation of the last n pairs of values (Pearson): covariance in standard deviations, 0 where either is flat.
 *
 * TA-Lib CORREL. Where rounding makes it leave -1 to 1, it is cut to that.
 */
export const correlation: Indicator = {
  ...covariance,
  name: "correlation",
  summary: "Correlation, -1 to 1",
  expand([x, y, n]): Expression {
    const both = call("*", call("variance", x, n), call("variance", y, n));
    const share = call("/", call("covariance", x, y, n), call("sqrt", both));
    const [zero, one] = [literal(0), literal(1)];
    const cut = call("max", call("neg", one), call("min", one, share));
    return call("?:", call("==", both, zero), zero, cut);
  },
};
