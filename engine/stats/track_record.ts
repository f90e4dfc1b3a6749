import { normalShare } from "./normal.ts";

/** What is known about a Sharpe ratio; none of it per year. */
export interface SharpeEstimate {
  /** Mean return of a sample over the standard deviation. */
  readonly sharpe: number;
  /** Number of samples. */
  readonly count: number;
  /** Skewness of the returns. */
  readonly skew: number;
  /** Excess kurtosis of the returns: 0 of a normal distribution. */
  readonly kurtosis: number;
  /** The Sharpe ratio to compare with, of one sample as well; 0 if left out. */
  readonly benchmark?: number;
}

/**
 * The probability that the true Sharpe ratio is above the benchmark: D. H. Bailey and M. López de Prado, The Sharpe Ratio
 * Efficient Frontier, Journal of Risk 15 (2012). NaN where the variance of the estimate is not above 0.
 *
 * `normal((SR - benchmark) * sqrt(n - 1) / sqrt(1 - skew * SR + (raw - 1) / 4 * SR^2))`, where raw kurtosis is the
 * excess and 3.
 *
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * // The example of the paper, two years of months.
 * const estimate = { sharpe: 0.458, count: 24, skew: -2.448, kurtosis: 7.164 };
 * assertAlmostEquals(probabilisticSharpe(estimate), 0.913, 0.0005);
 * ```
 */
export function probabilisticSharpe(estimate: SharpeEstimate): number {
  const { sharpe, count, benchmark = 0 } = estimate;
  return normalShare((sharpe - benchmark) * Math.sqrt((count - 1) / spread(estimate)));
}

/** Normal quantile of 95 %. */
const z = 1.6448536269514722;

/**
 * The number of samples from which on `probabilisticSharpe` is 95 %: `1 + spread * (z / (SR - benchmark))^2` of the same
 * paper. NaN where the Sharpe ratio is not above the benchmark, or the variance of the estimate is not above 0.
 */
export function minTrackRecord(estimate: SharpeEstimate): number {
  const { sharpe, benchmark = 0 } = estimate;
  return sharpe > benchmark ? 1 + spread(estimate) * (z / (sharpe - benchmark)) ** 2 : NaN;
}

/** Variance of the estimate, times n - 1; NaN where the moments do not belong together. */
function spread({ sharpe, skew, kurtosis }: SharpeEstimate): number {
  const found = 1 - skew * sharpe + (kurtosis + 2) / 4 * sharpe * sharpe;
  return found > 0 ? found : NaN;
}
