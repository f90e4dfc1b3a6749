import type { PairedReturns } from "./benchmark.ts";
import { noise, type SampledReturns } from "./returns.ts";
import { missingReturns } from "./risk_statistics.ts";
import { type Measured, type Reason, reasons, type StatisticGroup } from "./statistic.ts";

/**
 * The sampled returns against those of a benchmark, a column of the bars, at the same samples. The first sample does not
 * count: the benchmark has no value before the first bar. No risk-free rate; N samples a year. All are undefined without a
 * benchmark, with fewer than three samples, where a sample starts from equity <= 0, and where the benchmark has no number
 * above 0 at a sample.
 */
export interface BenchmarkStatistics {
  /**
   * `(mean - beta * benchmark mean) * N`: M. C. Jensen, The Performance of Mutual Funds in the Period 1945-1964, Journal of
   * Finance 23 (1968); as quantstats. empyrical compounds: `(1 + alpha / N)^N - 1`. Undefined where beta is.
   */
  readonly alpha: Measured;
  /**
   * Covariance of the returns over the variance of the benchmark's: W. F. Sharpe, Capital Asset Prices, Journal of Finance
   * 19 (1964); as empyrical and quantstats. Undefined where the benchmark's returns do not vary.
   */
  readonly beta: Measured;
  /**
   * Mean of the return less the benchmark's over the sample standard deviation of that difference, times `sqrt(N)`: T. H.
   * Goodwin, The Information Ratio, Financial Analysts Journal 54 (1998). quantstats leaves it per sample. Undefined where
   * the difference does not vary.
   */
  readonly informationRatio: Measured;
}

const few = "no benchmark, or one without a number above 0 at a sample, fewer than three return " +
  "samples, equity not above 0 at the start of one";

/** Texts of the statistics against a benchmark. */
export const benchmarkGroup: StatisticGroup<BenchmarkStatistics> = {
  title: "Against the benchmark",
  statistics: {
    alpha: {
      label: "Alpha",
      unit: "fraction",
      computed: "sampled",
      summary:
        "Mean sampled return beyond beta times the benchmark's, per year; no risk-free rate.",
      undefinedWhen: `${few}, or returns of the benchmark that do not vary`,
    },
    beta: {
      label: "Beta",
      unit: "ratio",
      computed: "sampled",
      summary: "Covariance with the benchmark's sampled returns over their variance.",
      undefinedWhen: `${few}, or returns of the benchmark that do not vary`,
    },
    informationRatio: {
      label: "Information ratio",
      unit: "ratio",
      computed: "sampled",
      summary:
        "Mean sampled return less the benchmark's over the standard deviation of that difference, per year.",
      undefinedWhen: `${few}, or a difference that does not vary`,
    },
  },
};

/**
 * Measures a run against its benchmark, if it has one.
 *
 * @param rest The `sampling`, and what the returns at it amount to.
 */
export function benchmarkStatistics(
  samples: SampledReturns,
  pair: (() => PairedReturns) | undefined,
): BenchmarkStatistics {
  const missing = pair === undefined ? reasons.noBenchmark : missingReturns(samples) ??
    (samples.count < 3 ? reasons.fewerThanThree : undefined);
  if (pair === undefined || missing !== undefined) return allMissing(missing!);
  const paired = pair();
  return paired.complete ? ratios(paired, samples.perYear) : allMissing(reasons.benchmarkNumber);
}

function ratios(paired: PairedReturns, perYear: number): BenchmarkStatistics {
  const { mean, benchmarkMean, slope, activeMean, activeDeviation } = paired;
  const constant = paired.benchmarkDeviation <= noise ? reasons.constantBenchmark : undefined;
  return {
    alpha: constant ?? (mean - slope * benchmarkMean) * perYear,
    beta: constant ?? slope,
    informationRatio: activeDeviation <= noise
      ? reasons.constantDifference
      : activeMean / activeDeviation * Math.sqrt(perYear),
  };
}

function allMissing(reason: Reason): BenchmarkStatistics {
  return { alpha: reason, beta: reason, informationRatio: reason };
}
