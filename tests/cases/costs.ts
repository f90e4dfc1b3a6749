import { type Case, level, makeCase, size, timeStop } from "./case.ts";

const flat = [[100, 100, 100, 100], [100, 100, 100, 100], [100, 100, 100, 100]] as const;
/** In at 102 with 2 of slippage; bar 2 opens at 113. */
const over113 = [[100, 101, 99, 100], [100, 101, 99, 100], [113, 114, 112, 113]] as const;
const target = level("takeProfit", "distance", 10);

/** Commission and slippage, section 7. */
export const costCases: readonly Case[] = [
  makeCase("each fill pays per order, per unit and by percentage", {
    prices: flat,
    signals: { le: [0], lx: [1] },
    size: size("units", 2),
    commission: { perOrder: 1, perUnit: 0.5, percent: 0.01 },
    // (1 + 0.5 * 2) + 0.01 * 200 = 4, twice.
    expected: { trades: [{ fees: 8, pnl: -8 }], ledger: [[1, 796, 2], [2, 992, 0]] },
  }),
  makeCase("a commission is at least the minimum", {
    prices: flat,
    signals: { le: [0], lx: [1] },
    size: size("units", 2),
    commission: { perOrder: 1, perUnit: 0.5, percent: 0.01, minimum: 5 },
    expected: { trades: [{ fees: 10, pnl: -10 }] },
  }),
  makeCase("each leg of a reversal pays its own", {
    prices: flat,
    signals: { le: [0], se: [1] },
    commission: { perOrder: 3 },
    expected: {
      trades: [{ reason: "reverse", fees: 6, pnl: -6 }, {
        side: -1,
        reason: "open",
        fees: 3,
        pnl: -3,
      }],
      ledger: [[1, 897, 1], [2, 994, 0], [2, 1091, -1]],
    },
  }),
  makeCase("slippage is a percentage and a fixed part, against the trader on both sides", {
    prices: flat,
    signals: { le: [0], lx: [1] },
    size: size("units", 2),
    slippage: { percent: 0.01, fixed: 0.5 },
    // 101.5 and 98.5; 1.5 * 2 twice.
    expected: { trades: [{ entryPrice: 101.5, exitPrice: 98.5, slippage: 6, pnl: -6, mae: -6 }] },
  }),
  makeCase("a short sells below and buys above", {
    prices: flat,
    signals: { se: [0], sx: [1] },
    slippage: { fixed: 1 },
    expected: {
      trades: [{ side: -1, entryPrice: 99, exitPrice: 101, slippage: 2, pnl: -2, mfe: 0, mae: -2 }],
    },
  }),
  makeCase("a stop slips in full and may leave the bar", {
    prices: [[100, 101, 99, 100], [100, 101, 96, 100]],
    signals: { le: [0] },
    risk: [level("stopLoss", "distance", 5)],
    slippage: { fixed: 2 },
    // In at 102, stop 97, out at 95; with a low of 96 the fill is below the bar.
    expected: { trades: [{ entryPrice: 102, exitPrice: 95, slippage: 4, pnl: -7, mae: -7 }] },
  }),
  makeCase("a time exit slips in full", {
    prices: flat,
    signals: { le: [0] },
    risk: [timeStop(1)],
    slippage: { fixed: 2 },
    expected: { trades: [{ exitPrice: 98, reason: "timeStop", slippage: 4 }] },
  }),
  makeCase("a target inside the bar does not slip", {
    prices: [[100, 101, 99, 100], [100, 115, 99, 100]],
    signals: { le: [0] },
    risk: [target],
    slippage: { fixed: 2 },
    expected: { trades: [{ entryPrice: 102, exitPrice: 112, slippage: 2, pnl: 10 }] },
  }),
  makeCase("a jumped target slips at most back to its level", {
    prices: over113,
    signals: { le: [0] },
    risk: [target],
    slippage: { fixed: 2 },
    // 113 - 2 = 111 is below the level 112: out at 112, one of slippage beside the two of the entry.
    expected: { trades: [{ exitIndex: 2, exitPrice: 112, slippage: 3, pnl: 10, mfe: 11 }] },
  }),
  makeCase("a jumped target slips in full where there is room", {
    prices: [...over113.slice(0, 2), [120, 121, 119, 120]],
    signals: { le: [0] },
    risk: [target],
    slippage: { fixed: 2 },
    expected: { trades: [{ exitPrice: 118, slippage: 4, pnl: 16 }] },
  }),
  makeCase("a short's jumped target slips at most back to its level", {
    prices: [[100, 101, 99, 100], [100, 101, 99, 100], [87, 88, 86, 87]],
    signals: { se: [0] },
    risk: [target],
    slippage: { fixed: 2 },
    // In at 98, level 88: 87 + 2 = 89 is limited to 88.
    expected: { trades: [{ side: -1, entryPrice: 98, exitPrice: 88, slippage: 3, pnl: 10 }] },
  }),
];
