import type { PortfolioResult } from "../../portfolio/result/portfolio_result.ts";
import { returnColumn } from "../../stats/returns.ts";
import type { Sampling } from "../../stats/sampling.ts";
import { type Reason, reasons } from "../../stats/statistic.ts";
import { type Metrics, sweepStatistics } from "../metrics.ts";
import { blockLength, sampleBlocks, sumBlocks } from "../totals/block_sums.ts";
import { sharedColumn } from "../zones.ts";

/** What is kept of each set, a row each, in arrays that Workers share. */
export interface SetRows {
  /** Values of `sweepStatistics`, in their order; NaN where there is none. */
  readonly values: Float64Array;
  /** Why there is none: 1 + position in `reasonTexts`; 0: there is one. */
  readonly missing: Uint8Array;
  /** Sums of sampled returns and of their squares for each block. */
  readonly blocks: Float64Array;
  /** What became of each set, a number of `setStates`. */
  readonly states: Int32Array;
}

const width = sweepStatistics.length;
const reasonTexts: readonly Reason[] = Object.values(reasons);

/** Rows for so many sets. */
export function newSetRows(count: number): SetRows {
  return {
    values: sharedColumn(count * width),
    missing: new Uint8Array(new SharedArrayBuffer(count * width)),
    blocks: sharedColumn(count * blockLength),
    states: new Int32Array(new SharedArrayBuffer(4 * count)),
  };
}

/** What is read of a run. */
export interface SetRun
  extends Pick<PortfolioResult, "equity" | "statistics" | "statisticReasons"> {
  readonly cash: number;
  readonly sampling: Sampling;
}

/** Writes the row of a set. */
export function writeSetRow({ values, missing, blocks }: SetRows, set: number, run: SetRun): void {
  sweepStatistics.forEach(({ name }, index) => {
    const at = set * width + index;
    values[at] = run.statistics[name];
    const reason = run.statisticReasons[name];
    missing[at] = reason === undefined ? 0 : 1 + reasonTexts.indexOf(reason);
  });
  const { equity, sampling } = run;
  const at = set * blockLength;
  sumBlocks(returnColumn(equity, run), sampleBlocks(sampling, equity.length), { blocks, at });
}

/** The statistics of a set, or why there are none. */
export function readSetRow({ values, missing }: SetRows, set: number): Metrics {
  return Object.fromEntries(sweepStatistics.map(({ name }, index) => {
    const at = set * width + index;
    return [name, missing[at] === 0 ? values[at] : reasonTexts[missing[at] - 1]];
  }));
}
