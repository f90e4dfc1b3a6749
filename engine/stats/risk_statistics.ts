import type { SampledReturns } from "./returns.ts";
import { type Measured, reasons, type StatisticGroup } from "./statistic.ts";

/**
 * How unsteady the sampled returns were. n samples, N samples a year, and no risk-free rate.
 *
 * All are undefined with fewer than two samples, and where a sample starts from equity <= 0.
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
      summary: "Standard deviation of the sampled returns, per year.",
      undefinedWhen: few,
    },
    sharpe: {
      label: "Sharpe",
      unit: "ratio",
      summary:
        "Mean sampled return over its standard deviation, per year, without a risk-free rate.",
      undefinedWhen: `${few}, or returns that do not vary`,
    },
    sortino: {
      label: "Sortino",
      unit: "ratio",
      summary: "Mean sampled return over the root mean square of the negative ones, per year.",
      undefinedWhen: `${few}, or no negative return`,
    },
    calmar: {
      label: "Calmar",
      unit: "ratio",
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
  const missing = samples.count < 2
    ? samples.count === 0 ? reasons.noBars : reasons.fewSamples
    : samples.solvent
    ? undefined
    : "equity not above 0 at the start of a return sample";
  const { mean, deviation, downside } = samples;
  const scale = Math.sqrt(samples.perYear);
  return {
    volatility: missing ?? deviation * scale,
    sharpe: missing ?? (deviation === 0 ? "returns do not vary" : mean / deviation * scale),
    sortino: missing ?? (downside === 0 ? "no negative return" : mean / downside * scale),
    calmar: calmar(rest.annualReturn, rest.depth),
  };
}

function calmar(annualReturn: Measured, depth: number): Measured {
  if (typeof annualReturn === "string") return annualReturn;
  return depth === 0 ? reasons.noDrawdown : annualReturn / -depth;
}
