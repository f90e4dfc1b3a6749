import { Ranker } from "./ranker.ts";

/** The workspace that goes with each column that weights are written into. */
const rankers = new WeakMap<Float64Array, Ranker>();

/**
 * Weights of 1/n for the `n` largest scores and -1/m for the `m` smallest, 0 for all others; see `Ranker.topBottom`.
 *
 * With one `out` for all rows of a run nothing is allocated a row.
 *
 * @param scores One score an asset; those that are not finite are left out.
 * @param n How many of the largest.
 * @param m How many of the smallest.
 * @param out The weights: an array other than that of the scores, of equal length; a new one by default.
 * @returns `out`.
 * @throws {RangeError} Where `n` or `m` is no integer from 0, or `out` is not such an array.
 * @example The two strongest of five, by the smaller index where they are equal
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const weights = topBottom(Float64Array.of(4, 7, NaN, 7, 7), 2, 1);
 * assertEquals([...weights], [-1, 0.5, 0, 0.5, 0]);
 * ```
 */
export function topBottom(
  scores: Float64Array,
  n: number,
  m: number,
  out?: Float64Array,
): Float64Array {
  if (out === undefined) return new Ranker().topBottom(scores, n, m);
  let ranker = rankers.get(out);
  if (ranker === undefined) rankers.set(out, ranker = new Ranker());
  return ranker.topBottom(scores, n, m, out);
}
