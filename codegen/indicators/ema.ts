import type { Indicator } from "./indicator.ts";
import { recursion } from "./recursion.ts";

/** Exponential moving average, weight 2 / (n + 1), seeded with a simple mean. TA-Lib EMA. */
export const ema: Indicator = {
  name: "ema",
  kind: "indicator",
  args: [{ name: "x", type: "number" }, { name: "n", type: "length" }],
  returns: "number",
  summary: "Exponential moving average, weight 2 / (n + 1)",
  step: recursion((at) => 2 / (at(1) + 1)),
};

/** An ema whose seed begins `skip` bars later. */
export const lateEma: Indicator = {
  ...ema,
  name: "lateEma",
  internal: true,
  args: [...ema.args, { name: "skip", type: "lag" }],
  summary: "Exponential moving average whose seed begins later",
  step: recursion((at) => 2 / (at(1) + 1), (at) => at(2)),
};
