import { guessLevel, margin, type ScoreEnd, takeEnd, type Wanted } from "./score_end.ts";

/**
 * Picks the best and the worst of many scores, row after row, without new memory.
 *
 * Most rows are like the one before. So first only scores beyond a level that earlier rows suggest are collected, by a
 * loop without jumps, and the wanted ones picked from these few. Where they are too few all scores are looked at. What is
 * picked never depends on the level, hence not on earlier rows.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const ranker = new Ranker();
 * const weights = new Float64Array(5);
 * ranker.topBottom(Float64Array.of(3, NaN, 9, 1, 3), 2, 1, weights);
 * assertEquals([...weights], [0.5, 0, 0.5, -1, 0]);
 * ```
 */
export class Ranker {
  readonly #top = emptyEnd(1);
  readonly #bottom = emptyEnd(-1);

  /**
   * Weights of 1/n for the `n` largest scores and -1/m for the `m` smallest, 0 for all others.
   *
   * Scores that are not finite are left out. Of equal scores the one with the smaller index comes first, at both ends.
   * The top takes its `n` first and the bottom gets what is left, so that nothing is in both. Weights stay 1/n and -1/m
   * where there are fewer scores than wanted.
   *
   * @param scores One score an asset.
   * @param n How many of the largest.
   * @param m How many of the smallest.
   * @param out The weights: an array other than that of the scores, of equal length; a new one by default.
   * @returns `out`.
   * @throws {RangeError} Where `n` or `m` is no integer from 0, or `out` is not such an array.
   */
  topBottom(
    scores: Float64Array,
    n: number,
    m: number,
    out: Float64Array = new Float64Array(scores.length),
  ): Float64Array {
    checkCount("n", n);
    checkCount("m", m);
    checkOut(scores, out);
    const top = this.#top;
    const bottom = this.#bottom;
    if (top.values.length < scores.length) resize([top, bottom], scores.length);
    let above = 0;
    let below = 0;
    // Beyond levels that do not overlap both ends have all they want, whatever the other takes.
    const high = top.guess;
    const low = -bottom.guess;
    const apart = low < high;
    if (apart) {
      const { candidates: highest } = top;
      const { candidates: lowest } = bottom;
      for (let asset = 0; asset < scores.length; asset++) {
        const score = scores[asset];
        // Numbers of comparisons are computed without jumps, unlike choices, and jumps could not be predicted here.
        highest[above] = asset;
        above += Number(score >= high);
        lowest[below] = asset;
        below += Number(score <= low);
      }
      above = keepFinite(scores, highest, above);
      below = keepFinite(scores, lowest, below);
    }
    const enough = apart && above >= n && below >= m;
    if (!enough) above = below = collectAll(scores, [top, bottom]);
    out.fill(0);
    const longs = { count: above, take: Math.min(n, above), asked: n };
    const left = enough ? m : Math.min(m, below - longs.take);
    const shorts = { count: below, take: left, asked: m };
    takeEnd(top, scores, longs, out);
    takeEnd(bottom, scores, shorts, out);
    if (!enough || isWide(longs)) guessLevel(top, longs);
    if (!enough || isWide(shorts)) guessLevel(bottom, shorts);
    return out;
  }
}

function emptyEnd(sign: 1 | -1): ScoreEnd {
  return { sign, guess: NaN, candidates: new Int32Array(0), values: new Float64Array(0) };
}

function resize(ends: readonly ScoreEnd[], length: number): void {
  for (const end of ends) {
    end.candidates = new Int32Array(length);
    end.values = new Float64Array(length);
  }
}

function keepFinite(scores: Float64Array, candidates: Int32Array, count: number): number {
  let kept = 0;
  for (let c = 0; c < count; c++) {
    const asset = candidates[c];
    candidates[kept] = asset;
    kept += Number(Math.abs(scores[asset]) < Infinity);
  }
  return kept;
}

function collectAll(scores: Float64Array, ends: readonly ScoreEnd[]): number {
  let count = 0;
  for (const { candidates } of ends) {
    count = 0;
    for (let asset = 0; asset < scores.length; asset++) {
      candidates[count] = asset;
      count += Number(Math.abs(scores[asset]) < Infinity);
    }
  }
  return count;
}

function isWide({ count, asked }: Wanted): boolean {
  return count > asked + 2 * margin(asked);
}

function checkCount(name: string, count: number): void {
  if (Number.isSafeInteger(count) && count >= 0) return;
  throw new RangeError(
    `Cannot pick from scores: found ${name} ${count}, expected an integer from 0`,
  );
}

function checkOut(scores: Float64Array, out: Float64Array): void {
  if (out.length !== scores.length) {
    throw new RangeError(
      `Cannot write weights: found an array of ${out.length}, expected ${scores.length}, one a score`,
    );
  }
  if (out === scores) {
    throw new RangeError("Cannot write weights: found the array of scores, expected another");
  }
}
