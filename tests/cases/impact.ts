import { type Case, level, makeCase, resting, scaleOut, size, timeStop } from "./case.ts";

const first = [100, 101, 99, 100] as const;
const quiet = [first, first] as const;
const ten = size("units", 10);
/** Ten units of a hundred: 0.1 * 0.01 * 100 = 0.1. */
const slippage = { impact: 0.1 };

/** Slippage that grows with the share of the volume, and bars without volume, section 7. */
export const impactCases: readonly Case[] = [
  makeCase("impact grows with the square of the share of the volume", {
    prices: [...quiet, first],
    signals: { le: [0], lx: [1] },
    size: size("units", 5),
    volume: [100, 100, 50],
    slippage: { impact: 0.4 },
    // 0.4 * 0.0025 * 100 = 0.1 in; 0.4 * 0.01 * 100 = 0.4 out.
    expected: { trades: [{ entryPrice: 100.1, exitPrice: 99.6, slippage: 2.5, pnl: -2.5 }] },
  }),
  makeCase(
    "what fits is reckoned with the impact of the wanted quantity, the fill with the final one",
    {
      prices: quiet,
      signals: { le: [0] },
      size: size("percentOfEquity", 1),
      volume: [100, 100],
      slippage,
      // 10 wanted at 100.1 do not fit: 1000 / 100.1.
      expected: {
        trades: [{
          quantity: 1000 / 100.1,
          entryPrice: 100 + 0.1 * ((10 / 100.1) * (10 / 100.1)) * 100,
        }],
        reducedOrders: 1,
      },
    },
  ),
  makeCase("levels follow from the fill price with impact", {
    prices: [...quiet, [100, 101, 95, 97]],
    signals: { le: [0] },
    size: ten,
    cash: 2000,
    volume: [100, 100, 100],
    slippage,
    risk: [level("stopLoss", "distance", 4)],
    // In at 100.1, stop 96.1; out at 96.1 - 0.1 * 0.01 * 96.1.
    expected: { trades: [{ entryPrice: 100.1, exitPrice: 96.1 - 0.001 * 96.1 }] },
  }),
  makeCase("levels are looked at again with the impact", {
    prices: quiet,
    signals: { le: [0] },
    size: ten,
    cash: 2000,
    volume: [100, 100],
    slippage,
    risk: [level("takeProfit", "price", 100.05)],
    // Above 100, below 100.1.
    expected: { trades: [], refused: { levelBeyondEntry: 1 } },
  }),
  makeCase("a fill price that the impact takes below 0 is refused", {
    prices: quiet,
    signals: { se: [0] },
    size: ten,
    cash: 2000,
    volume: [100, 1],
    slippage,
    expected: { trades: [], refused: { priceNotPositive: 1 } },
  }),
  makeCase("a limit order inside the bar has no impact", {
    prices: [first, [100, 101, 97, 99]],
    signals: { le: [0] },
    orders: { le: resting("limit", { price: 98 }) },
    volume: [100, 100],
    slippage,
    expected: { trades: [{ entryPrice: 98, slippage: 0 }] },
  }),
  makeCase("a queued entry waits for volume", {
    prices: [first, first, [102, 103, 101, 102]],
    signals: { le: [0] },
    size: ten,
    cash: 2000,
    volume: [100, 0, 100],
    slippage,
    expected: { trades: [{ entryIndex: 2, entryPrice: 102 + 0.001 * 102 }] },
  }),
  makeCase("a queued exit waits for volume, and nothing is read meanwhile", {
    prices: [...quiet, first, [102, 103, 101, 102], first],
    signals: { le: [0], lx: [1], se: [2] },
    volume: [100, 1e9, NaN, 1e9, 1e9],
    slippage,
    expected: { trades: [{ exitIndex: 3, reason: "signal", exitPrice: 102 }] },
  }),
  makeCase("both legs of a reversal wait for volume", {
    prices: [...quiet, first, [102, 103, 101, 102]],
    signals: { le: [0], se: [1] },
    volume: [100, 1e9, 0, 1e9],
    slippage,
    expected: {
      trades: [{ exitIndex: 3, reason: "reverse" }, { side: -1, entryIndex: 3 }],
    },
  }),
  makeCase("a resting order does not fill without volume, and its bars count", {
    prices: [first, [100, 101, 97, 99], first],
    signals: { le: [0] },
    orders: { le: resting("limit", { price: 98, expires: 1 }) },
    volume: [100, 0, 100],
    slippage,
    expected: { trades: [], refused: { expired: 1 } },
  }),
  makeCase("a stop-limit reached without volume stays what it is", {
    prices: [first, [103, 104, 102, 103], [101, 101.5, 99, 101]],
    signals: { le: [0] },
    orders: { le: resting("stopLimit", { price: 102, limit: 102 }) },
    volume: [100, 0, 100],
    slippage,
    // As a limit it would fill at the open of bar 2.
    expected: { trades: [], refused: { endOfData: 1 } },
  }),
  makeCase("a stop touched without volume goes out at the next open", {
    prices: [...quiet, [100, 101, 94, 96], [97, 98, 96, 97]],
    signals: { le: [0] },
    risk: [level("stopLoss", "distance", 5)],
    volume: [100, 1e9, 0, 1e9],
    slippage,
    // Bar 2 is held: low 94.
    expected: { trades: [{ exitIndex: 3, exitPrice: 97, reason: "stopLoss", mae: -6 }] },
  }),
  makeCase("a target jumped without volume goes out at market at the next open", {
    prices: [...quiet, [111, 112, 110, 111], [108, 109, 107, 108]],
    signals: { le: [0] },
    risk: [level("takeProfit", "distance", 10)],
    volume: [100, 1e9, 0, 1e9],
    slippage,
    expected: { trades: [{ exitIndex: 3, exitPrice: 108, reason: "takeProfit" }] },
  }),
  makeCase("without volume `ambiguity` only names the exit", {
    prices: [...quiet, [100, 111, 94, 96], [97, 98, 96, 97]],
    signals: { le: [0] },
    risk: [level("stopLoss", "distance", 5), level("takeProfit", "distance", 10)],
    execution: { ambiguity: "target" },
    volume: [100, 1e9, 0, 1e9],
    slippage,
    expected: { trades: [{ exitIndex: 3, exitPrice: 97, reason: "takeProfit", ambiguous: 0 }] },
  }),
  makeCase("a part of no units is done on a bar without volume too", {
    prices: [...quiet, [100, 104, 99, 100], [100, 104, 94, 96]],
    signals: { le: [0] },
    size: size("units", 1),
    lot: 1,
    risk: [scaleOut("distance", [[3, 0.3]]), level("stopLoss", "distance", 5)],
    volume: [100, 1e9, 0, 1e9],
    slippage,
    // Bar 3 touches the stop alone: the part at 103 is behind.
    expected: { trades: [{ exitIndex: 3, exitPrice: 95, reason: "stopLoss", ambiguous: 0 }] },
  }),
  makeCase("an exit that waits for volume cancels the exit order", {
    prices: [...quiet, [100, 101, 94, 96], [97, 98, 96, 97]],
    signals: { le: [0], lx: [1] },
    orders: { lx: resting("limit", { price: 120 }) },
    risk: [level("stopLoss", "distance", 5)],
    volume: [100, 1e9, 0, 1e9],
    slippage,
    expected: { trades: [{ exitIndex: 3, reason: "stopLoss" }], refused: { cancelled: 1 } },
  }),
  makeCase('under fill: "close" an exit without volume is queued', {
    prices: [...quiet, first, [102, 103, 101, 102]],
    signals: { le: [0] },
    risk: [timeStop(2)],
    execution: { fill: "close" },
    volume: [1e9, 1e9, 0, 1e9],
    slippage,
    expected: { trades: [{ entryIndex: 0, exitIndex: 3, exitPrice: 102, reason: "timeStop" }] },
  }),
  makeCase('under fill: "close" an entry without volume is queued', {
    prices: [first, [102, 103, 101, 102]],
    signals: { le: [0] },
    execution: { fill: "close" },
    volume: [0, 1e9],
    slippage,
    expected: { trades: [{ entryIndex: 1, entryPrice: 102 }] },
  }),
  makeCase("an on-close entry without volume is queued", {
    prices: [first, first, [102, 103, 101, 102]],
    signals: { le: [0] },
    orders: { le: resting("marketOnClose") },
    volume: [1e9, 0, 1e9],
    slippage,
    expected: { trades: [{ entryIndex: 2, entryPrice: 102 }] },
  }),
  makeCase("an on-close entry without volume is queued behind the exit that waits for one", {
    prices: [...quiet, first, [102, 103, 101, 101]],
    signals: { le: [0], se: [1] },
    orders: { se: resting("marketOnClose") },
    volume: [1e9, 1e9, 0, 1e9],
    slippage,
    expected: {
      trades: [
        { entryIndex: 1, exitIndex: 3, exitPrice: 102, reason: "reverse" },
        // At the open, not at the close of 101: the bar's high of 103 was met.
        { side: -1, entryIndex: 3, entryPrice: 102, mae: -1 },
      ],
    },
  }),
  makeCase("the end of data closes without volume and without impact", {
    prices: [...quiet, [102, 103, 101, 102]],
    signals: { le: [0], lx: [1] },
    execution: { atEnd: "close" },
    volume: [1e9, 1e9, 0],
    slippage: { impact: 0.1, fixed: 1 },
    // In at 101, out at 101.
    expected: {
      trades: [{ exitIndex: 2, exitPrice: 101, reason: "endOfData", pnl: 0 }],
      refused: { endOfData: 1 },
    },
  }),
];
