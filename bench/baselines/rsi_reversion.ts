import type { RunOutput } from "../../engine/run/output.ts";
import { type BaselineBars, endOfData, reasons, writeFill, writeTrade } from "./output.ts";

const length14 = 14;
const weight = 1 / length14;
const oversold = 30;
const recovered = 55;
const stopLoss = 0.03;
const holdBars = 50;
const part = 0.95;

/** Long when the relative strength index is low, with stop and time limit, written by hand. */
export function rsiReversion(bars: BaselineBars, output: RunOutput): void {
  const { open, high, low, close, length } = bars;
  const { equity, trades, ledger, refused } = output;
  let cash = 100_000;
  let quantity = 0;
  let entryIndex = 0;
  let entryPrice = 0;
  let stop = 0;
  let top = 0;
  let bottom = 0;
  let queuedEntry = false;
  let queuedExit = -1;
  let row = 0;
  let fillRow = 0;

  let gains = 0;
  let losses = 0;
  const warmUp = Math.min(length14, length);
  for (let i = 0; i < warmUp; i++) {
    const change = i === 0 ? 0 : close[i] - close[i - 1];
    gains += change > 0 ? change : 0;
    losses += change < 0 ? -change : 0;
    equity[i] = cash;
  }

  for (let i = warmUp; i < length; i++) {
    const cl = close[i];

    if (queuedEntry) {
      queuedEntry = false;
      const op = open[i];
      quantity = part * cash / op;
      cash = cash - quantity * op;
      entryIndex = i;
      entryPrice = op;
      stop = op * (1 - stopLoss);
      top = op;
      bottom = op;
      writeFill(ledger, fillRow++, { index: i, cash, quantity });
    }

    if (quantity !== 0) {
      const hi = high[i];
      const lo = low[i];
      let reason = queuedExit;
      let fill = 0;
      if (reason >= 0) {
        fill = open[i];
        queuedExit = -1;
      } else if (lo <= stop) {
        const op = open[i];
        reason = reasons.stopLoss;
        fill = op <= stop ? op : stop;
      } else {
        if (hi > top) top = hi;
        if (lo < bottom) bottom = lo;
      }
      if (reason >= 0) {
        const op = open[i];
        if (op > top) top = op;
        if (op < bottom) bottom = op;
        if (fill < bottom) bottom = fill;
        writeTrade(trades, row++, {
          side: 1,
          quantity,
          entryIndex,
          entryPrice,
          exitIndex: i,
          exitPrice: fill,
          reason,
          pnl: quantity * (fill - entryPrice),
          fees: 0,
          slippage: 0,
          mfe: (top - entryPrice) * quantity,
          mae: (bottom - entryPrice) * quantity,
          ambiguous: 0,
        });
        cash = cash + quantity * fill;
        quantity = 0;
        writeFill(ledger, fillRow++, { index: i, cash, quantity });
      }
    }

    const change = cl - close[i - 1];
    const gain = change > 0 ? change : 0;
    const loss = change < 0 ? -change : 0;
    if (i > length14) {
      gains = (gain - gains) * weight + gains;
      losses = (loss - losses) * weight + losses;
    } else {
      gains = (gains + gain) / length14;
      losses = (losses + loss) / length14;
    }
    const sum = gains + losses;
    const rsi = sum === 0 ? 0 : 100 * (gains / sum);
    if (quantity === 0) {
      if (rsi < oversold) queuedEntry = true;
    } else if (i === entryIndex + holdBars - 1) {
      queuedExit = reasons.timeStop;
    } else if (rsi > recovered) {
      queuedExit = reasons.signal;
    }
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
  if (queuedEntry || queuedExit >= 0) refused[endOfData] = 1;
  trades.count = row;
  ledger.count = fillRow;
}
