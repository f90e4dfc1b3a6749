import type { StatisticName } from "../../stats/registry.ts";
import { neighbourFinder } from "./neighbours.ts";
import { type RankOptions, rankSets } from "./rank_sets.ts";
import type { SetResults } from "./set_results.ts";

/** A set, its value, and what its neighbours have. */
export interface Neighbourhood {
  /** Number of the set. */
  readonly set: number;
  /** Its value. */
  readonly value: number;
  /** Neighbours that have a value. */
  readonly neighbours: number;
  /** Arithmetic mean of their values, without that of the set; NaN without neighbours. */
  readonly mean: number;
  /** The least good of their values; NaN without neighbours. */
  readonly worst: number;
}

/** How much an optimum hangs on its exact parameters. */
export interface Stability {
  /** The statistic. */
  readonly by: StatisticName;
  /** Sets that have a value. */
  readonly sets: number;
  /** Arithmetic mean of the values. */
  readonly mean: number;
  /** Their standard deviation, divisor n - 1. */
  readonly deviation: number;
  /** Their median: of an even number the mean of the two in the middle. */
  readonly median: number;
  /** Share of the sets that are done, and pass the filter, whose total return is > 0. */
  readonly profitable: number;
  /** The best set; undefined where no set has a value. */
  readonly best: Neighbourhood | undefined;
  /** The set whose own value and those of its neighbours have the best mean; undefined where none has neighbours. */
  readonly plateau: Neighbourhood | undefined;
}

/**
 * How stable the optimum of a sweep is.
 *
 * Neighbours differ from a set by at most one step of the grid in every parameter. An optimum whose neighbours are much
 * worse is likely to be luck: the mean of the neighbours is what a slightly wrong choice would have brought. Only sets that
 * are done, pass the filter and have a value are looked at, among the neighbours too. Sets drawn at random have
 * few neighbours or none.
 */
export function stability(results: SetResults, options: RankOptions = {}): Stability {
  const { by = "sharpe", order = "descending" } = options;
  const ranked = rankSets(results, options);
  const found = ranked.filter(({ value }) => !Number.isNaN(value));
  const values = new Float64Array(results.grid.count).fill(NaN);
  for (const { set, value } of found) values[set] = value;
  const nearOf = neighbourFinder(results.grid);
  const better = order === "descending" ? 1 : -1;
  const around = (set: number): Neighbourhood => {
    const near = nearOf(set).map((other) => values[other]).filter((value) => !Number.isNaN(value));
    const worst = near.length === 0 ? NaN : better * Math.min(...near.map((v) => better * v));
    return { set, value: values[set], neighbours: near.length, mean: meanOf(near), worst };
  };
  const all = found.map(({ set }) => around(set));
  const profits = results.column("totalReturn");
  const mean = meanOf(found.map(({ value }) => value));
  const squares = found.reduce((sum, { value }) => sum + (value - mean) ** 2, 0);
  return {
    by,
    sets: found.length,
    mean,
    deviation: found.length < 2 ? NaN : Math.sqrt(squares / (found.length - 1)),
    median: medianOf(found.map(({ value }) => value)),
    profitable: ranked.length === 0
      ? NaN
      : ranked.filter(({ set }) => profits[set] > 0).length / ranked.length,
    best: all[0],
    plateau: flattest(all, better),
  };
}

/** The neighbourhood with the best mean, the set counted in; of equal ones the first by rank. */
function flattest(all: readonly Neighbourhood[], better: number): Neighbourhood | undefined {
  let best: Neighbourhood | undefined;
  let most = -Infinity;
  for (const around of all) {
    const { value, mean, neighbours } = around;
    if (neighbours === 0) continue;
    const whole = better * (value + mean * neighbours) / (neighbours + 1);
    if (whole > most) [best, most] = [around, whole];
  }
  return best;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return (sorted[Math.ceil(half) - 1] + sorted[Math.floor(half)]) / 2;
}
