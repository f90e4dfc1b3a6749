import type { RunOutput } from "../../engine/run/output.ts";
import { type BaselineBars, reasons, writeFill, writeTrade } from "./output.ts";

const bandBars = 20;
const width = 2;
const emaBars = 100;
const emaWeight = 2 / (emaBars + 1);
const atrBars = 14;
const atrWeight = 1 / atrBars;
const factor = 2;
const value = 10_000;
const feePerUnit = 0.02;
const feeMinimum = 1;
const slippage = 0.01;

/** Long above the upper band, short below the lower, with the trend, filled at the close, written by hand. */
export function bollinger(bars: BaselineBars, output: RunOutput): void {
  const { open, high, low, close, length } = bars;
  const { equity, trades, ledger } = output;
  let cash = 10_000_000;
  let quantity = 0;
  let side = 0;
  let entryIndex = 0;
  let entryPrice = 0;
  let entryFee = 0;
  let entrySlippage = 0;
  let target = 0;
  let top = 0;
  let bottom = 0;
  let row = 0;
  let fillRow = 0;

  let sum = 0;
  let squares = 0;
  let ema = 0;
  let atr = 0;
  const warmUp = Math.min(emaBars - 1, length);
  for (let i = 0; i < warmUp; i++) {
    const cl = close[i];
    sum += cl;
    squares += cl * cl;
    if (i >= bandBars) {
      const old = close[i - bandBars];
      sum -= old;
      squares -= old * old;
    }
    ema += cl;
    if (i > 0) {
      const [hi, lo, before] = [high[i], low[i], close[i - 1]];
      const range = Math.max(Math.max(hi - lo, Math.abs(hi - before)), Math.abs(lo - before));
      if (i > atrBars) atr = (range - atr) * atrWeight + atr;
      else atr += range;
      if (i === atrBars) atr = atr / atrBars;
    }
    equity[i] = cash;
  }

  for (let i = warmUp; i < length; i++) {
    const hi = high[i];
    const lo = low[i];
    const cl = close[i];
    let reason = -1;
    let base = 0;
    let fill = 0;

    if (side > 0) {
      if (hi >= target) {
        const op = open[i];
        reason = reasons.takeProfit;
        base = op >= target ? op : target;
        fill = base - slippage;
        if (fill < target) fill = target;
        if (op > top) top = op;
        if (op < bottom) bottom = op;
      } else {
        if (hi > top) top = hi;
        if (lo < bottom) bottom = lo;
      }
    } else if (side < 0) {
      if (lo <= target) {
        const op = open[i];
        reason = reasons.takeProfit;
        base = op <= target ? op : target;
        fill = base + slippage;
        if (fill > target) fill = target;
        if (op > top) top = op;
        if (op < bottom) bottom = op;
      } else {
        if (hi > top) top = hi;
        if (lo < bottom) bottom = lo;
      }
    }

    const old = close[i - bandBars];
    sum += cl;
    squares += cl * cl;
    sum -= old;
    squares -= old * old;
    const middle = sum / bandBars;
    const variance = squares / bandBars - middle * middle;
    const band = width * Math.sqrt(variance < 0 ? 0 : variance);
    ema = i >= emaBars ? (cl - ema) * emaWeight + ema : (ema + cl) / emaBars;
    const before = close[i - 1];
    const range = Math.max(Math.max(hi - lo, Math.abs(hi - before)), Math.abs(lo - before));
    atr = (range - atr) * atrWeight + atr;

    let wanted = 0;
    if (cl > middle + band && cl > ema) wanted = 1;
    else if (cl < middle - band && cl < ema) wanted = -1;
    if (side !== 0 && reason < 0) {
      if (wanted === -side) reason = reasons.reverse;
      else if (side > 0 ? cl < middle : cl > middle) reason = reasons.signal;
      if (wanted === side) wanted = 0;
      base = cl;
      fill = cl - side * slippage;
    }

    if (reason >= 0) {
      const units = Math.abs(quantity);
      const byUnit = feePerUnit * units;
      const fee = byUnit < feeMinimum ? feeMinimum : byUnit;
      if (fill > top) top = fill;
      if (fill < bottom) bottom = fill;
      writeTrade(trades, row++, {
        side,
        quantity: units,
        entryIndex,
        entryPrice,
        exitIndex: i,
        exitPrice: fill,
        reason,
        pnl: quantity * (fill - entryPrice) - (entryFee + fee),
        fees: entryFee + fee,
        slippage: entrySlippage + Math.abs(fill - base) * units,
        mfe: (side > 0 ? top - entryPrice : entryPrice - bottom) * units,
        mae: (side > 0 ? bottom - entryPrice : entryPrice - top) * units,
        ambiguous: 0,
      });
      cash = cash + quantity * fill - fee;
      side = 0;
      quantity = 0;
      writeFill(ledger, fillRow++, { index: i, cash, quantity });
    }

    if (wanted !== 0) {
      side = wanted;
      const paid = cl + side * slippage;
      const units = value / cl;
      const byUnit = feePerUnit * units;
      quantity = side * units;
      entryIndex = i;
      entryPrice = paid;
      entryFee = byUnit < feeMinimum ? feeMinimum : byUnit;
      entrySlippage = Math.abs(paid - cl) * units;
      cash = cash - quantity * paid - entryFee;
      target = paid + side * (factor * atr);
      top = paid;
      bottom = paid;
      writeFill(ledger, fillRow++, { index: i, cash, quantity });
    }
    equity[i] = cash + quantity * cl;
  }

  if (side !== 0) {
    const units = Math.abs(quantity);
    const exitPrice = close[length - 1];
    writeTrade(trades, row++, {
      side,
      quantity: units,
      entryIndex,
      entryPrice,
      exitIndex: -1,
      exitPrice,
      reason: -1,
      pnl: quantity * (exitPrice - entryPrice) - entryFee,
      fees: entryFee,
      slippage: entrySlippage,
      mfe: (side > 0 ? top - entryPrice : entryPrice - bottom) * units,
      mae: (side > 0 ? bottom - entryPrice : entryPrice - top) * units,
      ambiguous: 0,
    });
  }
  trades.count = row;
  ledger.count = fillRow;
}
