import type { StatisticName } from "../../stats/registry.ts";
import { type SetFilter, setFilter } from "./set_filter.ts";
import { type SetResults, setsDone } from "./set_results.ts";

/** How sets are put in order. */
export interface RankOptions {
  /** Statistic by which they are; `"sharpe"` where left out. */
  readonly by?: StatisticName;
  /** `"descending"`, the largest first, where left out. */
  readonly order?: "descending" | "ascending";
  /** Only these sets. */
  readonly filter?: SetFilter;
}

/** A set and its place. */
export interface RankedSet {
  /** 1 for the best; sets of equal value share a rank and the ranks behind are left out: 1, 2, 2, 4. NaN without a value. */
  readonly rank: number;
  /** Number of the set. */
  readonly set: number;
  /** The statistic. */
  readonly value: number;
}

/**
 * The sets that are done, the best first.
 *
 * Sets of equal value stand in the order of the grid; those for which the statistic is not defined come last, in either
 * order.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { barsFrom } from "../../data/bars_from.ts";
 * import { sweep } from "../sweep.ts";
 * const close = Array.from({ length: 60 }, (_, t) => 100 + 10 * Math.sin(t / 9));
 * const bars = barsFrom({ time: close.map((_, day) => day * 86_400_000), close }, { priceOnly: true });
 * const never = { name: "never", params: { n: 3 }, long: { enter: "close > n * 100" } };
 * const result = await sweep(never, bars, { grid: { n: [2, 5] } });
 * assertEquals(rankSets(result, { by: "trades" }).map(({ rank, set }) => [rank, set]), [[1, 0], [1, 1]]);
 * assertEquals(rankSets(result, { by: "winRate" })[0], { rank: NaN, set: 0, value: NaN });
 * ```
 */
export function rankSets(
  results: SetResults,
  { by = "sharpe", order = "descending", filter = () => true }: RankOptions = {},
): RankedSet[] {
  const column = results.column(by);
  const sign = order === "descending" ? -1 : 1;
  const key = (set: number): number => sign * column[set];
  const missing = (set: number): number => Number(Number.isNaN(column[set]));
  const sets = setsDone(results, setFilter(results, filter));
  sets.sort((a, b) =>
    missing(a) - missing(b) || (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a - b)
  );
  let rank = 0;
  return sets.map((set, place) => {
    const value = column[set];
    if (place === 0 || value !== column[sets[place - 1]]) rank = place + 1;
    return { rank: Number.isNaN(value) ? NaN : rank, set, value };
  });
}
