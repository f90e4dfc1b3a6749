/* Crossing averages, long only, without rules and costs. */
#include "baseline.h"

enum { fast = 20, slow = 50 };
static const double part = 0.95;

void sma_cross(int64_t length, const double *restrict open, const double *restrict high,
               const double *restrict low, const double *restrict close, const Output *output,
               int64_t rows, Totals *totals) {
  const Output out = *output;
  double *restrict equity = out.equity;
  double cash = 100000, quantity = 0, entryPrice = 0, top = 0, bottom = 0;
  int32_t queued = 0, entryIndex = 0;
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
    const double cl = close[i];

    if (queued) {
      const double op = open[i];
      queued = 0;
      if (quantity != 0) {
        top = larger(top, op);
        bottom = smaller(bottom, op);
        writeTrade(&out, &row, rows, (Trade){
          .side = 1, .quantity = quantity, .entryIndex = entryIndex, .entryPrice = entryPrice,
          .exitIndex = i, .exitPrice = op, .reason = SIGNAL, .pnl = quantity * (op - entryPrice),
          .mfe = (top - entryPrice) * quantity, .mae = (bottom - entryPrice) * quantity,
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
      writeFill(&out, &fillRow, rows, i, cash, quantity);
    }

    if (quantity != 0) {
      top = larger(top, high[i]);
      bottom = smaller(bottom, low[i]);
    }

    fastSum += cl;
    fastSum -= close[i - fast];
    slowSum += cl;
    slowSum -= close[i - slow];
    const double fastNow = fastSum / fast, slowNow = slowSum / slow;
    if (fastNow > slowNow) {
      if (fastBefore <= slowBefore && quantity == 0) queued = 1;
    } else if (fastNow < slowNow && fastBefore >= slowBefore && quantity != 0) {
      queued = 1;
    }
    fastBefore = fastNow;
    slowBefore = slowNow;
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
  *totals = (Totals){row, fillRow, queued, 0, 0};
}
