/* What every baseline in C is handed: columns of bars in, columns of results out. */
#ifndef BASELINE_H
#define BASELINE_H

#include <math.h>
#include <stdint.h>

/* Why a trade was closed, as in exitReasons. */
enum { SIGNAL, REVERSE, STOP_LOSS, TRAILING_STOP, TAKE_PROFIT, TIME_STOP };

/* Arrays that a baseline fills, in the order of the addresses that native.ts passes. */
typedef struct {
  double *equity;
  int32_t *side;
  double *quantity;
  int32_t *entryIndex;
  double *entryPrice;
  int32_t *exitIndex;
  double *exitPrice;
  int32_t *reason;
  double *pnl;
  double *fees;
  double *slippage;
  double *mfe;
  double *mae;
  int32_t *ambiguous;
  int32_t *fillIndex;
  double *fillCash;
  double *fillQuantity;
} Output;

/* Counts that a baseline returns. */
typedef struct {
  double trades;
  double fills;
  double cancelled;
  double ambiguousBars;
  double ambiguousStake;
} Totals;

/* One row of the trade log. */
typedef struct {
  int32_t side;
  double quantity;
  int32_t entryIndex;
  double entryPrice;
  int32_t exitIndex;
  double exitPrice;
  int32_t reason;
  double pnl;
  double fees;
  double slippage;
  double mfe;
  double mae;
  int32_t ambiguous;
} Trade;

typedef void Baseline(int64_t length, const double *open, const double *high, const double *low,
                      const double *close, const Output *output, int64_t rows, Totals *totals);

/* A baseline that has run out of rows overwrites the last one; native.ts then refuses the result. */
static inline __attribute__((always_inline)) void writeTrade(const Output *out, int64_t *row,
                                                             int64_t rows, Trade trade) {
  int64_t at = *row < rows ? *row : rows - 1;
  out->side[at] = trade.side;
  out->quantity[at] = trade.quantity;
  out->entryIndex[at] = trade.entryIndex;
  out->entryPrice[at] = trade.entryPrice;
  out->exitIndex[at] = trade.exitIndex;
  out->exitPrice[at] = trade.exitPrice;
  out->reason[at] = trade.reason;
  out->pnl[at] = trade.pnl;
  out->fees[at] = trade.fees;
  out->slippage[at] = trade.slippage;
  out->mfe[at] = trade.mfe;
  out->mae[at] = trade.mae;
  out->ambiguous[at] = trade.ambiguous;
  ++*row;
}

static inline __attribute__((always_inline)) void writeFill(const Output *out, int64_t *row,
                                                            int64_t rows, int32_t index,
                                                            double cash, double quantity) {
  int64_t at = *row < 2 * rows ? *row : 2 * rows - 1;
  out->fillIndex[at] = index;
  out->fillCash[at] = cash;
  out->fillQuantity[at] = quantity;
  ++*row;
}

static inline double larger(double a, double b) { return a > b ? a : b; }
static inline double smaller(double a, double b) { return a < b ? a : b; }

#endif
