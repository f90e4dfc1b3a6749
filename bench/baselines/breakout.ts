import type { RunOutput } from "../../engine/run/output.ts";
import { type BaselineBars, endOfData, reasons, writeFill, writeTrade } from "./output.ts";

const entryBars = 55;
const exitBars = 20;
const atrBars = 20;
const weight = 1 / atrBars;
const factor = 3;
const part = 0.95;

/** Long above the highest high, out below the lowest low or at a trailing stop, written by hand. */
export function breakout(bars: BaselineBars, output: RunOutput): void {
  const { open, high, low, close, length } = bars;
  const { equity, trades, ledger, refused } = output;
  let cash = 100_000;
  let quantity = 0;
  let entryIndex = 0;
  let entryPrice = 0;
  let distance = 0;
  let trail = 0;
  let top = 0;
  let bottom = 0;
  let queuedEntry = false;
  let queuedExit = false;
  let row = 0;
  let fillRow = 0;

  // The extremes are those of the bars before i, with the newest bar that holds them
  let highest = -Infinity;
  let highestIndex = 0;
  let lowest = Infinity;
  let lowestIndex = 0;
  let atr = 0;
  const warmUp = Math.min(entryBars, length);
  for (let i = 0; i < warmUp; i++) {
    const hi = high[i];
    const lo = low[i];
    if (hi >= highest) {
      highest = hi;
      highestIndex = i;
    }
    if (lo <= lowest || lowestIndex <= i - exitBars) {
      lowest = Infinity;
      for (let w = Math.max(0, i - exitBars + 1); w <= i; w++) {
        if (low[w] <= lowest) {
          lowest = low[w];
          lowestIndex = w;
        }
      }
    }
    if (i > 0) {
      const before = close[i - 1];
      const range = Math.max(Math.max(hi - lo, Math.abs(hi - before)), Math.abs(lo - before));
      if (i > atrBars) atr = (range - atr) * weight + atr;
      else atr += range;
      if (i === atrBars) atr = atr / atrBars;
    }
    equity[i] = cash;
  }

  for (let i = warmUp; i < length; i++) {
    const hi = high[i];
    const lo = low[i];
    const cl = close[i];

    if (queuedEntry) {
      queuedEntry = false;
      const op = open[i];
      quantity = part * cash / op;
      cash = cash - quantity * op;
      entryIndex = i;
      entryPrice = op;
      trail = op - distance;
      top = op;
      bottom = op;
      writeFill(ledger, fillRow++, { index: i, cash, quantity });
    }

    if (quantity !== 0) {
      if (queuedExit || lo <= trail) {
        const op = open[i];
        const reason = queuedExit ? reasons.signal : reasons.trailingStop;
        const fill = queuedExit || op <= trail ? op : trail;
        queuedExit = false;
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
      } else {
        if (hi > top) {
          top = hi;
          const raised = hi - distance;
          if (raised > trail) trail = raised;
        }
        if (lo < bottom) bottom = lo;
      }
    }

    const before = close[i - 1];
    const range = Math.max(Math.max(hi - lo, Math.abs(hi - before)), Math.abs(lo - before));
    atr = (range - atr) * weight + atr;
    if (quantity === 0) {
      if (cl > highest) {
        queuedEntry = true;
        distance = factor * atr;
      }
    } else if (cl < lowest) {
      queuedExit = true;
    }
    if (hi >= highest) {
      highest = hi;
      highestIndex = i;
    } else if (highestIndex <= i - entryBars) {
      highest = -Infinity;
      for (let w = i - entryBars + 1; w <= i; w++) {
        const seen = high[w];
        if (seen >= highest) {
          highest = seen;
          highestIndex = w;
        }
      }
    }
    if (lo <= lowest) {
      lowest = lo;
      lowestIndex = i;
    } else if (lowestIndex <= i - exitBars) {
      lowest = Infinity;
      for (let w = i - exitBars + 1; w <= i; w++) {
        const seen = low[w];
        if (seen <= lowest) {
          lowest = seen;
          lowestIndex = w;
        }
      }
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
  if (queuedEntry || queuedExit) refused[endOfData] = 1;
  trades.count = row;
  ledger.count = fillRow;
}
