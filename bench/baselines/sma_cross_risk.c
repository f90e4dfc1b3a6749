/* Crossing averages, long and short, with stop, target, trailing stop and costs. Compiled a second time with -DBARE:
   without excursions and without a look at ambiguity. */
#include "baseline.h"

#ifdef BARE
#define NAME sma_cross_risk_bare
#define EXCURSIONS 0
#else
#define NAME sma_cross_risk
#define EXCURSIONS 1
#endif

enum { fast = 20, slow = 50 };
static const double stopLoss = 0.02, takeProfit = 0.03, trailing = 0.015, part = 0.95;
static const double commission = 0.0005, slip = 0.0001;

void NAME(int64_t length, const double *restrict open, const double *restrict high,
          const double *restrict low, const double *restrict close, const Output *output,
          int64_t rows, Totals *totals) {
  const Output out = *output;
  double *restrict equity = out.equity;
  double cash = 100000, quantity = 0, entryPrice = 0, entryFee = 0, entrySlippage = 0;
  double stop = 0, target = 0, trail = 0, top = 0, bottom = 0, ambiguousStake = 0;
  int32_t side = 0, queued = 0, entryIndex = 0, ambiguousBars = 0;
  int64_t row = 0, fillRow = 0;

  double fastSum = 0, slowSum = 0;
  const int32_t warmUp = length < slow ? length : slow;
  for (int32_t i = 0; i < warmUp; i++) {
    fastSum += close[i];
    if (i >= fast) fastSum -= close[i - fast];
    slowSum += close[i];
    equity[i] = cash;
  }
  double fastBefore = fastSum / fast, slowBefore = slowSum / slow;

  for (int32_t i = warmUp; i < length; i++) {
    const double op = open[i], hi = high[i], lo = low[i], cl = close[i];

    if (queued) {
      if (side) {
        const double fill = op - side * (slip * op);
        const double units = fabs(quantity);
        const double fee = commission * (units * fill);
        if (EXCURSIONS) top = larger(larger(top, op), fill);
        if (EXCURSIONS) bottom = smaller(smaller(bottom, op), fill);
        writeTrade(&out, &row, rows, (Trade){
          .side = side, .quantity = units, .entryIndex = entryIndex, .entryPrice = entryPrice,
          .exitIndex = i, .exitPrice = fill, .reason = REVERSE,
          .pnl = quantity * (fill - entryPrice) - (entryFee + fee), .fees = entryFee + fee,
          .slippage = entrySlippage + fabs(fill - op) * units,
          .mfe = !EXCURSIONS ? 0 : (side > 0 ? top - entryPrice : entryPrice - bottom) * units,
          .mae = !EXCURSIONS ? 0 : (side > 0 ? bottom - entryPrice : entryPrice - top) * units,
        });
        cash = cash + quantity * fill - fee;
        writeFill(&out, &fillRow, rows, i, cash, 0);
      }
      side = queued;
      queued = 0;
      const double fill = op + side * (slip * op);
      const double units = part * cash / op;
      quantity = side * units;
      entryIndex = i;
      entryPrice = fill;
      entryFee = commission * (units * fill);
      entrySlippage = fabs(fill - op) * units;
      cash = cash - quantity * fill - entryFee;
      stop = fill * (1 - side * stopLoss);
      target = fill * (1 + side * takeProfit);
      trail = fill * (1 - side * trailing);
      top = fill;
      bottom = fill;
      writeFill(&out, &fillRow, rows, i, cash, quantity);
    }

    if (side) {
      int32_t reason = -1, ambiguous = 0;
      double base = 0, fill = 0;
      if (side > 0) {
        const double level = larger(trail, stop);
        if (lo <= level || hi >= target) {
          reason = TAKE_PROFIT;
          base = target;
          if (op <= level || (op < target && lo <= level)) {
            reason = trail > stop ? TRAILING_STOP : STOP_LOSS;
            base = op <= level ? op : level;
            ambiguous = EXCURSIONS && op > level && hi >= target;
          } else if (op >= target) {
            base = op;
          }
          if (ambiguous) ambiguousStake += fabs(target - level) * quantity;
          fill = base - slip * base;
          if (reason == TAKE_PROFIT && fill < target) fill = target;
        } else {
          top = larger(top, hi);
          trail = larger(trail, top * (1 - trailing));
          if (EXCURSIONS) bottom = smaller(bottom, lo);
        }
      } else {
        const double level = smaller(trail, stop);
        if (hi >= level || lo <= target) {
          reason = TAKE_PROFIT;
          base = target;
          if (op >= level || (op > target && hi >= level)) {
            reason = trail < stop ? TRAILING_STOP : STOP_LOSS;
            base = op >= level ? op : level;
            ambiguous = EXCURSIONS && op < level && lo <= target;
          } else if (op <= target) {
            base = op;
          }
          if (ambiguous) ambiguousStake += fabs(target - level) * -quantity;
          fill = base + slip * base;
          if (reason == TAKE_PROFIT && fill > target) fill = target;
        } else {
          bottom = smaller(bottom, lo);
          trail = smaller(trail, bottom * (1 + trailing));
          if (EXCURSIONS) top = larger(top, hi);
        }
      }
      if (reason >= 0) {
        const double units = fabs(quantity);
        const double fee = commission * (units * fill);
        if (EXCURSIONS) top = larger(larger(top, op), fill);
        if (EXCURSIONS) bottom = smaller(smaller(bottom, op), fill);
        writeTrade(&out, &row, rows, (Trade){
          .side = side, .quantity = units, .entryIndex = entryIndex, .entryPrice = entryPrice,
          .exitIndex = i, .exitPrice = fill, .reason = reason,
          .pnl = quantity * (fill - entryPrice) - (entryFee + fee), .fees = entryFee + fee,
          .slippage = entrySlippage + fabs(fill - base) * units,
          .mfe = !EXCURSIONS ? 0 : (side > 0 ? top - entryPrice : entryPrice - bottom) * units,
          .mae = !EXCURSIONS ? 0 : (side > 0 ? bottom - entryPrice : entryPrice - top) * units,
          .ambiguous = ambiguous,
        });
        ambiguousBars += ambiguous;
        cash = cash + quantity * fill - fee;
        writeFill(&out, &fillRow, rows, i, cash, 0);
        side = 0;
        quantity = 0;
      }
    }

    fastSum += cl;
    fastSum -= close[i - fast];
    slowSum += cl;
    slowSum -= close[i - slow];
    const double fastNow = fastSum / fast, slowNow = slowSum / slow;
    if (fastNow > slowNow) {
      if (fastBefore <= slowBefore && side <= 0) queued = 1;
    } else if (fastNow < slowNow && fastBefore >= slowBefore && side >= 0) {
      queued = -1;
    }
    fastBefore = fastNow;
    slowBefore = slowNow;
    equity[i] = cash + quantity * cl;
  }

  if (side) {
    const double units = fabs(quantity), exitPrice = close[length - 1];
    writeTrade(&out, &row, rows, (Trade){
      .side = side, .quantity = units, .entryIndex = entryIndex, .entryPrice = entryPrice,
      .exitIndex = -1, .exitPrice = exitPrice, .reason = -1,
      .pnl = quantity * (exitPrice - entryPrice) - entryFee, .fees = entryFee,
      .slippage = entrySlippage,
      .mfe = !EXCURSIONS ? 0 : (side > 0 ? top - entryPrice : entryPrice - bottom) * units,
      .mae = !EXCURSIONS ? 0 : (side > 0 ? bottom - entryPrice : entryPrice - top) * units,
    });
  }
  *totals = (Totals){row, fillRow, queued ? (side ? 2 : 1) : 0, ambiguousBars, ambiguousStake};
}
