/**
 * Quantile of sorted values: linear between the two nearest ranks, position `(n - 1) * share`, as NumPy's default and
 * type 7 of R. J. Hyndman and Y. Fan, Sample Quantiles in Statistical Packages, American Statistician 50 (1996).
 *
 * @param sorted In ascending order, at least one.
 * @param share From 0 to 1.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(quantile(Float64Array.of(1, 2, 4, 8), 0.5), 3);
 * ```
 */
export function quantile(sorted: Float64Array, share: number): number {
  const position = (sorted.length - 1) * share;
  const below = Math.floor(position);
  const low = sorted[below];
  const high = sorted[Math.min(below + 1, sorted.length - 1)];
  return low + (high - low) * (position - below);
}
