import type { Expression } from "../define/expression.ts";
import { call, column, literal } from "./build.ts";
import type { Indicator } from "./indicator.ts";
import { share } from "./share.ts";

/**
 * Ultimate oscillator: the buying pressure of three spans in their true range, weighed 4, 2 and 1, times 100; a span
 * without a range counts as 0.
 *
 * L. Williams (1976). TA-Lib ULTOSC, which sorts its lengths.
 */
export const ultimate: Indicator = {
  name: "ultimate",
  kind: "indicator",
  args: [
    { name: "short", type: "length", default: 7 },
    { name: "medium", type: "length", default: 14 },
    { name: "long", type: "length", default: 28 },
  ],
  returns: "number",
  summary: "Ultimate oscillator, 0 to 100",
  refuse: ([short, medium, long]) =>
    short < medium && medium < long
      ? undefined
      : `Expected short < medium < long but found ${short}, ${medium} and ${long}`,
  expand([short, medium, long]): Expression {
    const before = call("lag", column("close"), literal(1));
    const pressure = call("-", column("close"), call("min", column("low"), before));
    const range = call("trueRange");
    const span = (n: Expression, weight: number): Expression => {
      const part = share(call("windowSum", pressure, n), call("windowSum", range, n));
      return call("*", literal(weight), part);
    };
    const sum = call("+", call("+", span(short, 4), span(medium, 2)), span(long, 1));
    return call("*", literal(100), call("/", sum, literal(7)));
  },
};
