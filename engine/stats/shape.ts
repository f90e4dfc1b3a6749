/** How a distribution differs from a normal one, which has 0 of both. */
export interface Shape {
  /** Skewness, corrected for bias; NaN of fewer than three values. */
  readonly skew: number;
  /** Excess kurtosis, corrected for bias; NaN of fewer than four values. */
  readonly kurtosis: number;
}

/**
 * Skewness and excess kurtosis, corrected for bias: G1 and G2 of D. N. Joanes and C. A. Gill, Comparing Measures of Sample
 * Skewness and Kurtosis, The Statistician 47 (1998); as pandas. NaN where the values do not vary.
 *
 * @param values At least one.
 * @param mean Their mean.
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * const { skew, kurtosis } = shapeOf(Float64Array.of(1, 2, 3, 10), 4);
 * assertAlmostEquals(skew, 1.763632614803888, 1e-14);
 * assertAlmostEquals(kurtosis, 3.228, 1e-14);
 * ```
 */
export function shapeOf(values: Float64Array, mean: number): Shape {
  const n = values.length;
  let [second, third, fourth] = [0, 0, 0];
  for (const value of values) {
    const distance = value - mean;
    const square = distance * distance;
    second += square;
    third += square * distance;
    fourth += square * square;
  }
  if (second === 0) return { skew: NaN, kurtosis: NaN };
  const variance = second / n;
  const g1 = third / n / (variance * Math.sqrt(variance));
  const g2 = fourth / n / (variance * variance) - 3;
  return {
    skew: n < 3 ? NaN : g1 * Math.sqrt(n * (n - 1)) / (n - 2),
    kurtosis: n < 4 ? NaN : (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * g2 + 6),
  };
}
