import type { TradeColumns } from "../run/output.ts";
import { addValue, newMoments } from "./moments.ts";
import type { AverageExcursions } from "./run_totals.ts";
import { type Measured, reasons, type StatisticGroup } from "./statistic.ts";

/**
 * How far closed trades went for and against their entry while they were held, as fractions of the entry value
 * `quantity * entryPrice`; J. Sweeney, Maximum Adverse Excursion (1997). Without commissions.
 */
export interface ExcursionStatistics {
  /** Mean of the largest gain of a closed trade, >= 0. Undefined without closed trades. */
  readonly averageMfe: Measured;
  /** Mean of the largest loss of a closed trade, <= 0. Undefined without closed trades. */
  readonly averageMae: Measured;
  /**
   * `averageMfe / -averageMae`: C. Faith, Way of the Turtle (2007), who measures in average true ranges what is measured in
   * entry values here. Above 1: trades go further for than against their entry. Undefined where none went against it.
   */
  readonly edgeRatio: Measured;
}

/** Texts of the excursions. */
export const excursionGroup: StatisticGroup<ExcursionStatistics> = {
  title: "Excursions",
  statistics: {
    averageMfe: {
      label: "Average MFE",
      unit: "fraction",
      computed: "streamed",
      summary: "Mean largest gain of a closed trade while held, over entry value.",
      undefinedWhen: reasons.noTrades,
    },
    averageMae: {
      label: "Average MAE",
      unit: "fraction",
      computed: "streamed",
      summary: "Mean largest loss of a closed trade while held, over entry value; 0 or negative.",
      undefinedWhen: reasons.noTrades,
    },
    edgeRatio: {
      label: "Edge ratio",
      unit: "ratio",
      computed: "streamed",
      summary: "Mean largest gain over mean largest loss of closed trades, each over entry value.",
      undefinedWhen: "no closed trades, or none that went against its entry",
    },
  },
};

/** Averages the excursions. After a compiled run this looks at every bar on which a trade was held. */
export function excursionStatistics({ count, mfe, mae }: AverageExcursions): ExcursionStatistics {
  const none = count === 0 ? reasons.noTrades : undefined;
  return {
    averageMfe: none ?? mfe,
    averageMae: none ?? mae,
    edgeRatio: none ?? (mae === 0 ? reasons.noAdverse : mfe / -mae),
  };
}

/** Averages over the closed trades, in row order. */
export function averageExcursions(
  { count, exitIndex, quantity, entryPrice, mfe, mae }: TradeColumns,
): AverageExcursions {
  const gains = newMoments();
  const losses = newMoments();
  for (let row = 0; row < count; row++) {
    if (exitIndex[row] < 0) continue;
    const value = quantity[row] * entryPrice[row];
    addValue(gains, mfe[row] / value);
    addValue(losses, mae[row] / value);
  }
  return { count: gains.count, mfe: gains.mean, mae: losses.mean };
}
