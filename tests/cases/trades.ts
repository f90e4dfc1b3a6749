import { type Case, level, makeCase, size } from "./case.ts";

/** Opens of bars 1, 2, 3 are 100, 104, 97; bar 1 spans 96 to 107, bar 2 spans 90 to 120. */
const prices = [
  [99, 200, 50, 100],
  [100, 107, 96, 103],
  [104, 120, 90, 98],
  [97, 130, 80, 99],
] as const;
const two = size("units", 2);

/** Profit, excursions and rows, section 8. */
export const tradeCases: readonly Case[] = [
  makeCase("excursions of an exit at the open take in that open", {
    prices,
    signals: { le: [0], lx: [1] },
    size: two,
    // Bar 1: 107, 96. Out at 104.
    expected: { trades: [{ exitPrice: 104, pnl: 8, mfe: 14, mae: -8 }] },
  }),
  makeCase("excursions take in every bar held through", {
    prices,
    signals: { le: [0], lx: [2] },
    size: two,
    // Bar 2: 120, 90. Out at 97.
    expected: { trades: [{ exitPrice: 97, pnl: -6, mfe: 40, mae: -20 }] },
  }),
  makeCase("excursions of an exit inside the bar take in its open and the exit price", {
    prices,
    signals: { le: [0] },
    size: two,
    risk: [level("takeProfit", "distance", 15)],
    // Bar 1: 107, 96; bar 2: 104 and 115.
    expected: { trades: [{ exitIndex: 2, exitPrice: 115, mfe: 30, mae: -8 }] },
  }),
  makeCase("excursions of an entry at a close take in nothing of its bar", {
    prices,
    signals: { le: [0], lx: [1] },
    size: two,
    execution: { fill: "close" },
    // In at 100; bar 1 is held to its close.
    expected: { trades: [{ entryIndex: 0, exitIndex: 1, exitPrice: 103, mfe: 14, mae: -8 }] },
  }),
  makeCase("excursions of an exit at a close take in the whole bar and the exit price", {
    prices: [[100, 101, 99, 100], [100, 101, 99, 100]],
    signals: { le: [0], lx: [1] },
    slippage: { fixed: 3 },
    execution: { fill: "close" },
    // In at 103, out at 97: below the bar.
    expected: { trades: [{ entryPrice: 103, exitPrice: 97, pnl: -6, mfe: 0, mae: -6 }] },
  }),
  makeCase("excursions of a short mirror", {
    prices,
    signals: { se: [0], sx: [2] },
    size: two,
    // Best 90, worst 120, out at 97.
    expected: { trades: [{ side: -1, exitPrice: 97, pnl: 6, mfe: 20, mae: -40 }] },
  }),
  makeCase("excursions of a short stopped inside its entry bar", {
    prices,
    signals: { se: [0] },
    size: two,
    risk: [level("stopLoss", "distance", 5)],
    expected: { trades: [{ side: -1, exitIndex: 1, exitPrice: 105, mfe: 0, mae: -10 }] },
  }),
  makeCase("an open trade is marked at the last close, after the costs of its entry", {
    prices,
    signals: { le: [0] },
    size: two,
    commission: { perOrder: 1 },
    slippage: { fixed: 1 },
    // In at 101: 2 * (99 - 101) - 1; best 130, worst 80.
    expected: {
      trades: [{
        exitIndex: -1,
        exitPrice: 99,
        reason: "open",
        pnl: -5,
        fees: 1,
        slippage: 2,
        mfe: 58,
        mae: -42,
        ambiguous: 0,
      }],
      equity: [1000, 1003, 993, 995],
    },
  }),
];
