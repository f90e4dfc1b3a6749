import type { Followed } from "./followed.ts";
import { slot } from "./slots.ts";
import { heldExtremes } from "./held_extremes.ts";
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
const { mfe, mae, wins, won, losses, lost, winStreak, lossStreak, longestWins, longestLosses } =
  slot;

/**
 * Takes in rows of the trade log: what `tradeTotals`, the costs, the streaks and the excursions look at, by the same
 * operations in row order. The sums are kept in variables while the rows go by, which is twice as fast as adding to the array.
 *
 * @param count Number of rows.
 */
export function takeTrades(
  followed: Followed,
  s: Float64Array,
  at: number,
  { trades, held }: NotedTrades,
  count: number,
): void {
  if (count === 0) return;
  const { closeExits, bars: { open } } = followed;
  let feeSum = s[at + fees];
  let slippageSum = s[at + slippage];
  let financingSum = s[at + financing];
  let tradedSum = s[at + traded];
  let longCount = s[at + long];
  let openCount = s[at + openSlot];
  let closed = s[at + closedSlot];
  let meanPnl = s[at + pnlMean];
  let squares = s[at + pnlSquares];
  let meanReturn = s[at + returnMean];
  let meanBars = s[at + barsMean];
  let highest = s[at + best];
  let lowest = s[at + worst];
  let winCount = s[at + wins];
  let winSum = s[at + won];
  let lossCount = s[at + losses];
  let lossSum = s[at + lost];
  let winsNow = s[at + winStreak];
  let lossesNow = s[at + lossStreak];
  let mostWins = s[at + longestWins];
  let mostLosses = s[at + longestLosses];
  let meanGain = s[at + mfe];
  let meanLoss = s[at + mae];
  for (let row = 0; row < count; row++) {
    const quantity = trades.quantity[row];
    const price = trades.entryPrice[row];
    const exitIndex = trades.exitIndex[row];
    const exitPrice = trades.exitPrice[row];
    const isLong = trades.side[row] > 0;
    feeSum += trades.fees[row];
    slippageSum += trades.slippage[row];
    financingSum += trades.financing[row];
    tradedSum += quantity * (price + (exitIndex < 0 ? 0 : exitPrice));
    if (isLong) longCount++;
    if (exitIndex < 0) {
      openCount++;
      continue;
    }
    closed++;
    const pnl = trades.pnl[row];
    const value = quantity * price;
    const fraction = pnl / value;
    const before = meanPnl;
    meanPnl += (pnl - before) / closed;
    squares += (pnl - before) * (pnl - meanPnl);
    meanReturn += (fraction - meanReturn) / closed;
    meanBars += (exitIndex - trades.entryIndex[row] - meanBars) / closed;
    if (fraction > highest) highest = fraction;
    if (fraction < lowest) lowest = fraction;
    if (pnl > 0) {
      winCount++;
      winSum += pnl;
      lossesNow = 0;
      winsNow++;
      if (winsNow > mostWins) mostWins = winsNow;
    } else {
      winsNow = 0;
      lossesNow = pnl < 0 ? lossesNow + 1 : 0;
      if (pnl < 0) {
        lossCount++;
        lossSum -= pnl;
        if (lossesNow > mostLosses) mostLosses = lossesNow;
      }
    }
    // The largest gain and loss while held, as `excursions` finds them for the rows of a whole run
    let top: number;
    let bottom: number;
    if (held === undefined) ({ top, bottom } = heldExtremes(followed, trades, row));
    else {
      top = held.top[row];
      bottom = held.bottom[row];
      if (closeExits[trades.reason[row]] === 0) {
        const opened = open[exitIndex];
        if (opened > top) top = opened;
        if (opened < bottom) bottom = opened;
      }
    }
    if (exitPrice > top) top = exitPrice;
    if (exitPrice < bottom) bottom = exitPrice;
    const gain = (isLong ? top - price : price - bottom) * quantity / value;
    const loss = (isLong ? bottom - price : price - top) * quantity / value;
    meanGain += (gain - meanGain) / closed;
    meanLoss += (loss - meanLoss) / closed;
  }
  s[at + fees] = feeSum;
  s[at + slippage] = slippageSum;
  s[at + financing] = financingSum;
  s[at + traded] = tradedSum;
  s[at + long] = longCount;
  s[at + openSlot] = openCount;
  s[at + closedSlot] = closed;
  s[at + pnlMean] = meanPnl;
  s[at + pnlSquares] = squares;
  s[at + returnMean] = meanReturn;
  s[at + barsMean] = meanBars;
  s[at + best] = highest;
  s[at + worst] = lowest;
  s[at + wins] = winCount;
  s[at + won] = winSum;
  s[at + losses] = lossCount;
  s[at + lost] = lossSum;
  s[at + winStreak] = winsNow;
  s[at + lossStreak] = lossesNow;
  s[at + longestWins] = mostWins;
  s[at + longestLosses] = mostLosses;
  s[at + mfe] = meanGain;
  s[at + mae] = meanLoss;
}
