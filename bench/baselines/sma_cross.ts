import type { RunOutput } from "../../engine/run/output.ts";
import { type BaselineBars, endOfData, reasons, writeFill, writeTrade } from "./output.ts";

const fast = 20;
const slow = 50;
const part = 0.95;

/** Crossing averages, long only, without rules and costs, written by hand. */
export function smaCross(bars: BaselineBars, output: RunOutput): void {
  const { open, high, low, close, length } = bars;
  const { equity, trades, ledger, refused } = output;
  let cash = 100_000;
  let quantity = 0;
  let entryIndex = 0;
  let entryPrice = 0;
  let top = 0;
  let bottom = 0;
  let queued = false;
  let row = 0;
  let fillRow = 0;

  let fastSum = 0;
  let slowSum = 0;
  const warmUp = Math.min(slow, length);
  for (let i = 0; i < warmUp; i++) {
    fastSum += close[i];
    if (i >= fast) fastSum -= close[i - fast];
    slowSum += close[i];
    equity[i] = cash;
  }
  let fastBefore = fastSum / fast;
  let slowBefore = slowSum / slow;

  for (let i = warmUp; i < length; i++) {
    const cl = close[i];

    if (queued) {
      const op = open[i];
      queued = false;
      if (quantity !== 0) {
        if (op > top) top = op;
        if (op < bottom) bottom = op;
        writeTrade(trades, row++, {
          side: 1,
          quantity,
          entryIndex,
          entryPrice,
          exitIndex: i,
          exitPrice: op,
          reason: reasons.signal,
          pnl: quantity * (op - entryPrice),
          fees: 0,
          slippage: 0,
          mfe: (top - entryPrice) * quantity,
          mae: (bottom - entryPrice) * quantity,
          ambiguous: 0,
        });
        cash = cash + quantity * op;
        quantity = 0;
      } else {
        quantity = part * cash / op;
        cash = cash - quantity * op;
        entryIndex = i;
        entryPrice = op;
        top = op;
        bottom = op;
      }
      writeFill(ledger, fillRow++, { index: i, cash, quantity });
    }

    if (quantity !== 0) {
      const hi = high[i];
      const lo = low[i];
      if (hi > top) top = hi;
      if (lo < bottom) bottom = lo;
    }

    fastSum += cl;
    fastSum -= close[i - fast];
    slowSum += cl;
    slowSum -= close[i - slow];
    const fastNow = fastSum / fast;
    const slowNow = slowSum / slow;
    if (fastNow > slowNow) {
      if (fastBefore <= slowBefore && quantity === 0) queued = true;
    } else if (fastNow < slowNow && fastBefore >= slowBefore && quantity !== 0) {
      queued = true;
    }
    fastBefore = fastNow;
    slowBefore = slowNow;
    equity[i] = cash + quantity * cl;
  }

  if (quantity !== 0) {
    const exitPrice = close[length - 1];
    writeTrade(trades, row++, {
      side: 1,
      quantity,
      entryIndex,
      entryPrice,
      exitIndex: -1,
      exitPrice,
      reason: -1,
      pnl: quantity * (exitPrice - entryPrice),
      fees: 0,
      slippage: 0,
      mfe: (top - entryPrice) * quantity,
      mae: (bottom - entryPrice) * quantity,
      ambiguous: 0,
    });
  }
  if (queued) refused[endOfData] = 1;
  trades.count = row;
  ledger.count = fillRow;
}
