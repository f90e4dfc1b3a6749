/* Long above the highest high, out below the lowest low or at a trailing stop. */
#include "baseline.h"

enum { entryBars = 55, exitBars = 20, atrBars = 20 };
static const double weight = 1.0 / atrBars, factor = 3, part = 0.95;

static inline double trueRange(double hi, double lo, double before) {
  return larger(larger(hi - lo, fabs(hi - before)), fabs(lo - before));
}

void breakout(int64_t length, const double *restrict open, const double *restrict high,
              const double *restrict low, const double *restrict close, const Output *output,
              int64_t rows, Totals *totals) {
  const Output out = *output;
  double *restrict equity = out.equity;
  double cash = 100000, quantity = 0, entryPrice = 0, distance = 0, trail = 0, top = 0, bottom = 0;
  int32_t queuedEntry = 0, queuedExit = 0, entryIndex = 0;
  int64_t row = 0, fillRow = 0;

  /* The extremes are those of the bars before i, with the newest bar that holds them */
  double highest = -INFINITY, lowest = INFINITY, atr = 0;
  int32_t highestIndex = 0, lowestIndex = 0;
  const int32_t warmUp = length < entryBars ? length : entryBars;
  for (int32_t i = 0; i < warmUp; i++) {
    const double hi = high[i], lo = low[i];
    if (hi >= highest) {
      highest = hi;
      highestIndex = i;
    }
    if (lo <= lowest || lowestIndex <= i - exitBars) {
      lowest = INFINITY;
      for (int32_t w = i < exitBars ? 0 : i - exitBars + 1; w <= i; w++) {
        if (low[w] <= lowest) {
          lowest = low[w];
          lowestIndex = w;
        }
      }
    }
    if (i > 0) {
      const double range = trueRange(hi, lo, close[i - 1]);
      if (i > atrBars) atr = (range - atr) * weight + atr;
      else atr += range;
      if (i == atrBars) atr = atr / atrBars;
    }
    equity[i] = cash;
  }

  for (int32_t i = warmUp; i < length; i++) {
    const double hi = high[i], lo = low[i], cl = close[i];

    if (queuedEntry) {
      queuedEntry = 0;
      const double op = open[i];
      quantity = part * cash / op;
      cash = cash - quantity * op;
      entryIndex = i;
      entryPrice = op;
      trail = op - distance;
      top = op;
      bottom = op;
      writeFill(&out, &fillRow, rows, i, cash, quantity);
    }

    if (quantity != 0) {
      if (queuedExit || lo <= trail) {
        const double op = open[i];
        const double fill = queuedExit || op <= trail ? op : trail;
        const int32_t reason = queuedExit ? SIGNAL : TRAILING_STOP;
        queuedExit = 0;
        top = larger(top, op);
        bottom = smaller(smaller(bottom, op), fill);
        writeTrade(&out, &row, rows, (Trade){
          .side = 1, .quantity = quantity, .entryIndex = entryIndex, .entryPrice = entryPrice,
          .exitIndex = i, .exitPrice = fill, .reason = reason,
          .pnl = quantity * (fill - entryPrice),
          .mfe = (top - entryPrice) * quantity, .mae = (bottom - entryPrice) * quantity,
        });
        cash = cash + quantity * fill;
        quantity = 0;
        writeFill(&out, &fillRow, rows, i, cash, quantity);
      } else {
        top = larger(top, hi);
        trail = larger(trail, top - distance);
        bottom = smaller(bottom, lo);
      }
    }

    atr = (trueRange(hi, lo, close[i - 1]) - atr) * weight + atr;
    if (quantity == 0) {
      if (cl > highest) {
        queuedEntry = 1;
        distance = factor * atr;
      }
    } else if (cl < lowest) {
      queuedExit = 1;
    }
    if (hi >= highest) {
      highest = hi;
      highestIndex = i;
    } else if (highestIndex <= i - entryBars) {
      highest = -INFINITY;
      for (int32_t w = i - entryBars + 1; w <= i; w++) {
        if (high[w] >= highest) {
          highest = high[w];
          highestIndex = w;
        }
      }
    }
    if (lo <= lowest) {
      lowest = lo;
      lowestIndex = i;
    } else if (lowestIndex <= i - exitBars) {
      lowest = INFINITY;
      for (int32_t w = i - exitBars + 1; w <= i; w++) {
        if (low[w] <= lowest) {
          lowest = low[w];
          lowestIndex = w;
        }
      }
    }
    equity[i] = cash + quantity * cl;
  }

  if (quantity != 0) {
    const double exitPrice = close[length - 1];
    writeTrade(&out, &row, rows, (Trade){
      .side = 1, .quantity = quantity, .entryIndex = entryIndex, .entryPrice = entryPrice,
      .exitIndex = -1, .exitPrice = exitPrice, .reason = -1,
      .pnl = quantity * (exitPrice - entryPrice),
      .mfe = (top - entryPrice) * quantity, .mae = (bottom - entryPrice) * quantity,
    });
  }
  *totals = (Totals){row, fillRow, queuedEntry || queuedExit, 0, 0};
}
