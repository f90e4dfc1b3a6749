import { type Case, column, level, makeCase, resting, timeStop } from "./case.ts";

const first = [100, 101, 99, 100] as const;
/** In on bar 1 at 100. */
const quiet = [first, first] as const;
const limit104 = { lx: resting("limit", { price: 104 }) };
const limit110 = { lx: resting("limit", { price: 110 }) };

/** Exits that wait for a price or for the close, section 5. */
export const exitOrderCases: readonly Case[] = [
  makeCase("an exit limit fills at its limit, unslipped", {
    prices: [...quiet, [100, 103, 99, 102], [102, 105, 101, 103]],
    signals: { le: [0], lx: [1] },
    orders: limit104,
    slippage: { fixed: 2 },
    // In at 102. Up to bar 2: 103 and 99; of bar 3 the open and 104.
    expected: {
      trades: [{
        exitIndex: 3,
        exitPrice: 104,
        reason: "signal",
        pnl: 2,
        slippage: 2,
        mfe: 2,
        mae: -3,
      }],
      ledger: [[1, 898, 1], [3, 1002, 0]],
    },
  }),
  makeCase("an exit limit that the open has jumped slips at most back to it", {
    prices: [...quiet, [106, 107, 105, 106]],
    signals: { le: [0], lx: [1] },
    orders: limit104,
    slippage: { fixed: 3 },
    // 106 - 3 = 103, back to 104: in at 103, 3 + 2 of slippage.
    expected: { trades: [{ exitIndex: 2, exitPrice: 104, pnl: 1, slippage: 5 }] },
  }),
  makeCase("an exit stop slips in full", {
    prices: [...quiet, [100, 101, 97, 99]],
    signals: { le: [0], lx: [1] },
    orders: { lx: resting("stop", { price: 98 }) },
    slippage: { fixed: 1 },
    expected: { trades: [{ exitIndex: 2, exitPrice: 97, reason: "signal", pnl: -4, slippage: 2 }] },
  }),
  makeCase("an exit stop-limit slips from its stop at most to its limit", {
    prices: [...quiet, [100, 101, 97, 99]],
    signals: { le: [0], lx: [1] },
    orders: { lx: resting("stopLimit", { price: 98, limit: 97.5 }) },
    slippage: { fixed: 1 },
    // In at 101; 98 - 1 = 97, cut to 97.5.
    expected: { trades: [{ exitIndex: 2, exitPrice: 97.5, pnl: -3.5, slippage: 1.5 }] },
  }),
  makeCase("a short's exit limit buys below", {
    prices: [...quiet, [100, 101, 95, 98]],
    signals: { se: [0], sx: [1] },
    orders: { sx: resting("limit", { price: 96 }) },
    expected: { trades: [{ side: -1, exitIndex: 2, exitPrice: 96, pnl: 4 }] },
  }),
  makeCase("an on-close exit fills at the next close; its bar counts whole", {
    prices: [...quiet, [100, 103, 98, 102]],
    signals: { le: [0], lx: [1] },
    orders: { lx: resting("marketOnClose") },
    expected: {
      trades: [{ exitIndex: 2, exitPrice: 102, reason: "signal", pnl: 2, mfe: 3, mae: -2 }],
      equity: [1000, 1000, 1002],
    },
  }),
  makeCase('after an on-close exit nothing is read of its bar under fill: "close"', {
    prices: [...quiet, first],
    signals: { le: [0, 2], lx: [1] },
    orders: { lx: resting("marketOnClose") },
    execution: { fill: "close" },
    // In at the close of bar 0, out at that of bar 2.
    expected: { trades: [{ entryIndex: 0, exitIndex: 2, reason: "signal" }] },
  }),
  makeCase('after an on-close exit an enter of its bar is queued under fill: "nextOpen"', {
    prices: [...quiet, first, first],
    signals: { le: [0, 2], lx: [1] },
    orders: { lx: resting("marketOnClose") },
    expected: { trades: [{ exitIndex: 2 }, { entryIndex: 3, reason: "open" }] },
  }),
  makeCase("exit signals are ignored while an exit order waits", {
    prices: [...quiet, first, [100, 103, 99, 100]],
    signals: { le: [0], lx: [1, 2] },
    columns: { p: [NaN, 104, 101, NaN] },
    orders: { lx: resting("limit", { price: column("p") }) },
    expected: { trades: [{ reason: "open" }], refused: { endOfData: 1 } },
  }),
  makeCase("an exit order expires", {
    prices: [...quiet, first, [100, 105, 99, 100]],
    signals: { le: [0], lx: [1] },
    orders: { lx: resting("limit", { price: 104, expires: 1 }) },
    expected: { trades: [{ reason: "open" }], refused: { expired: 1 } },
  }),
  makeCase("a rule that closes the position cancels its exit order", {
    prices: [...quiet, [100, 101, 94, 96]],
    signals: { le: [0], lx: [1] },
    orders: limit110,
    risk: [level("stopLoss", "distance", 5)],
    expected: {
      trades: [{ exitIndex: 2, exitPrice: 95, reason: "stopLoss" }],
      refused: { cancelled: 1 },
    },
  }),
  makeCase("rules inside the bar come before an exit order", {
    prices: [...quiet, [100, 111, 99, 105]],
    signals: { le: [0], lx: [1] },
    orders: limit104,
    risk: [level("takeProfit", "distance", 10)],
    // Step 4 takes the target; step 5 would have had 104.
    expected: {
      trades: [{ exitIndex: 2, exitPrice: 110, reason: "takeProfit" }],
      refused: { cancelled: 1 },
    },
  }),
  makeCase("a time rule goes out at market and cancels the exit order", {
    prices: [...quiet, first, [103, 104, 102, 103]],
    signals: { le: [0], lx: [1] },
    orders: limit110,
    risk: [timeStop(2)],
    expected: {
      trades: [{ exitIndex: 3, exitPrice: 103, reason: "timeStop" }],
      refused: { cancelled: 1 },
    },
  }),
  makeCase("a reversal goes out at market and cancels the exit order", {
    prices: [...quiet, first, [103, 104, 102, 103]],
    signals: { le: [0], lx: [1], se: [2] },
    orders: limit110,
    expected: {
      trades: [{ exitIndex: 3, exitPrice: 103, reason: "reverse" }, { side: -1, entryIndex: 3 }],
      refused: { cancelled: 1 },
    },
  }),
  makeCase("with an opposite enter the way out is a market order", {
    prices: [...quiet, [103, 104, 102, 103]],
    signals: { le: [0], lx: [1], se: [1] },
    orders: limit110,
    execution: { opposite: "close" },
    expected: { trades: [{ exitIndex: 2, exitPrice: 103, reason: "signal" }] },
  }),
  makeCase("an exit order without a price leaves the position", {
    prices: [...quiet, first],
    signals: { le: [0], lx: [1] },
    orders: { lx: resting("limit", { price: NaN }) },
    expected: { trades: [{ reason: "open" }], refused: { orderPriceUndefined: 1 } },
  }),
  makeCase("nothing is added while an exit order waits", {
    prices: [...quiet, first, first],
    signals: { le: [0, 2], lx: [1] },
    orders: limit110,
    execution: { pyramid: 1 },
    expected: {
      trades: [{ quantity: 1, reason: "open" }],
      ledger: [[1, 900, 1]],
      refused: { endOfData: 1 },
    },
  }),
  makeCase("an exit order starts a cooldown when it fills", {
    prices: [...quiet, [100, 105, 99, 103], first, first],
    signals: { le: [0, 2, 3], lx: [1] },
    orders: limit104,
    execution: { cooldown: 1 },
    expected: { trades: [{ exitIndex: 2, exitPrice: 104 }, { entryIndex: 4, reason: "open" }] },
  }),
  makeCase("ruin counts the exit order that waits as liquidation", {
    prices: [...quiet, [100, 260, 99, 250]],
    signals: { se: [0], sx: [1] },
    orders: { sx: resting("limit", { price: 50 }) },
    cash: 100,
    // 100 + 100 of proceeds; 200 - 250 at the close.
    expected: {
      trades: [{ side: -1, exitIndex: 2, exitPrice: 250, reason: "liquidation", pnl: -150 }],
      equity: [100, 100, -50],
      refused: { liquidation: 1 },
      ruinIndex: 2,
    },
  }),
  makeCase("ruin counts an addition that waits as liquidation", {
    prices: [...quiet, [100, 260, 99, 250], first],
    signals: { se: [0, 1] },
    columns: { p: [90, 300, NaN, NaN] },
    orders: { se: resting("limit", { price: column("p") }) },
    execution: { pyramid: 1 },
    cash: 100,
    expected: {
      trades: [{ side: -1, entryIndex: 1, entryPrice: 100, reason: "liquidation", pnl: -150 }],
      equity: [100, 100, -50, -50],
      refused: { liquidation: 1 },
      ruinIndex: 2,
    },
  }),
];
