import { type Case, level, makeCase, size } from "./case.ts";

/** Forty units at 100 with leverage 4; at 70 equity is 1000 - 1200. */
const crash = [
  [100, 101, 99, 100],
  [100, 101, 99, 100],
  [90, 91, 69, 70],
  [100, 101, 99, 100],
] as const;
const geared = { leverage: 4, size: size("units", 40) };

/** Ruin, section 4. */
export const ruinCases: readonly Case[] = [
  makeCase("equity <= 0 closes the position at the close and ends trading", {
    ...geared,
    prices: crash,
    signals: { le: [0, 2, 3] },
    // The enters of bars 2 and 3 find no one to read them: bar 2 holds a long, bar 3 is after the end.
    expected: {
      trades: [{
        exitIndex: 2,
        exitPrice: 70,
        reason: "liquidation",
        pnl: -1200,
        mfe: 40,
        mae: -1240,
      }],
      equity: [1000, 1000, -200, -200],
      ledger: [[1, -3000, 40], [2, -200, 0]],
      ruinIndex: 2,
    },
  }),
  makeCase("a liquidation pays commission and slippage", {
    prices: crash,
    signals: { le: [0] },
    leverage: 5,
    size: size("units", 40),
    commission: { perOrder: 10 },
    slippage: { fixed: 1 },
    // In at 101, out at 69: -1280 - 20.
    expected: {
      trades: [{ exitPrice: 69, reason: "liquidation", pnl: -1300, fees: 20, slippage: 80 }],
      equity: [1000, 950, -300, -300],
      ruinIndex: 2,
    },
  }),
  makeCase("an exit queued at the ruin is cancelled", {
    ...geared,
    prices: crash,
    signals: { le: [0], lx: [2] },
    expected: {
      trades: [{ exitIndex: 2, exitPrice: 70, reason: "liquidation" }],
      refused: { liquidation: 1 },
      ruinIndex: 2,
    },
  }),
  makeCase("a reversal queued at the ruin is two cancelled orders", {
    ...geared,
    prices: crash,
    signals: { le: [0], se: [2] },
    expected: {
      trades: [{ exitIndex: 2, exitPrice: 70, reason: "liquidation" }],
      refused: { liquidation: 2 },
      ruinIndex: 2,
    },
  }),
  makeCase("equity of exactly 0 is ruin", {
    ...geared,
    prices: [[100, 101, 99, 100], [100, 101, 74, 75]],
    signals: { le: [0] },
    expected: {
      trades: [{ exitIndex: 1, exitPrice: 75, reason: "liquidation", pnl: -1000 }],
      equity: [1000, 0],
      ruinIndex: 1,
    },
  }),
  makeCase("a flat account is only flagged, and trades no more", {
    ...geared,
    prices: [[100, 101, 99, 100], [100, 101, 99, 100], [60, 91, 59, 90], [100, 101, 99, 100]],
    signals: { le: [0, 3] },
    risk: [level("stopLoss", "distance", 5)],
    // The open of bar 2 jumps the stop: 40 * (60 - 100) = -1600.
    expected: {
      trades: [{ exitIndex: 2, exitPrice: 60, reason: "stopLoss", pnl: -1600 }],
      equity: [1000, 1000, -600, -600],
      ruinIndex: 2,
    },
  }),
  makeCase("an entry queued by a flat account at its ruin is cancelled", {
    ...geared,
    prices: [[100, 101, 99, 100], [100, 101, 99, 100], [60, 91, 59, 90], [100, 101, 99, 100]],
    signals: { le: [0, 2] },
    cashPolicy: "unlimited",
    risk: [level("stopLoss", "distance", 5)],
    expected: {
      trades: [{ exitIndex: 2, exitPrice: 60, reason: "stopLoss" }],
      refused: { liquidation: 1 },
      equity: [1000, 1000, -600, -600],
      ruinIndex: 2,
    },
  }),
  makeCase("an entry at a close whose costs ruin the account is liquidated at that close", {
    prices: [[90, 120, 80, 100], [100, 101, 99, 100]],
    signals: { le: [0] },
    cashPolicy: "unlimited",
    commission: { perOrder: 1500 },
    execution: { fill: "close" },
    // Nothing of bar 0 was held.
    expected: {
      trades: [{ entryIndex: 0, exitIndex: 0, reason: "liquidation", pnl: -3000, mfe: 0, mae: 0 }],
      equity: [-2000, -2000],
      ruinIndex: 0,
    },
  }),
  makeCase("a short that is ruined", {
    ...geared,
    prices: [[100, 101, 99, 100], [100, 131, 99, 130]],
    signals: { se: [0] },
    expected: {
      trades: [{
        side: -1,
        exitPrice: 130,
        reason: "liquidation",
        pnl: -1200,
        mfe: 40,
        mae: -1240,
      }],
      equity: [1000, -200],
      ruinIndex: 1,
    },
  }),
  makeCase("ruin comes before the end of data", {
    ...geared,
    prices: crash.slice(0, 3),
    signals: { le: [0], lx: [2] },
    execution: { atEnd: "close" },
    expected: {
      trades: [{ exitIndex: 2, reason: "liquidation" }],
      refused: { liquidation: 1 },
      ruinIndex: 2,
    },
  }),
];
