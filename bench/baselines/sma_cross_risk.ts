import type { RunOutput } from "../../engine/run/output.ts";
import { type BaselineBars, endOfData, reasons, writeFill, writeTrade } from "./output.ts";

const fast = 20;
const slow = 50;
const stopLoss = 0.02;
const takeProfit = 0.03;
const trailing = 0.015;
const part = 0.95;
const commission = 0.0005;
const slippage = 0.0001;

/** Crossing averages, long and short, with stop, target, trailing stop and costs, written by hand. */
export function smaCrossRisk(bars: BaselineBars, output: RunOutput): void {
  const { open, high, low, close, length } = bars;
  const { equity, trades, ledger, refused } = output;
  let cash = 100_000;
  let quantity = 0;
  let side = 0;
  let entryIndex = 0;
  let entryPrice = 0;
  let entryFee = 0;
  let entrySlippage = 0;
  let stop = 0;
  let target = 0;
  let trail = 0;
  let top = 0;
  let bottom = 0;
  let queued = 0;
  let row = 0;
  let fillRow = 0;
  let ambiguousBars = 0;
  let ambiguousStake = 0;

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
    const op = open[i];
    const hi = high[i];
    const lo = low[i];
    const cl = close[i];

    if (queued !== 0) {
      if (side !== 0) {
        const fill = op - side * (slippage * op);
        const units = Math.abs(quantity);
        const fee = commission * (units * fill);
        if (op > top) top = op;
        if (op < bottom) bottom = op;
        if (fill > top) top = fill;
        if (fill < bottom) bottom = fill;
        writeTrade(trades, row++, {
          side,
          quantity: units,
          entryIndex,
          entryPrice,
          exitIndex: i,
          exitPrice: fill,
          reason: reasons.reverse,
          pnl: quantity * (fill - entryPrice) - (entryFee + fee),
          fees: entryFee + fee,
          slippage: entrySlippage + Math.abs(fill - op) * units,
          mfe: (side > 0 ? top - entryPrice : entryPrice - bottom) * units,
          mae: (side > 0 ? bottom - entryPrice : entryPrice - top) * units,
          ambiguous: 0,
        });
        cash = cash + quantity * fill - fee;
        writeFill(ledger, fillRow++, { index: i, cash, quantity: 0 });
      }
      side = queued;
      queued = 0;
      const fill = op + side * (slippage * op);
      const units = part * cash / op;
      quantity = side * units;
      entryIndex = i;
      entryPrice = fill;
      entryFee = commission * (units * fill);
      entrySlippage = Math.abs(fill - op) * units;
      cash = cash - quantity * fill - entryFee;
      stop = fill * (1 - side * stopLoss);
      target = fill * (1 + side * takeProfit);
      trail = fill * (1 - side * trailing);
      top = fill;
      bottom = fill;
      writeFill(ledger, fillRow++, { index: i, cash, quantity });
    }

    if (side !== 0) {
      let reason = -1;
      let base = 0;
      let fill = 0;
      let ambiguous = 0;
      if (side > 0) {
        const level = trail > stop ? trail : stop;
        if (lo <= level || hi >= target) {
          reason = reasons.takeProfit;
          base = target;
          if (op <= level || (op < target && lo <= level)) {
            reason = trail > stop ? reasons.trailingStop : reasons.stopLoss;
            base = op <= level ? op : level;
            if (op > level && hi >= target) ambiguous = 1;
          } else if (op >= target) {
            base = op;
          }
          if (ambiguous !== 0) ambiguousStake += Math.abs(target - level) * quantity;
          fill = base - slippage * base;
          if (reason === reasons.takeProfit && fill < target) fill = target;
        } else {
          if (hi > top) {
            top = hi;
            const raised = hi * (1 - trailing);
            if (raised > trail) trail = raised;
          }
          if (lo < bottom) bottom = lo;
        }
      } else {
        const level = trail < stop ? trail : stop;
        if (hi >= level || lo <= target) {
          reason = reasons.takeProfit;
          base = target;
          if (op >= level || (op > target && hi >= level)) {
            reason = trail < stop ? reasons.trailingStop : reasons.stopLoss;
            base = op >= level ? op : level;
            if (op < level && lo <= target) ambiguous = 1;
          } else if (op <= target) {
            base = op;
          }
          if (ambiguous !== 0) ambiguousStake += Math.abs(target - level) * -quantity;
          fill = base + slippage * base;
          if (reason === reasons.takeProfit && fill > target) fill = target;
        } else {
          if (lo < bottom) {
            bottom = lo;
            const raised = lo * (1 + trailing);
            if (raised < trail) trail = raised;
          }
          if (hi > top) top = hi;
        }
      }
      if (reason >= 0) {
        const units = Math.abs(quantity);
        const fee = commission * (units * fill);
        if (op > top) top = op;
        if (op < bottom) bottom = op;
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
          ambiguous,
        });
        ambiguousBars += ambiguous;
        cash = cash + quantity * fill - fee;
        writeFill(ledger, fillRow++, { index: i, cash, quantity: 0 });
        side = 0;
        quantity = 0;
      }
    }

    fastSum += cl;
    fastSum -= close[i - fast];
    slowSum += cl;
    slowSum -= close[i - slow];
    const fastNow = fastSum / fast;
    const slowNow = slowSum / slow;
    if (fastNow > slowNow) {
      if (fastBefore <= slowBefore && side <= 0) queued = 1;
    } else if (fastNow < slowNow && fastBefore >= slowBefore && side >= 0) {
      queued = -1;
    }
    fastBefore = fastNow;
    slowBefore = slowNow;
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
  if (queued !== 0) refused[endOfData] = side === 0 ? 1 : 2;
  trades.count = row;
  ledger.count = fillRow;
  output.ambiguousBars = ambiguousBars;
  output.ambiguousStake = ambiguousStake;
}
