import type { Bars } from "../data/bars.ts";
import type { RunOutput } from "../run/output.ts";
import type { AverageDrawdown } from "./average_drawdown.ts";
import type { Drawdown } from "./drawdown.ts";
import type { SampledReturns } from "./returns.ts";
import type { SampledAccount } from "./sampled_account.ts";
import type { Sampling } from "./sampling.ts";
import type { TradeTotals } from "./trade_totals.ts";

/** What the statistics of the first page take of a run: sums and counts, however they were gathered. */
export interface RunTotals {
  /** Equity at the last bar; the starting cash without bars. */
  readonly end: number;
  readonly drawdown: Drawdown;
  readonly samples: SampledReturns;
  readonly account: SampledAccount;
  readonly costs: CostTotals;
  readonly trades: TradeTotals;
  readonly fills: FillTotals;
}

/** What runs on the same bars have in common. */
export interface RunFacts {
  readonly bars: Bars;
  readonly cash: number;
  readonly sampling: Sampling;
}

/** What trading cost. */
export interface CostTotals {
  /** Bars at whose close a position was held. */
  readonly heldBars: number;
  /** Value of all fills of trades. */
  readonly traded: number;
  readonly fees: number;
  readonly slippage: number;
  readonly financing: number;
  readonly interest: number;
}

/** What the engine counted of assumptions about fills. */
export type FillTotals = Pick<RunOutput, "ambiguousBars" | "ambiguousStake" | "reducedOrders">;

/** The falls of the equity. */
export interface UnderwaterTotals {
  readonly average: AverageDrawdown;
  /** The Ulcer index. */
  readonly ulcer: number;
}

/** Most closed trades in a row with a profit and with a loss. */
export interface LongestStreaks {
  readonly won: number;
  readonly lost: number;
}

/** Means over closed trades of their excursions, as fractions of the entry value. */
export interface AverageExcursions {
  readonly count: number;
  readonly mfe: number;
  readonly mae: number;
}
