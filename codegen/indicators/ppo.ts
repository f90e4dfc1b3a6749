import type { Expression } from "../define/expression.ts";
import { call, literal } from "./build.ts";
import type { Indicator } from "./indicator.ts";

/**
 * Percentage price oscillator: fast less slow ema, in percent of the slow one.
 *
 * TA-Lib PPO with its default average, EMA. Both are seeded on the first inputs, unlike the line of `macd`.
 */
export const ppo: Indicator = {
  name: "ppo",
  kind: "indicator",
  args: [
    { name: "x", type: "number" },
    { name: "fast", type: "length", default: 12 },
    { name: "slow", type: "length", default: 26 },
  ],
  returns: "number",
  summary: "Fast less slow exponential average, in percent",
  refuse: ([fast, slow]) =>
    fast < slow ? undefined : `Expected fast < slow but found ${fast} and ${slow}`,
  expand([x, fast, slow]): Expression {
    const base = call("ema", x, slow);
    return call("*", literal(100), call("/", call("-", call("ema", x, fast), base), base));
  },
};
