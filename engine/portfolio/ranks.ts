/**
 * Ranks of scores, 1 for the smallest; equal scores share the mean of their ranks.
 *
 * @param scores One score an asset.
 * @param out The ranks, as many as scores; it may be the array of scores. A new one by default.
 * @returns `out`; NaN for scores that are not finite.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals([...ranks(Float64Array.of(5, 2, NaN, 5))], [2.5, 1, NaN, 2.5]);
 * ```
 */
export function ranks(
  scores: Float64Array,
  out: Float64Array = new Float64Array(scores.length),
): Float64Array {
  const sorted = scores.filter(Number.isFinite).sort();
  for (let asset = 0; asset < scores.length; asset++) {
    const score = scores[asset];
    // Places first to last - 1 hold equal scores: their mean rank is (first + 1 + last) / 2.
    const first = countBelow(sorted, (value) => value < score);
    const last = countBelow(sorted, (value) => value <= score);
    out[asset] = Number.isFinite(score) ? (first + 1 + last) / 2 : NaN;
  }
  return out;
}

/** How many values from the start on are below something, by bisection. */
function countBelow(sorted: Float64Array, isBelow: (value: number) => boolean): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (isBelow(sorted[middle])) from = middle + 1;
    else to = middle;
  }
  return from;
}
