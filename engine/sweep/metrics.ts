import { benchmarkStatistics } from "../stats/benchmark_statistics.ts";
import { returnShape } from "../stats/distribution_statistics.ts";
import { excursionStatistics } from "../stats/excursion_statistics.ts";
import { checked } from "../stats/gather.ts";
import { pageStatistics } from "../stats/page_statistics.ts";
import { type StatisticName, statistics } from "../stats/registry.ts";
import type { Measured, Reason, Statistic } from "../stats/statistic.ts";
import { streamedTradeDetails } from "../stats/trade_detail_statistics.ts";
import { underwaterStatistics } from "../stats/underwater_statistics.ts";
import type { Followed } from "./totals/followed.ts";
import { rowLength, slot } from "./totals/slots.ts";
import {
  excursionsOf,
  pairedOf,
  type ReadSlot,
  runTotals,
  streaksOf,
  underwaterOf,
} from "./totals/totals_of.ts";

/** The statistics that a sweep has of every set: all but those that sort values. */
export const sweepStatistics: readonly Statistic<StatisticName>[] = [...statistics.values()].filter(
  ({ computed }) => computed !== "sorted",
);

/** Values by name, or the reason why there is none. */
export type Metrics = Readonly<Partial<Record<StatisticName, Measured>>>;

/** The statistics of a set from its row. */
export function metricsOf(
  rows: Float64Array,
  set: number,
  { followed, cash }: { readonly followed: Followed; readonly cash: number },
): Metrics {
  const at = set * rowLength;
  const read: ReadSlot = (word) => rows[at + slot[word]];
  const { bars, sampling } = followed;
  const totals = runTotals(read, followed);
  const { samples, end, drawdown: { depth } } = totals;
  const shape = { skew: read("skew"), kurtosis: read("kurtosis") };
  return {
    ...pageStatistics(totals, { bars, cash, sampling }),
    ...underwaterStatistics(underwaterOf(read), { end, depth, bars, cash }),
    ...returnShape(samples, shape),
    ...streamedTradeDetails(totals.trades, streaksOf(read)),
    ...excursionStatistics(excursionsOf(read)),
    ...benchmarkStatistics(
      samples,
      followed.market.length === 0 ? undefined : () => pairedOf(read, followed),
    ),
  };
}

/** A measured value as a number: NaN where there is none. */
export function metricNumber(measured: Measured | undefined): number {
  return typeof measured === "number" && Number.isFinite(measured) ? measured : NaN;
}

/** Why a measured value is none; undefined where it is one. */
export function missingReason(measured: Measured | undefined): Reason | undefined {
  const found = checked(measured ?? NaN);
  return typeof found === "string" ? found : undefined;
}
