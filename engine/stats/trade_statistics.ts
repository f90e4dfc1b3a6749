import { type Measured, reasons, type StatisticGroup } from "./statistic.ts";
import type { TradeTotals } from "./trade_totals.ts";

/**
 * What the trades brought. A part of a position that goes out is a trade of its own, what is added to one is none. Counts
 * cover all trades, everything else the closed ones; an open trade is in the equity only.
 * Profits are after commissions and slippage. A trade with a profit of exactly 0 is neither won nor lost.
 */
export interface TradeStatistics {
  /** Number of trades. */
  readonly trades: Measured;
  /** Trades that were closed. */
  readonly closedTrades: Measured;
  /** Trades still open at the last bar. */
  readonly openTrades: Measured;
  /** Trades of the long side. */
  readonly longTrades: Measured;
  /** Trades of the short side. */
  readonly shortTrades: Measured;
  /**
   * Closed trades with a profit > 0, over closed trades: as vectorbt and backtesting.py (`win_rate` of quantstats is one
   * of periods). Undefined without closed trades.
   */
  readonly winRate: Measured;
  /** Largest return of a closed trade, `pnl / (quantity * entryPrice)`. Undefined without closed trades. */
  readonly bestTrade: Measured;
  /** Smallest return of a closed trade. Undefined without closed trades. */
  readonly worstTrade: Measured;
  /**
   * Arithmetic mean return of a closed trade: the expectancy in percent, `Expectancy [%]` of backtesting.py, whose
   * `Avg. Trade [%]` is geometric. Undefined without closed trades.
   */
  readonly averageTrade: Measured;
  /** Mean profit of the won trades over the mean loss of the lost ones, in money. Undefined without one of both. */
  readonly payoff: Measured;
  /**
   * Sum of profits over sum of losses, in money, as vectorbt; backtesting.py sums returns. 0 if all were lost; undefined
   * without a lost trade, where others give infinity.
   */
  readonly profitFactor: Measured;
  /** Mean profit of a closed trade, in money, as vectorbt. Undefined without closed trades. */
  readonly expectancy: Measured;
  /**
   * System quality number: `sqrt(n) * mean / deviation` of the profits of n closed trades, in money, deviation with
   * divisor n - 1: V. K. Tharp, Definitive Guide to Position Sizing (2008), without his limit of n to 100; as vectorbt and
   * backtesting.py. Undefined with fewer than two closed trades, and if their profits do not vary.
   */
  readonly sqn: Measured;
  /** Mean of exit bar minus bar of the first entry. Undefined without closed trades. */
  readonly averageBarsHeld: Measured;
}

/** Texts of the trade statistics. */
export const tradeGroup: StatisticGroup<TradeStatistics> = {
  title: "Trades",
  statistics: {
    trades: {
      label: "Trades",
      unit: "count",
      computed: "streamed",
      summary:
        "Number of trades, open ones included; each part of a position that goes out is one.",
      undefinedWhen: "",
    },
    closedTrades: {
      label: "Closed",
      unit: "count",
      computed: "streamed",
      summary: "Number of closed trades.",
      undefinedWhen: "",
    },
    openTrades: {
      label: "Open",
      unit: "count",
      computed: "streamed",
      summary: "Number of trades still open at the last bar.",
      undefinedWhen: "",
    },
    longTrades: {
      label: "Long",
      unit: "count",
      computed: "streamed",
      summary: "Number of long trades.",
      undefinedWhen: "",
    },
    shortTrades: {
      label: "Short",
      unit: "count",
      computed: "streamed",
      summary: "Number of short trades.",
      undefinedWhen: "",
    },
    winRate: {
      label: "Win rate",
      unit: "fraction",
      computed: "streamed",
      summary: "Closed trades with a profit, over closed trades.",
      undefinedWhen: reasons.noTrades,
    },
    bestTrade: {
      label: "Best trade",
      unit: "fraction",
      computed: "streamed",
      summary: "Largest return of a closed trade, profit over entry value.",
      undefinedWhen: reasons.noTrades,
    },
    worstTrade: {
      label: "Worst trade",
      unit: "fraction",
      computed: "streamed",
      summary: "Smallest return of a closed trade, profit over entry value.",
      undefinedWhen: reasons.noTrades,
    },
    averageTrade: {
      label: "Average trade",
      unit: "fraction",
      computed: "streamed",
      summary: "Expectancy in percent: mean return of a closed trade, profit over entry value.",
      undefinedWhen: reasons.noTrades,
    },
    payoff: {
      label: "Payoff",
      unit: "ratio",
      computed: "streamed",
      summary: "Mean profit of won trades over mean loss of lost trades.",
      undefinedWhen: "no won or no lost trade",
    },
    profitFactor: {
      label: "Profit factor",
      unit: "ratio",
      computed: "streamed",
      summary: "Sum of profits over sum of losses of closed trades.",
      undefinedWhen: "no lost trade",
    },
    expectancy: {
      label: "Expectancy",
      unit: "money",
      computed: "streamed",
      summary: "Mean profit of a closed trade.",
      undefinedWhen: reasons.noTrades,
    },
    sqn: {
      label: "SQN",
      unit: "ratio",
      computed: "streamed",
      summary:
        "Mean profit of a closed trade over its standard deviation, times the root of their number.",
      undefinedWhen: "fewer than two closed trades, or profits that do not vary",
    },
    averageBarsHeld: {
      label: "Average bars held",
      unit: "bars",
      computed: "streamed",
      summary: "Mean number of bars from first entry to exit of a closed trade.",
      undefinedWhen: reasons.noTrades,
    },
  },
};

/** Measures the trades. */
export function tradeStatistics(totals: TradeTotals): TradeStatistics {
  const { wins, losses, closed } = totals;
  const none = closed === 0 ? reasons.noTrades : undefined;
  const noWin = none ?? (wins === 0 ? reasons.noWon : undefined);
  const noLoss = none ?? (losses === 0 ? reasons.noLost : undefined);
  return {
    trades: closed + totals.open,
    closedTrades: closed,
    openTrades: totals.open,
    longTrades: totals.long,
    shortTrades: totals.short,
    winRate: none ?? wins / closed,
    bestTrade: none ?? totals.best,
    worstTrade: none ?? totals.worst,
    averageTrade: none ?? totals.meanReturn,
    payoff: noLoss ?? noWin ?? (totals.gain / wins) / (totals.loss / losses),
    profitFactor: noLoss ?? totals.gain / totals.loss,
    expectancy: none ?? totals.meanPnl,
    sqn: none ?? qualityNumber(totals),
    averageBarsHeld: none ?? totals.meanBars,
  };
}

/** Profits are differences of larger amounts: equal ones may differ by about this much of their mean. */
const noise = 2 ** -40;

function qualityNumber({ closed, meanPnl, deviation }: TradeTotals): Measured {
  if (closed < 2) return reasons.fewTrades;
  if (deviation <= Math.abs(meanPnl) * noise) return reasons.constantProfits;
  return Math.sqrt(closed) * meanPnl / deviation;
}
