import { exitReasons } from "../../../codegen/define/reasons.ts";
import type { Settings } from "../../../codegen/define/types.ts";
import type { Bars, Column } from "../../data/bars.ts";
import { closeReasons } from "../../run/moments.ts";
import type { PairedReturns } from "../../stats/benchmark.ts";
import { addValue, newMoments, sampleDeviation } from "../../stats/moments.ts";
import type { Sampling } from "../../stats/sampling.ts";
import type { BarZones } from "../zones.ts";
import { sampleBlocks } from "./block_sums.ts";

/** What every set of a sweep is measured against: bars, their zones, the samples and the benchmark's returns at them. */
export interface Followed {
  readonly bars: Bars;
  readonly zones: BarZones;
  readonly sampling: Sampling;
  /** Bar of each sample. */
  readonly ends: Int32Array;
  /** Block of each sample. */
  readonly blocks: Uint8Array;
  /** The benchmark's return at each sample and its distance from the mean of those before; empty without benchmark. */
  readonly market: Float64Array;
  readonly distance: Float64Array;
  /** The benchmark's own moments. */
  readonly benchmark: MarketMoments;
  /** By reason whether an exit is at the close of its bar, unless rows note it. */
  readonly closeExits: Uint8Array;
  /** Whether a position is held from the open of its first bar on, so that all its closes are within what was held through. */
  readonly wholeBars: boolean;
}

/** What sets under settings are measured against; sampling and moments depend on these alone. */
export function followedOf(
  bars: Bars,
  zones: BarZones,
  run: {
    readonly settings: Settings;
    readonly sampling: Sampling;
    readonly benchmark: string | undefined;
  },
): Followed {
  const { sampling, settings: { execution }, benchmark } = run;
  const ends = sampling.ends ?? Int32Array.from({ length: bars.length }, (_, t) => t);
  const atClose = execution.fill === "close";
  const closing = closeReasons(atClose);
  return {
    bars,
    zones,
    sampling,
    ends,
    blocks: sampleBlocks(sampling, bars.length),
    ...marketOf(bars.columns.get(benchmark ?? ""), ends),
    wholeBars: !atClose,
    closeExits: Uint8Array.from(exitReasons, (_, reason) => Number(closing.has(reason))),
  };
}

/** What the returns of a benchmark are like, the same for all sets. */
export type MarketMoments =
  & Pick<PairedReturns, "benchmarkMean" | "benchmarkDeviation" | "complete">
  & {
    /** Sum of squared distances from the mean. */
    readonly squares: number;
  };

/** The benchmark's side of `pairReturns`, which is the same for all sets. */
function marketOf(
  benchmark: Column | undefined,
  ends: Int32Array,
): Pick<Followed, "market" | "distance" | "benchmark"> {
  const length = benchmark === undefined ? 0 : ends.length;
  const market = new Float64Array(length);
  const distance = new Float64Array(length);
  const moments = newMoments();
  let complete = true;
  for (let k = 0; k < length; k++) {
    const price = benchmark![ends[k]];
    if (!(price > 0)) complete = false;
    if (k === 0) continue;
    market[k] = price / benchmark![ends[k - 1]] - 1;
    distance[k] = market[k] - moments.mean;
    addValue(moments, market[k]);
  }
  const { mean: benchmarkMean, squares } = moments;
  const benchmarkDeviation = sampleDeviation(moments);
  return { market, distance, benchmark: { benchmarkMean, benchmarkDeviation, complete, squares } };
}
