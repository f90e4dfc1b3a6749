import type { StatisticsInput } from "./input.ts";
import { addValue, newMoments } from "./moments.ts";
import { quantile } from "./quantile.ts";
import { returnColumn, type SampledReturns } from "./returns.ts";
import { missingReturns } from "./risk_statistics.ts";
import type { Sampling } from "./sampling.ts";
import { type Shape, shapeOf } from "./shape.ts";
import { type Measured, type Reason, reasons, type StatisticGroup } from "./statistic.ts";
import { minTrackRecord, probabilisticSharpe } from "./track_record.ts";

/**
 * How the n sampled returns are distributed. All are undefined with fewer than two samples, and where a sample starts from
 * equity <= 0.
 */
export interface DistributionStatistics {
  /** Skewness corrected for bias, as pandas and quantstats. Undefined with fewer than three samples or no variation. */
  readonly skew: Measured;
  /**
   * Excess kurtosis corrected for bias, 0 of a normal distribution, as pandas and quantstats. Undefined with fewer than
   * four samples or no variation.
   */
  readonly kurtosis: Measured;
  /**
   * Historical value at risk at 95 %: the 5 % quantile of the returns, linear between ranks, its sign kept; as empyrical.
   * quantstats assumes a normal distribution.
   */
  readonly valueAtRisk: Measured;
  /**
   * Historical conditional value at risk at 95 %: mean of the `floor((n - 1) * 0.05) + 1` lowest returns, its sign kept; as
   * empyrical. quantstats assumes a normal distribution.
   */
  readonly conditionalValueAtRisk: Measured;
  /**
   * `|95 % quantile| / |5 % quantile|`, as empyrical and quantstats. Undefined where the 5 % quantile is no loss, against
   * which there is nothing to compare.
   */
  readonly tailRatio: Measured;
  /**
   * Probability that the true Sharpe ratio is above 0, by its estimate per sample, skew and raw kurtosis: Bailey and López
   * de Prado (2012), see `probabilisticSharpe`; as quantstats. Undefined with fewer than four samples, without variation,
   * and where the estimate's variance is not above 0.
   */
  readonly probabilisticSharpe: Measured;
  /**
   * Samples from which on that probability is 95 %, over samples per year: the same paper, see `minTrackRecord`. Undefined
   * where the probability is, and with a mean return that is not above 0.
   */
  readonly minTrackRecord: Measured;
}

const few = "fewer than two return samples, or equity not above 0 at the start of one";
const few4 = "fewer than four return samples, equity not above 0 at the start of one, " +
  "or returns that do not vary";

/** Texts of the distribution's statistics. */
export const distributionGroup: StatisticGroup<DistributionStatistics> = {
  title: "Distribution of returns",
  statistics: {
    skew: {
      label: "Skew",
      unit: "ratio",
      computed: "sampled",
      summary: "Skewness of the sampled returns, corrected for bias.",
      undefinedWhen:
        "fewer than three return samples, equity not above 0 at the start of one, or returns that do not vary",
    },
    kurtosis: {
      label: "Excess kurtosis",
      unit: "ratio",
      computed: "sampled",
      summary: "Excess kurtosis of the sampled returns, corrected for bias; 0 if normal.",
      undefinedWhen: few4,
    },
    valueAtRisk: {
      label: "VaR 95%",
      unit: "fraction",
      computed: "sorted",
      summary: "Return that 5 % of the samples fall below; negative if a loss.",
      undefinedWhen: few,
    },
    conditionalValueAtRisk: {
      label: "CVaR 95%",
      unit: "fraction",
      computed: "sorted",
      summary: "Mean of the lowest 5 % of the sampled returns; negative if a loss.",
      undefinedWhen: few,
    },
    tailRatio: {
      label: "Tail ratio",
      unit: "ratio",
      computed: "sorted",
      summary: "Size of the 95 % quantile of the sampled returns over that of the 5 % quantile.",
      undefinedWhen: `${few}, or no loss at the 5 % quantile`,
    },
    probabilisticSharpe: {
      label: "Probabilistic Sharpe",
      unit: "fraction",
      computed: "sampled",
      summary: "Probability that the true Sharpe ratio is above 0, given skew and kurtosis.",
      undefinedWhen: `${few4}, or a variance of the estimate that is not above 0`,
    },
    minTrackRecord: {
      label: "Min track record",
      unit: "years",
      computed: "sampled",
      summary: "Years from which on the probabilistic Sharpe ratio is 95 %.",
      undefinedWhen:
        `${few4}, a variance of the estimate that is not above 0, or a mean return that is not above 0`,
    },
  },
};

/**
 * Measures the distribution.
 *
 * @param rest The `sampling`, and what the returns at it amount to.
 */
export function distributionStatistics(
  { output, settings }: StatisticsInput,
  rest: { readonly sampling: Sampling; readonly samples: SampledReturns },
): DistributionStatistics {
  const { sampling, samples } = rest;
  const missing = missingReturns(samples);
  if (missing !== undefined) return allMissing(missing);
  const returns = returnColumn(output.equity, { sampling, cash: settings.cash });
  // Before sorting: sums are in sample order.
  const shape = shapeOf(returns, samples.mean);
  returns.sort();
  const low = quantile(returns, 0.05);
  return {
    ...returnShape(samples, shape),
    valueAtRisk: low,
    conditionalValueAtRisk: meanOf(
      returns.subarray(0, Math.floor((returns.length - 1) * 0.05) + 1),
    ),
    tailRatio: low < 0 ? Math.abs(quantile(returns, 0.95)) / -low : reasons.noQuantileLoss,
  };
}

type SharpeNames = "skew" | "kurtosis" | "probabilisticSharpe" | "minTrackRecord";

/** What the shape of the returns says, which needs no sorting. */
export function returnShape(
  samples: SampledReturns,
  { skew, kurtosis }: Shape,
): Pick<DistributionStatistics, SharpeNames> {
  const { count, mean, deviation, perYear } = samples;
  const missing = missingReturns(samples);
  if (missing !== undefined) {
    return {
      skew: missing,
      kurtosis: missing,
      probabilisticSharpe: missing,
      minTrackRecord: missing,
    };
  }
  const constant = deviation === 0 ? reasons.constantReturns : undefined;
  const none = constant ?? (count < 4 ? reasons.fewerThanFour : undefined);
  const estimate = { sharpe: mean / deviation, count, skew, kurtosis };
  const probability = probabilisticSharpe(estimate);
  const vague = none ??
    (Number.isNaN(probability) ? reasons.sharpeVariance : undefined);
  return {
    skew: constant ?? (count < 3 ? reasons.fewerThanThree : skew),
    kurtosis: none ?? kurtosis,
    probabilisticSharpe: vague ?? probability,
    minTrackRecord: vague ??
      (mean > 0 ? minTrackRecord(estimate) / perYear : reasons.meanReturn),
  };
}

function allMissing(reason: Reason): DistributionStatistics {
  return {
    skew: reason,
    kurtosis: reason,
    valueAtRisk: reason,
    conditionalValueAtRisk: reason,
    tailRatio: reason,
    probabilisticSharpe: reason,
    minTrackRecord: reason,
  };
}

function meanOf(values: Float64Array): number {
  const moments = newMoments();
  for (const value of values) addValue(moments, value);
  return moments.mean;
}
