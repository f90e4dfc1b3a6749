import type { Column } from "../data/bars.ts";
import { addValue, newMoments, sampleDeviation } from "./moments.ts";
import type { Sampling } from "./sampling.ts";

/** What the sampled returns of a run amount to. */
export interface SampledReturns {
  readonly count: number;
  readonly perYear: number;
  /** Mean return of a sample. */
  readonly mean: number;
  /** Sample standard deviation (divisor count - 1) of the returns; 0 where they differ by rounding only. */
  readonly deviation: number;
  /** Root of the mean of `min(return, 0)^2` over all samples. */
  readonly downside: number;
  /** Sum of the positive returns. */
  readonly gain: number;
  /** Sum of the negative returns, as a number >= 0. */
  readonly loss: number;
  /** False if a sample starts from equity <= 0, against which there is no return. */
  readonly solvent: boolean;
}

/**
 * Two returns computed as quotients near 1 differ by about this much without meaning anything.
 */
export const noise = 2 ** -50;

/**
 * Simple returns `equity / previous - 1` between samples, the first against starting cash. Means and variances are
 * Welford's, in sample order.
 *
 * @param equity Equity at each bar.
 * @param options `sampling` of the same bars, and the starting `cash`.
 */
export function sampleReturns(
  equity: Column,
  options: { readonly sampling: Sampling; readonly cash: number },
): SampledReturns {
  const { count, ends, perYear } = options.sampling;
  const returns = newMoments();
  const losses = newMoments();
  let previous = options.cash;
  let gain = 0;
  let loss = 0;
  let solvent = true;
  for (let k = 0; k < count; k++) {
    const value = equity[ends === undefined ? k : ends[k]];
    if (previous <= 0) solvent = false;
    const change = value / previous - 1;
    addValue(returns, change);
    addValue(losses, change < 0 ? change * change : 0);
    if (change > 0) gain += change;
    else loss -= change;
    previous = value;
  }
  const deviation = sampleDeviation(returns);
  return {
    count,
    perYear,
    mean: returns.mean,
    deviation: deviation <= noise ? 0 : deviation,
    downside: Math.sqrt(losses.mean),
    gain,
    loss,
    solvent,
  };
}

/** The returns that `sampleReturns` sums up, in sample order. */
export function returnColumn(
  equity: Column,
  options: { readonly sampling: Sampling; readonly cash: number },
): Float64Array {
  const { count, ends } = options.sampling;
  const returns = new Float64Array(count);
  let previous = options.cash;
  for (let k = 0; k < count; k++) {
    const value = equity[ends === undefined ? k : ends[k]];
    returns[k] = value / previous - 1;
    previous = value;
  }
  return returns;
}
