import type { Indicator } from "./indicator.ts";
import { recursion } from "./recursion.ts";

/**
 * Wilder's moving average, weight 1 / n, seeded with a simple mean.
 *
 * J. W. Wilder, New Concepts in Technical Trading Systems (1978); the smoothing inside TA-Lib's ATR and RSI.
 */
export const rma: Indicator = {
  name: "rma",
  kind: "indicator",
  args: [{ name: "x", type: "number" }, { name: "n", type: "length" }],
  returns: "number",
  summary: "Wilder's moving average, weight 1 / n",
  step: recursion((at) => 1 / at(1)),
};
