/**
 * Scores less their mean, over their sample standard deviation (divisor: number - 1), sums in ascending index.
 *
 * @param scores One score an asset.
 * @param out The result, as many as scores; it may be the array of scores. A new one by default.
 * @returns `out`; NaN for scores that are not finite, 0 for all others where they are one only or all equal.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals([...zScores(Float64Array.of(1, NaN, 2, 3))], [-1, NaN, 0, 1]);
 * ```
 */
export function zScores(
  scores: Float64Array,
  out: Float64Array = new Float64Array(scores.length),
): Float64Array {
  let count = 0;
  let sum = 0;
  let least = Infinity;
  let most = -Infinity;
  for (const score of scores) {
    if (!Number.isFinite(score)) continue;
    count++;
    sum += score;
    least = Math.min(least, score);
    most = Math.max(most, score);
  }
  const mean = sum / count;
  let squares = 0;
  for (const score of scores) {
    if (Number.isFinite(score)) squares += (score - mean) * (score - mean);
  }
  const deviation = Math.sqrt(squares / (count - 1));
  for (let asset = 0; asset < scores.length; asset++) {
    const score = scores[asset];
    if (!Number.isFinite(score)) out[asset] = NaN;
    // The mean of equal scores may be off by its rounding, which must not be blown up to a score.
    else out[asset] = least === most ? 0 : (score - mean) / deviation;
  }
  return out;
}
