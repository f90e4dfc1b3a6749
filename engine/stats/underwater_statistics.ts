import type { Column } from "../data/bars.ts";
import { averageDrawdown } from "./average_drawdown.ts";
import { addValue, newMoments } from "./moments.ts";
import type { RunFacts, UnderwaterTotals } from "./run_totals.ts";
import type { Sampling } from "./sampling.ts";
import { type Measured, reasons, type StatisticGroup } from "./statistic.ts";

/** All falls of the equity below its peak; the starting cash is a peak. */
export interface UnderwaterStatistics {
  /**
   * Total return over the size of the maximum drawdown, that of every bar. quantstats adds returns up instead of
   * compounding them, and drops the sign. Undefined without a drawdown.
   */
  readonly recoveryFactor: Measured;
  /**
   * `sqrt(sum(drawdown^2) / n)` over the n samples of the returns, drawdown as a fraction of the highest sample so far:
   * P. G. Martin and B. B. McCann, The Investor's Guide to Fidelity Funds (1989); quantstats divides by n - 1.
   * Undefined without bars.
   */
  readonly ulcerIndex: Measured;
  /**
   * Mean of the lowest `equity / peak - 1` of each drawdown, at every bar, one that is not recovered included; < 0.
   * Undefined without a drawdown.
   */
  readonly averageDrawdown: Measured;
  /** Mean days from the peak to the recovery, or to the last bar. Undefined without a drawdown. */
  readonly averageDrawdownDuration: Measured;
}

/** Texts of the statistics of all drawdowns. */
export const underwaterGroup: StatisticGroup<UnderwaterStatistics> = {
  title: "Under water",
  statistics: {
    recoveryFactor: {
      label: "Recovery factor",
      unit: "ratio",
      computed: "streamed",
      summary: "Total return over the size of the maximum drawdown.",
      undefinedWhen: "no bars, or no drawdown",
    },
    ulcerIndex: {
      label: "Ulcer index",
      unit: "fraction",
      computed: "sampled",
      summary: "Root mean square of the drawdown at the samples.",
      undefinedWhen: reasons.noBars,
    },
    averageDrawdown: {
      label: "Average drawdown",
      unit: "fraction",
      computed: "streamed",
      summary: "Mean depth of all drawdowns, looked for at every bar; negative.",
      undefinedWhen: "no bars, or no drawdown",
    },
    averageDrawdownDuration: {
      label: "Average duration",
      unit: "days",
      computed: "streamed",
      summary: "Mean days from the peak to the recovery, or to the last bar, of all drawdowns.",
      undefinedWhen: "no bars, or no drawdown",
    },
  },
};

/**
 * Measures all drawdowns.
 *
 * @param rest The `sampling` of the returns, and `depth` (<= 0) of the maximum drawdown.
 */
export function underwaterStatistics(
  { average: { count, ...mean }, ulcer }: UnderwaterTotals,
  { end, depth, bars, cash }: Pick<RunFacts, "bars" | "cash"> & {
    readonly end: number;
    /** That of the maximum drawdown. */
    readonly depth: number;
  },
): UnderwaterStatistics {
  const noBars = bars.length === 0 ? reasons.noBars : undefined;
  const none = noBars ?? (count === 0 ? reasons.noDrawdown : undefined);
  return {
    recoveryFactor: none ?? (end / cash - 1) / -depth,
    ulcerIndex: noBars ?? ulcer,
    averageDrawdown: none ?? mean.depth,
    averageDrawdownDuration: none ?? mean.days,
  };
}

/** Looks at the falls of a run. */
export function underwaterTotals(
  equity: Column,
  { bars, cash, sampling }: RunFacts,
): UnderwaterTotals {
  return {
    average: averageDrawdown(equity, { time: bars.time, cash }),
    ulcer: ulcerIndex(equity, { sampling, cash }),
  };
}

function ulcerIndex(
  equity: Column,
  { sampling, cash }: { readonly sampling: Sampling; readonly cash: number },
): number {
  const { count, ends } = sampling;
  const squares = newMoments();
  let peak = cash;
  for (let k = 0; k < count; k++) {
    const value = equity[ends === undefined ? k : ends[k]];
    if (value > peak) peak = value;
    addValue(squares, (value / peak - 1) ** 2);
  }
  return Math.sqrt(squares.mean);
}
