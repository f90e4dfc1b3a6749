import type { SampledReturns } from "./returns.ts";
import type { RunFacts, RunTotals } from "./run_totals.ts";
import { type Measured, reasons, type StatisticGroup } from "./statistic.ts";

/** What the run earned. */
export interface ReturnStatistics {
  /** `endEquity / startEquity - 1`. Undefined without bars. */
  readonly totalReturn: Measured;
  /**
   * `(endEquity / startEquity)^(N / n) - 1` with n return samples and N samples a year: `annual_return` of
   * empyrical, `cagr` of quantstats, at the same N. Because n returns cover n sample periods, while `years` runs from
   * the first bar's time to the last one's, it is slightly less than growth over `years`.
   * Undefined without bars, if N is not given and there are fewer than two samples, and if the final equity is < 0.
   */
  readonly annualReturn: Measured;
  /** `close[n-1] / close[0] - 1`, without costs. Undefined without bars. */
  readonly buyAndHoldReturn: Measured;
}

/** Texts of the returns. */
export const returnGroup: StatisticGroup<ReturnStatistics> = {
  title: "Return",
  statistics: {
    totalReturn: {
      label: "Total return",
      unit: "fraction",
      computed: "streamed",
      summary: "Final equity over starting cash, less 1.",
      undefinedWhen: reasons.noBars,
    },
    annualReturn: {
      label: "Annual return",
      unit: "fraction",
      computed: "sampled",
      summary: "The yearly return that, compounded over all samples, gives the total return.",
      undefinedWhen: "no bars, fewer than two return samples, or final equity below 0",
    },
    buyAndHoldReturn: {
      label: "Buy and hold",
      unit: "fraction",
      computed: "streamed",
      summary: "Return from the first close to the last one, without costs.",
      undefinedWhen: reasons.noBars,
    },
  },
};

/** Measures what the run earned. */
export function returnStatistics(
  { end, samples }: Pick<RunTotals, "end" | "samples">,
  { bars, cash }: Pick<RunFacts, "bars" | "cash">,
): ReturnStatistics {
  const last = bars.length - 1;
  if (last < 0) {
    const none = reasons.noBars;
    return { totalReturn: none, annualReturn: none, buyAndHoldReturn: none };
  }
  const growth = end / cash;
  return {
    totalReturn: growth - 1,
    annualReturn: annualReturn(growth, samples),
    buyAndHoldReturn: bars.close[last] / bars.close[0] - 1,
  };
}

function annualReturn(growth: number, { count, perYear }: SampledReturns): Measured {
  if (Number.isNaN(perYear)) return reasons.fewSamples;
  if (growth < 0) return reasons.finalEquity;
  return Math.pow(growth, perYear / count) - 1;
}
