import type { RunFacts, RunTotals } from "./run_totals.ts";
import type { Measured, StatisticGroup } from "./statistic.ts";

/** Account values. */
export interface EquityStatistics {
  /** Starting cash. */
  readonly startEquity: Measured;
  /** Equity at the last close; starting cash without bars. */
  readonly endEquity: Measured;
  /** Highest equity at a close, the starting cash included. */
  readonly peakEquity: Measured;
}

/** Texts of the account values. */
export const equityGroup: StatisticGroup<EquityStatistics> = {
  title: "Equity",
  statistics: {
    startEquity: {
      label: "Start equity",
      unit: "money",
      computed: "streamed",
      summary: "Starting cash.",
      undefinedWhen: "",
    },
    endEquity: {
      label: "End equity",
      unit: "money",
      computed: "streamed",
      summary: "Account value at the last close.",
      undefinedWhen: "",
    },
    peakEquity: {
      label: "Peak equity",
      unit: "money",
      computed: "streamed",
      summary: "Highest account value at a close, the starting cash included.",
      undefinedWhen: "",
    },
  },
};

/**
 * Measures the account values.
 *
 * @param highest Highest equity, the starting cash included.
 */
export function equityStatistics(
  { end, drawdown }: Pick<RunTotals, "end" | "drawdown">,
  { cash }: Pick<RunFacts, "cash">,
): EquityStatistics {
  return { startEquity: cash, endEquity: end, peakEquity: drawdown.highest };
}
