import type { Column } from "../data/bars.ts";
import { addValue, newMoments, sampleDeviation } from "./moments.ts";
import { noise } from "./returns.ts";

/**
 * Correlation of two columns of returns, from -1 to 1; NaN where one of them does not vary or is not finite. Welford's, in
 * order.
 *
 * @param y As long as `x`.
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * assertAlmostEquals(correlation(Float64Array.of(0, 0.1, 0.2), Float64Array.of(0.3, 0.2, 0.1)), -1, 1e-15);
 * ```
 */
export function correlation(x: Column, y: Column): number {
  const [one, other] = [newMoments(), newMoments()];
  let products = 0;
  for (let k = 0; k < x.length; k++) {
    const distance = x[k] - one.mean;
    addValue(one, x[k]);
    addValue(other, y[k]);
    products += distance * (y[k] - other.mean);
  }
  const varies = sampleDeviation(one) > noise && sampleDeviation(other) > noise;
  if (!varies) return NaN;
  return Math.max(-1, Math.min(1, products / Math.sqrt(one.squares * other.squares)));
}
