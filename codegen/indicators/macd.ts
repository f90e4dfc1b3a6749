import type { Expression } from "../define/expression.ts";
import { call, literal } from "./build.ts";
import type { Indicator } from "./indicator.ts";

/**
 * Moving average convergence divergence: fast less slow ema, its own ema (`signal`) and their difference.
 *
 * G. Appel. The fast ema is seeded on the bars just before the slow one's first value, as in TA-Lib MACD, so `line` is
 * not `ema(x, fast) - ema(x, slow)`. All outputs start together.
 */
export const macd: Indicator = {
  name: "macd",
  kind: "indicator",
  args: [
    { name: "x", type: "number" },
    { name: "fast", type: "length", default: 12 },
    { name: "slow", type: "length", default: 26 },
    { name: "signal", type: "length", default: 9 },
  ],
  returns: "number",
  outputs: ["line", "signal", "histogram"],
  summary: "Moving average convergence divergence",
  refuse: ([fast, slow]) =>
    fast < slow ? undefined : `Expected fast < slow but found ${fast} and ${slow}`,
  expand([x, fast, slow, signal], output): Expression {
    const late = call("lateEma", x, fast, call("-", slow, fast));
    const line = call("-", late, call("ema", x, slow));
    const average = call("ema", line, signal);
    if (output === "signal") return average;
    if (output === "histogram") return call("-", line, average);
    return call("settle", line, call("-", signal, literal(1)));
  },
};
