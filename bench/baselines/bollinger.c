/* Long above the upper band, short below the lower, with the trend, filled at the close. */
#include "baseline.h"

enum { bandBars = 20, emaBars = 100, atrBars = 14 };
static const double width = 2, emaWeight = 2.0 / (emaBars + 1), atrWeight = 1.0 / atrBars;
static const double factor = 2, value = 10000, feePerUnit = 0.02, feeMinimum = 1, slip = 0.01;

static inline double trueRange(double hi, double lo, double before) {
  return larger(larger(hi - lo, fabs(hi - before)), fabs(lo - before));
}

void bollinger(int64_t length, const double *restrict open, const double *restrict high,
               const double *restrict low, const double *restrict close, const Output *output,
               int64_t rows, Totals *totals) {
  const Output out = *output;
  double *restrict equity = out.equity;
  double cash = 10000000, quantity = 0, entryPrice = 0, entryFee = 0, entrySlippage = 0;
  double target = 0, top = 0, bottom = 0;
  int32_t side = 0, entryIndex = 0;
  int64_t row = 0, fillRow = 0;

  double sum = 0, squares = 0, ema = 0, atr = 0;
  const int32_t warmUp = length < emaBars - 1 ? length : emaBars - 1;
  for (int32_t i = 0; i < warmUp; i++) {
    const double cl = close[i];
    sum += cl;
    squares += cl * cl;
    if (i >= bandBars) {
      const double old = close[i - bandBars];
      sum -= old;
      squares -= old * old;
    }
    ema += cl;
    if (i > 0) {
      const double range = trueRange(high[i], low[i], close[i - 1]);
      if (i > atrBars) atr = (range - atr) * atrWeight + atr;
      else atr += range;
      if (i == atrBars) atr = atr / atrBars;
    }
    equity[i] = cash;
  }

  for (int32_t i = warmUp; i < length; i++) {
    const double hi = high[i], lo = low[i], cl = close[i];
    int32_t reason = -1;
    double base = 0, fill = 0;

    if (side) {
      if (side > 0 ? hi >= target : lo <= target) {
        const double op = open[i];
        reason = TAKE_PROFIT;
        if (side > 0) {
          base = larger(op, target);
          fill = larger(base - slip, target);
        } else {
          base = smaller(op, target);
          fill = smaller(base + slip, target);
        }
        top = larger(top, op);
        bottom = smaller(bottom, op);
      } else {
        top = larger(top, hi);
        bottom = smaller(bottom, lo);
      }
    }

    const double old = close[i - bandBars];
    sum += cl;
    squares += cl * cl;
    sum -= old;
    squares -= old * old;
    const double middle = sum / bandBars;
    const double variance = squares / bandBars - middle * middle;
    const double band = width * sqrt(variance < 0 ? 0 : variance);
    ema = i >= emaBars ? (cl - ema) * emaWeight + ema : (ema + cl) / emaBars;
    atr = (trueRange(hi, lo, close[i - 1]) - atr) * atrWeight + atr;

    int32_t wanted = 0;
    if (cl > middle + band && cl > ema) wanted = 1;
    else if (cl < middle - band && cl < ema) wanted = -1;
    if (side && reason < 0) {
      if (wanted == -side) reason = REVERSE;
      else if (side > 0 ? cl < middle : cl > middle) reason = SIGNAL;
      if (wanted == side) wanted = 0;
      base = cl;
      fill = cl - side * slip;
    }

    if (reason >= 0) {
      const double units = fabs(quantity);
      const double fee = larger(feePerUnit * units, feeMinimum);
      top = larger(top, fill);
      bottom = smaller(bottom, fill);
      writeTrade(&out, &row, rows, (Trade){
        .side = side, .quantity = units, .entryIndex = entryIndex, .entryPrice = entryPrice,
        .exitIndex = i, .exitPrice = fill, .reason = reason,
        .pnl = quantity * (fill - entryPrice) - (entryFee + fee), .fees = entryFee + fee,
        .slippage = entrySlippage + fabs(fill - base) * units,
        .mfe = (side > 0 ? top - entryPrice : entryPrice - bottom) * units,
        .mae = (side > 0 ? bottom - entryPrice : entryPrice - top) * units,
      });
      cash = cash + quantity * fill - fee;
      side = 0;
      quantity = 0;
      writeFill(&out, &fillRow, rows, i, cash, quantity);
    }

    if (wanted) {
      side = wanted;
      const double paid = cl + side * slip;
      const double units = value / cl;
      quantity = side * units;
      entryIndex = i;
      entryPrice = paid;
      entryFee = larger(feePerUnit * units, feeMinimum);
      entrySlippage = fabs(paid - cl) * units;
      cash = cash - quantity * paid - entryFee;
      target = paid + side * (factor * atr);
      top = paid;
      bottom = paid;
      writeFill(&out, &fillRow, rows, i, cash, quantity);
    }
    equity[i] = cash + quantity * cl;
  }

  if (side) {
    const double units = fabs(quantity), exitPrice = close[length - 1];
    writeTrade(&out, &row, rows, (Trade){
      .side = side, .quantity = units, .entryIndex = entryIndex, .entryPrice = entryPrice,
      .exitIndex = -1, .exitPrice = exitPrice, .reason = -1,
      .pnl = quantity * (exitPrice - entryPrice) - entryFee, .fees = entryFee,
      .slippage = entrySlippage,
      .mfe = (side > 0 ? top - entryPrice : entryPrice - bottom) * units,
      .mae = (side > 0 ? bottom - entryPrice : entryPrice - top) * units,
    });
  }
  *totals = (Totals){row, fillRow, 0, 0, 0};
}
