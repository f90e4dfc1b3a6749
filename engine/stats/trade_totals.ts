import type { TradeColumns } from "../run/output.ts";
import { addValue, newMoments, sampleDeviation } from "./moments.ts";

/** Counts and sums over a trade log. Money and returns of closed trades only. */
export interface TradeTotals {
  readonly closed: number;
  readonly open: number;
  readonly long: number;
  readonly short: number;
  /** Closed trades with a profit > 0, and the sum of their profits. */
  readonly wins: number;
  readonly gain: number;
  /** Closed trades with a profit < 0, and the sum of their losses, > 0. */
  readonly losses: number;
  readonly loss: number;
  /** Mean profit. */
  readonly meanPnl: number;
  /** Sample standard deviation (divisor closed - 1) of the profits; NaN of fewer than two. */
  readonly deviation: number;
  /** Best, worst and mean `pnl / (quantity * entryPrice)`. */
  readonly best: number;
  readonly worst: number;
  readonly meanReturn: number;
  /** Mean of exit bar minus entry bar. */
  readonly meanBars: number;
}

/** Adds up a trade log, in row order. */
export function tradeTotals(trades: TradeColumns): TradeTotals {
  const pnls = newMoments();
  const returns = newMoments();
  const bars = newMoments();
  let long = 0;
  let wins = 0;
  let gain = 0;
  let losses = 0;
  let loss = 0;
  let best = -Infinity;
  let worst = Infinity;
  for (let row = 0; row < trades.count; row++) {
    if (trades.side[row] > 0) long++;
    if (trades.exitIndex[row] < 0) continue;
    const pnl = trades.pnl[row];
    const fraction = tradeReturn(trades, row);
    addValue(pnls, pnl);
    addValue(returns, fraction);
    addValue(bars, trades.exitIndex[row] - trades.entryIndex[row]);
    if (fraction > best) best = fraction;
    if (fraction < worst) worst = fraction;
    if (pnl > 0) {
      wins++;
      gain += pnl;
    } else if (pnl < 0) {
      losses++;
      loss -= pnl;
    }
  }
  return {
    closed: pnls.count,
    open: trades.count - pnls.count,
    long,
    short: trades.count - long,
    wins,
    gain,
    losses,
    loss,
    meanPnl: pnls.mean,
    deviation: sampleDeviation(pnls),
    best,
    worst,
    meanReturn: returns.mean,
    meanBars: bars.mean,
  };
}

/** Return of one trade: `pnl / (quantity * entryPrice)`. */
export function tradeReturn(trades: TradeColumns, row: number): number {
  return trades.pnl[row] / (trades.quantity[row] * trades.entryPrice[row]);
}
