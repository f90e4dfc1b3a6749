import type { SampledReturns } from "./returns.ts";
import { type Measured, type Reason, reasons, type StatisticGroup } from "./statistic.ts";

/**
 * How unsteady the sampled returns were. n samples, N samples a year, and no risk-free rate.
 *
 * Those of sampled returns are undefined with fewer than two samples, and where a sample starts from equity <= 0.
 */
export interface RiskStatistics {
  /** Sample standard deviation (divisor n - 1) of the returns, times `sqrt(N)`: as empyrical and quantstats. */
  readonly volatility: Measured;
  /**
   * `mean / deviation * sqrt(N)`: W. F. Sharpe, The Sharpe Ratio, Journal of Portfolio Management 21 (1994); as
   * empyrical and quantstats, which give infinity where the returns do not vary: here that is undefined.
   */
  readonly sharpe: Measured;
  /**
   * `mean / sqrt(sum(min(return, 0)^2) / n) * sqrt(N)`, all n in the divisor: F. A. Sortino and L. N. Price, Performance
   * Measurement in a Downside Risk Framework, Journal of Investing 3 (1994); as empyrical and quantstats, which give
   * infinity where no return is negative: here that is undefined.
   */
  readonly sortino: Measured;
  /**
   * Sum of the positive sampled returns over that of the negative ones, as a positive number: C. Keating and W. F.
   * Shadwick, A Universal Performance Measure, Journal of Performance Measurement 6 (2002), at a threshold of 0 a sample;
   * as empyrical. Undefined where no return is negative.
   */
  readonly omega: Measured;
  /**
   * `annualReturn / -maxDrawdown`: T. W. Young, Calmar Ratio: A Smoother Tool, Futures 20 (1991). The drawdown is that
   * of every bar; empyrical and quantstats know samples only. Undefined without a drawdown, and with the annual return.
   */
  readonly calmar: Measured;
}

const few = "fewer than two return samples, or equity not above 0 at the start of one";

/** Texts of the risk statistics. */
export const riskGroup: StatisticGroup<RiskStatistics> = {
  title: "Risk",
  statistics: {
    volatility: {
      label: "Volatility",
      unit: "fraction",
      computed: "sampled",
      summary: "Standard deviation of the sampled returns, per year.",
      undefinedWhen: few,
    },
    sharpe: {
      label: "Sharpe",
      unit: "ratio",
      computed: "sampled",
      summary:
        "Mean sampled return over its standard deviation, per year, without a risk-free rate.",
      undefinedWhen: `${few}, or returns that do not vary`,
    },
    sortino: {
      label: "Sortino",
      unit: "ratio",
      computed: "sampled",
      summary: "Mean sampled return over the root mean square of the negative ones, per year.",
      undefinedWhen: `${few}, or no negative return`,
    },
    omega: {
      label: "Omega",
      unit: "ratio",
      computed: "sampled",
      summary: "Sum of the positive sampled returns over the sum of the negative ones.",
      undefinedWhen: `${few}, or no negative return`,
    },
    calmar: {
      label: "Calmar",
      unit: "ratio",
      computed: "sampled",
      summary: "Annual return over the size of the maximum drawdown.",
      undefinedWhen: "no drawdown, or no annual return",
    },
  },
};

/**
 * Measures the risk.
 *
 * @param samples The sampled returns.
 * @param rest `annualReturn`, and `depth` (<= 0) of the maximum drawdown.
 */
export function riskStatistics(
  samples: SampledReturns,
  rest: { readonly annualReturn: Measured; readonly depth: number },
): RiskStatistics {
  const missing = missingReturns(samples);
  const { mean, deviation, downside, gain, loss } = samples;
  const scale = Math.sqrt(samples.perYear);
  return {
    volatility: missing ?? deviation * scale,
    sharpe: missing ?? (deviation === 0 ? reasons.constantReturns : mean / deviation * scale),
    sortino: missing ?? (downside === 0 ? reasons.noNegativeReturn : mean / downside * scale),
    omega: missing ?? (loss === 0 ? reasons.noNegativeReturn : gain / loss),
    calmar: calmar(rest.annualReturn, rest.depth),
  };
}

/** Why sampled returns have no statistics; undefined if they have. */
export function missingReturns({ count, solvent }: SampledReturns): Reason | undefined {
  if (count === 0) return reasons.noBars;
  if (count < 2) return reasons.fewSamples;
  return solvent ? undefined : reasons.insolvent;
}

function calmar(annualReturn: Measured, depth: number): Measured {
  if (typeof annualReturn === "string") return annualReturn;
  return depth === 0 ? reasons.noDrawdown : annualReturn / -depth;
}
