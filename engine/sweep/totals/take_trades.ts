import type { Followed } from "./followed.ts";
import { slot } from "./slots.ts";
import { takeExcursions } from "./take_excursions.ts";
import type { HeldRows } from "./take_held.ts";

/** Rows of the trade log of a chunk. */
export interface TradeRows {
  readonly side: Int32Array;
  readonly quantity: Float64Array;
  readonly entryIndex: Int32Array;
  readonly entryPrice: Float64Array;
  readonly exitIndex: Int32Array;
  readonly exitPrice: Float64Array;
  readonly reason: Int32Array;
  readonly pnl: Float64Array;
  readonly fees: Float64Array;
  readonly slippage: Float64Array;
  readonly financing: Float64Array;
  /** Moments of entry and exit where the kernel notes them. */
  readonly moments: Int32Array | undefined;
}

/** The trade log of a chunk, with what kernels that pass zones note besides. */
export interface NotedTrades {
  readonly trades: TradeRows;
  readonly held: HeldRows | undefined;
}

// Positions in the row, known to the compiler: these lines are run for every trade of every set.
const { fees, slippage, financing, traded, long, open: openSlot, closed: closedSlot } = slot;
const { pnlMean, pnlSquares, returnMean, barsMean, best, worst } = slot;
const { wins, won, losses, lost, winStreak, lossStreak, longestWins, longestLosses } = slot;

/**
 * Takes in rows of the trade log: what `tradeTotals`, the costs, the streaks and the excursions look at, by the same
 * operations in row order.
 *
 * @param count Number of rows.
 */
export function takeTrades(
  followed: Followed,
  s: Float64Array,
  at: number,
  noted: NotedTrades,
  count: number,
): void {
  const { trades } = noted;
  for (let row = 0; row < count; row++) {
    const quantity = trades.quantity[row];
    const entry = trades.entryPrice[row];
    const exitIndex = trades.exitIndex[row];
    const open = exitIndex < 0;
    s[at + fees] += trades.fees[row];
    s[at + slippage] += trades.slippage[row];
    s[at + financing] += trades.financing[row];
    s[at + traded] += quantity * (entry + (open ? 0 : trades.exitPrice[row]));
    if (trades.side[row] > 0) s[at + long]++;
    if (open) s[at + openSlot]++;
    else {
      takeProfit(s, at, trades.pnl[row], quantity * entry, exitIndex - trades.entryIndex[row]);
      takeExcursions(followed, s, at, noted, row);
    }
  }
}

/** A closed trade of so many bars, with the value of its entry. */
function takeProfit(s: Float64Array, at: number, pnl: number, value: number, bars: number): void {
  const closed = ++s[at + closedSlot];
  const fraction = pnl / value;
  const before = s[at + pnlMean];
  const mean = before + (pnl - before) / closed;
  s[at + pnlMean] = mean;
  s[at + pnlSquares] += (pnl - before) * (pnl - mean);
  s[at + returnMean] += (fraction - s[at + returnMean]) / closed;
  s[at + barsMean] += (bars - s[at + barsMean]) / closed;
  if (fraction > s[at + best]) s[at + best] = fraction;
  if (fraction < s[at + worst]) s[at + worst] = fraction;
  if (pnl > 0) {
    s[at + wins]++;
    s[at + won] += pnl;
    s[at + lossStreak] = 0;
    const streak = ++s[at + winStreak];
    if (streak > s[at + longestWins]) s[at + longestWins] = streak;
  } else {
    s[at + winStreak] = 0;
    if (pnl < 0) {
      s[at + losses]++;
      s[at + lost] -= pnl;
      const streak = ++s[at + lossStreak];
      if (streak > s[at + longestLosses]) s[at + longestLosses] = streak;
    } else s[at + lossStreak] = 0;
  }
}
