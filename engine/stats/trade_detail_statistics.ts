import type { TradeColumns } from "../run/output.ts";
import type { StatisticsInput } from "./input.ts";
import { quantile } from "./quantile.ts";
import type { LongestStreaks } from "./run_totals.ts";
import { type Measured, reasons, type StatisticGroup } from "./statistic.ts";
import { tradeReturn, type TradeTotals, tradeTotals } from "./trade_totals.ts";

/** The closed trades more closely. Profits are after commissions and slippage. */
export interface TradeDetailStatistics {
  /** Median return of a closed trade, the mean of the middle two of an even number. Undefined without closed trades. */
  readonly medianTrade: Measured;
  /**
   * `W - (1 - W) / payoff` with W the win rate: J. L. Kelly, A New Interpretation of Information Rate, Bell System
   * Technical Journal 35 (1956), for bets that win or lose the mean profit and loss; as backtesting.py. quantstats takes
   * periods for trades. Undefined without a won and without a lost trade.
   */
  readonly kelly: Measured;
  /** Most closed trades in a row with a profit > 0, in order of exit. */
  readonly longestWinStreak: Measured;
  /** Most closed trades in a row with a profit < 0, in order of exit. */
  readonly longestLossStreak: Measured;
}

/** Texts of the closer look at the trades. */
export const tradeDetailGroup: StatisticGroup<TradeDetailStatistics> = {
  title: "Closed trades",
  statistics: {
    medianTrade: {
      label: "Median trade",
      unit: "fraction",
      computed: "sorted",
      summary: "Median return of a closed trade, profit over entry value.",
      undefinedWhen: reasons.noTrades,
    },
    kelly: {
      label: "Kelly fraction",
      unit: "fraction",
      computed: "streamed",
      summary: "Win rate less loss rate over payoff.",
      undefinedWhen: "no won or no lost trade",
    },
    longestWinStreak: {
      label: "Longest win streak",
      unit: "count",
      computed: "streamed",
      summary: "Most closed trades in a row with a profit.",
      undefinedWhen: "",
    },
    longestLossStreak: {
      label: "Longest loss streak",
      unit: "count",
      computed: "streamed",
      summary: "Most closed trades in a row with a loss.",
      undefinedWhen: "",
    },
  },
};

/** Looks at the closed trades more closely. */
export function tradeDetailStatistics({ output }: StatisticsInput): TradeDetailStatistics {
  const totals = tradeTotals(output.trades);
  const { closed } = totals;
  return {
    medianTrade: closed === 0
      ? reasons.noTrades
      : quantile(closedReturns(output.trades, closed).sort(), 0.5),
    ...streamedTradeDetails(totals, {
      won: longestStreak(output.trades, 1),
      lost: longestStreak(output.trades, -1),
    }),
  };
}

/** Those that need no sorting. */
export function streamedTradeDetails(
  { closed, wins, gain, losses, loss }: TradeTotals,
  longest: LongestStreaks,
): Omit<TradeDetailStatistics, "medianTrade"> {
  const none = closed === 0 ? reasons.noTrades : undefined;
  const oneSided = losses === 0 ? reasons.noLost : wins === 0 ? reasons.noWon : undefined;
  const payoff = (gain / wins) / (loss / losses);
  return {
    kelly: none ?? oneSided ?? wins / closed - (1 - wins / closed) / payoff,
    longestWinStreak: longest.won,
    longestLossStreak: longest.lost,
  };
}

function closedReturns(trades: TradeColumns, closed: number): Float64Array {
  const found = new Float64Array(closed);
  let count = 0;
  for (let row = 0; row < trades.count; row++) {
    if (trades.exitIndex[row] >= 0) found[count++] = tradeReturn(trades, row);
  }
  return found;
}

/** Most closed trades in a row whose profit has this sign; one without profit and loss ends a row. */
function longestStreak({ count, exitIndex, pnl }: TradeColumns, sign: 1 | -1): number {
  let longest = 0;
  let streak = 0;
  for (let row = 0; row < count; row++) {
    if (exitIndex[row] < 0) continue;
    streak = pnl[row] * sign > 0 ? streak + 1 : 0;
    if (streak > longest) longest = streak;
  }
  return longest;
}
