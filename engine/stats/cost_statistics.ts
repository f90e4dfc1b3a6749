import type { Ledger } from "../run/output.ts";
import type { StatisticsInput } from "./input.ts";
import { type Measured, reasons, type StatisticGroup } from "./statistic.ts";

/** Time in the market and what trading cost. */
export interface CostStatistics {
  /**
   * Share of bars at whose close a position was held. A trade that was opened and closed inside one bar does not count;
   * backtesting.py counts each bar that a trade touches. Undefined without bars.
   */
  readonly exposureTime: Measured;
  /** Sum of all commissions, those of an open trade included. */
  readonly fees: Measured;
  /** Sum of `|fill - base| * quantity` over all fills of trades. */
  readonly slippage: Measured;
}

/** Texts of exposure and costs. */
export const costGroup: StatisticGroup<CostStatistics> = {
  title: "Exposure and costs",
  statistics: {
    exposureTime: {
      label: "Time in market",
      unit: "fraction",
      summary: "Share of bars at whose close a position was held.",
      undefinedWhen: reasons.noBars,
    },
    fees: {
      label: "Commissions",
      unit: "money",
      summary: "Commissions of all fills.",
      undefinedWhen: "",
    },
    slippage: {
      label: "Slippage",
      unit: "money",
      summary: "Money lost to slippage at all fills.",
      undefinedWhen: "",
    },
  },
};

/** Measures time in the market and costs. */
export function costStatistics({ output, bars }: StatisticsInput): CostStatistics {
  const { count, fees, slippage } = output.trades;
  return {
    exposureTime: bars.length === 0
      ? reasons.noBars
      : heldBars(output.ledger, bars.length) / bars.length,
    fees: sum(fees, count),
    slippage: sum(slippage, count),
  };
}

/** Number of bars at whose close the quantity is not 0; the last row of a bar holds from there on. */
function heldBars(ledger: Ledger, bars: number): number {
  let held = 0;
  let quantity = 0;
  let since = 0;
  for (let row = 0; row < ledger.count; row++) {
    if (quantity !== 0) held += ledger.index[row] - since;
    quantity = ledger.quantity[row];
    since = ledger.index[row];
  }
  return quantity === 0 ? held : held + bars - since;
}

function sum(values: Float64Array, count: number): number {
  let total = 0;
  for (let row = 0; row < count; row++) total += values[row];
  return total;
}
