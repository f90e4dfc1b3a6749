/* Long when the relative strength index is low, with stop and time limit. */
#include "baseline.h"

enum { rsiBars = 14, holdBars = 50 };
static const double weight = 1.0 / rsiBars, oversold = 30, recovered = 55;
static const double stopLoss = 0.03, part = 0.95;

void rsi_reversion(int64_t length, const double *restrict open, const double *restrict high,
                   const double *restrict low, const double *restrict close, const Output *output,
                   int64_t rows, Totals *totals) {
  const Output out = *output;
  double *restrict equity = out.equity;
  double cash = 100000, quantity = 0, entryPrice = 0, stop = 0, top = 0, bottom = 0;
  int32_t queuedEntry = 0, queuedExit = -1, entryIndex = 0;
  int64_t row = 0, fillRow = 0;

  double gains = 0, losses = 0;
  const int32_t warmUp = length < rsiBars ? length : rsiBars;
  for (int32_t i = 0; i < warmUp; i++) {
    const double change = i == 0 ? 0 : close[i] - close[i - 1];
    gains += change > 0 ? change : 0;
    losses += change < 0 ? -change : 0;
    equity[i] = cash;
  }

  for (int32_t i = warmUp; i < length; i++) {
    const double cl = close[i];

    if (queuedEntry) {
      queuedEntry = 0;
      const double op = open[i];
      quantity = part * cash / op;
      cash = cash - quantity * op;
      entryIndex = i;
      entryPrice = op;
      stop = op * (1 - stopLoss);
      top = op;
      bottom = op;
      writeFill(&out, &fillRow, rows, i, cash, quantity);
    }

    if (quantity != 0) {
      const double hi = high[i], lo = low[i];
      int32_t reason = queuedExit;
      double fill = 0;
      if (reason >= 0) {
        fill = open[i];
        queuedExit = -1;
      } else if (lo <= stop) {
        const double op = open[i];
        reason = STOP_LOSS;
        fill = op <= stop ? op : stop;
      } else {
        top = larger(top, hi);
        bottom = smaller(bottom, lo);
      }
      if (reason >= 0) {
        const double op = open[i];
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
      }
    }

    const double change = cl - close[i - 1];
    const double gain = change > 0 ? change : 0, loss = change < 0 ? -change : 0;
    if (i > rsiBars) {
      gains = (gain - gains) * weight + gains;
      losses = (loss - losses) * weight + losses;
    } else {
      gains = (gains + gain) / rsiBars;
      losses = (losses + loss) / rsiBars;
    }
    const double sum = gains + losses;
    const double rsi = sum == 0 ? 0 : 100 * (gains / sum);
    if (quantity == 0) {
      if (rsi < oversold) queuedEntry = 1;
    } else if (i == entryIndex + holdBars - 1) {
      queuedExit = TIME_STOP;
    } else if (rsi > recovered) {
      queuedExit = SIGNAL;
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
  *totals = (Totals){row, fillRow, queuedEntry || queuedExit >= 0, 0, 0};
}
