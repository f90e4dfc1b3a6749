import { didYouMean, type Problem } from "../../codegen/define/problem.ts";
import type { Bars, Column } from "../data/bars.ts";
import { addValue, newMoments, sampleDeviation } from "./moments.ts";
import type { Sampling } from "./sampling.ts";

/** What the returns of a run are beside those of its benchmark; both are taken at the same samples. */
export interface PairedReturns {
  /** Mean return of the run. */
  readonly mean: number;
  /** Mean return of the benchmark. */
  readonly benchmarkMean: number;
  /** Sample standard deviation of the benchmark's returns. */
  readonly benchmarkDeviation: number;
  /** `covariance / variance of the benchmark`; NaN where that is 0. */
  readonly slope: number;
  /** Mean of the run's return less the benchmark's. */
  readonly activeMean: number;
  /** Sample standard deviation of that difference. */
  readonly activeDeviation: number;
  /** False where the benchmark has no number above 0 at a sample. */
  readonly complete: boolean;
}

/**
 * Compares the sampled returns with those of a benchmark. The first sample is left out: its return is against the starting
 * cash, and the benchmark has no value before the first bar. Means, variances and covariance are Welford's, in sample order.
 *
 * @param equity Equity at each bar.
 * @param options `benchmark` at each bar, a price; and the `sampling` of the same bars.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const [equity, benchmark] = [Float64Array.of(100, 200, 200), Float64Array.of(4, 6, 6)];
 * const { slope } = pairReturns(equity, { benchmark, sampling: { count: 3, perYear: 1 } });
 * assertEquals(slope, 2);
 * ```
 */
export function pairReturns(
  equity: Column,
  options: { readonly benchmark: Column; readonly sampling: Sampling },
): PairedReturns {
  const { benchmark, sampling: { count, ends } } = options;
  const [own, other, active] = [newMoments(), newMoments(), newMoments()];
  let products = 0;
  let complete = true;
  let before = NaN;
  let reference = NaN;
  for (let k = 0; k < count; k++) {
    const t = ends === undefined ? k : ends[k];
    const value = equity[t];
    const price = benchmark[t];
    if (!(price > 0)) complete = false;
    if (k > 0) {
      const change = value / before - 1;
      const market = price / reference - 1;
      const distance = market - other.mean;
      addValue(own, change);
      addValue(other, market);
      addValue(active, change - market);
      products += distance * (change - own.mean);
    }
    before = value;
    reference = price;
  }
  return {
    mean: own.mean,
    benchmarkMean: other.mean,
    benchmarkDeviation: sampleDeviation(other),
    slope: products / other.squares,
    activeMean: active.mean,
    activeDeviation: sampleDeviation(active),
    complete,
  };
}

/** What is wrong with the name of a benchmark; undefined if the bars have such a column. */
export function benchmarkProblem(
  name: unknown,
  { columns }: Pick<Bars, "columns">,
): Problem | undefined {
  if (name === undefined || (typeof name === "string" && columns.has(name))) return undefined;
  const known = [...columns.keys()];
  const found = typeof name === "string" ? JSON.stringify(name) : typeof name;
  const message = `Expected a column of the bars (${known.join(", ")}) but found ${found}`;
  return { path: "benchmark", message, ...didYouMean(String(name), known) };
}
