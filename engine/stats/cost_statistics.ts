import type { Ledger, TradeColumns } from "../run/output.ts";
import type { StatisticsInput } from "./input.ts";
import type { CostTotals, RunFacts, RunTotals } from "./run_totals.ts";
import type { SampledAccount } from "./sampled_account.ts";
import type { Sampling } from "./sampling.ts";
import { type Measured, reasons, type StatisticGroup } from "./statistic.ts";

/** Time in the market and what trading cost. */
export interface CostStatistics {
  /**
   * Share of bars at whose close a position was held. A trade that was opened and closed inside one bar does not count;
   * backtesting.py counts each bar that a trade touches. Undefined without bars.
   */
  readonly exposureTime: Measured;
  /**
   * Mean of `|position value| / equity` at the samples of the returns, position value at the close; above 1 with
   * leverage. Undefined without bars, and where a position was held while equity was <= 0.
   */
  readonly valueExposure: Measured;
  /**
   * Value of all fills of trades over the mean equity of the samples, per year: times N / n with n samples and N samples a
   * year. Entry and exit both count, so that buying and selling the whole account once a year is 2. Undefined without
   * bars, without samples per year, and if the mean equity is not above 0.
   */
  readonly turnover: Measured;
  /** Sum of all commissions, those of an open trade included. */
  readonly fees: Measured;
  /** Sum of `|fill - base| * quantity` over all fills of trades. */
  readonly slippage: Measured;
  /** Borrowing costs and funding of all trades, an open one included; negative: more was received than paid. */
  readonly financing: Measured;
  /** Earned on cash, less what was paid on cash below zero. It is in the equity and in no trade. */
  readonly interest: Measured;
}

/** Texts of exposure and costs. */
export const costGroup: StatisticGroup<CostStatistics> = {
  title: "Exposure and costs",
  statistics: {
    exposureTime: {
      label: "Time in market",
      unit: "fraction",
      computed: "streamed",
      summary: "Share of bars at whose close a position was held.",
      undefinedWhen: reasons.noBars,
    },
    valueExposure: {
      label: "Value exposure",
      unit: "fraction",
      computed: "sampled",
      summary: "Mean size of the position over equity, at the samples.",
      undefinedWhen: "no bars, or a position while equity was not above 0",
    },
    turnover: {
      label: "Turnover a year",
      unit: "ratio",
      computed: "sampled",
      summary: "Value of all entries and exits over mean equity, per year.",
      undefinedWhen: "no bars, fewer than two return samples, or mean equity not above 0",
    },
    fees: {
      label: "Commissions",
      unit: "money",
      computed: "streamed",
      summary: "Commissions of all fills.",
      undefinedWhen: "",
    },
    slippage: {
      label: "Slippage",
      unit: "money",
      computed: "streamed",
      summary: "Money lost to slippage at all fills.",
      undefinedWhen: "",
    },
    financing: {
      label: "Financing",
      unit: "money",
      computed: "streamed",
      summary: "Paid for holding: borrowing and funding; negative: received.",
      undefinedWhen: "",
    },
    interest: {
      label: "Interest",
      unit: "money",
      computed: "streamed",
      summary: "Earned on cash, less what was paid on cash below zero; in no trade.",
      undefinedWhen: "",
    },
  },
};

/**
 * Measures time in the market and costs.
 *
 * @param sampling The samples of the returns.
 */
export function costStatistics(
  { costs, account }: Pick<RunTotals, "costs" | "account">,
  { bars, sampling }: Pick<RunFacts, "bars" | "sampling">,
): CostStatistics {
  const { heldBars, traded, fees, slippage, financing, interest } = costs;
  const none = bars.length === 0 ? reasons.noBars : undefined;
  return {
    exposureTime: none ?? heldBars / bars.length,
    valueExposure: none ??
      (account.solvent ? account.exposure : reasons.heldInsolvent),
    turnover: none ?? turnover(traded, account, sampling),
    fees,
    slippage,
    financing,
    interest,
  };
}

/** Adds up what trading cost, in row order. */
export function costTotals({ output, bars, settings: { gross } }: StatisticsInput): CostTotals {
  const { count, fees, slippage, financing } = output.trades;
  return {
    heldBars: gross === undefined
      ? heldBars(output.ledger, bars.length)
      : gross.filter((value) => value !== 0).length,
    traded: tradedValue(output.trades),
    fees: sum(fees, count),
    slippage: sum(slippage, count),
    financing: sum(financing, count),
    interest: output.interest,
  };
}

function turnover(traded: number, account: SampledAccount, sampling: Sampling): Measured {
  if (Number.isNaN(sampling.perYear)) return reasons.fewSamples;
  if (account.equity <= 0) return reasons.meanEquity;
  return traded / account.equity * sampling.perYear / sampling.count;
}

function tradedValue(trades: TradeColumns): number {
  const { count, quantity, entryPrice, exitPrice, exitIndex } = trades;
  let total = 0;
  for (let row = 0; row < count; row++) {
    total += quantity[row] * (entryPrice[row] + (exitIndex[row] < 0 ? 0 : exitPrice[row]));
  }
  return total;
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
