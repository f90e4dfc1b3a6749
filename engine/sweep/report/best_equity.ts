import type { Column } from "../../data/bars.ts";
import { type RankedSet, type RankOptions, rankSets } from "./rank_sets.ts";
import type { SetResults } from "./set_results.ts";

/** A set with its place and its equity. */
export interface SetCurve extends RankedSet {
  /** Equity at each bar. */
  readonly equity: Column;
}

/** Results whose sets can be run again, as those of `sweep()`. */
export interface RerunResults extends SetResults {
  /** Runs one set again. */
  rerun(set: number): { readonly equity: Column };
}

/**
 * The equity of the best sets, in the order of `rankSets`; fewer where fewer sets are done and pass the filter.
 *
 * A sweep keeps no curves: each of these sets is run again, one after the other, so that no more is held than the curves.
 *
 * @param count Most curves, a whole number >= 0.
 * @throws {RangeError} If it is none.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { barsFrom } from "../../data/bars_from.ts";
 * import { sweep } from "../sweep.ts";
 * const close = Array.from({ length: 60 }, (_, t) => 100 + 10 * Math.sin(t / 9));
 * const bars = barsFrom({ time: close.map((_, day) => day * 86_400_000), close }, { priceOnly: true });
 * const dip = { name: "dip", params: { n: 3 }, long: { enter: "close < sma(close, n)" } };
 * const result = await sweep(dip, bars, { grid: { n: [2, 5, 9] } });
 * const [best, second] = bestEquity(result, 2, { by: "totalReturn" });
 * assertEquals(best.equity.length, 60);
 * assertEquals(best.equity[59] >= second.equity[59], true);
 * ```
 */
export function bestEquity(
  results: RerunResults,
  count: number,
  options: RankOptions = {},
): SetCurve[] {
  if (!Number.isInteger(count) || count < 0) {
    throw new RangeError(
      `Cannot keep equity: expected a whole number >= 0 of sets but found ${count}`,
    );
  }
  return rankSets(results, options).slice(0, count)
    .map((ranked) => ({ ...ranked, equity: results.rerun(ranked.set).equity }));
}
