import { type Case, level, makeCase } from "./case.ts";

/** Entered at the open of bar 1 at 100; bar 2 opens at 85. */
const falling = [[100, 101, 99, 100], [100, 102, 98, 101], [85, 88, 84, 86]] as const;
const stopAt90 = level("stopLoss", "fraction", 0.1);

/** The order of events inside a bar, section 4. */
export const orderCases: readonly Case[] = [
  makeCase("a queued exit fills before the rules that the open has jumped", {
    prices: falling,
    signals: { le: [0], lx: [1] },
    risk: [stopAt90],
    // 85 - 100 = -15; bar 1 reached 102 (+2), the open of bar 2 is the worst.
    expected: {
      trades: [{
        side: 1,
        quantity: 1,
        entryIndex: 1,
        entryPrice: 100,
        exitIndex: 2,
        exitPrice: 85,
        reason: "signal",
        pnl: -15,
        fees: 0,
        slippage: 0,
        mfe: 2,
        mae: -15,
        ambiguous: 0,
      }],
      equity: [1000, 1001, 985],
      ledger: [[1, 900, 1], [2, 985, 0]],
    },
  }),
  makeCase("a stop that the open has jumped is out at the open", {
    prices: falling,
    signals: { le: [0] },
    risk: [stopAt90],
    expected: {
      trades: [{ exitIndex: 2, exitPrice: 85, reason: "stopLoss", pnl: -15, mfe: 2, mae: -15 }],
      equity: [1000, 1001, 985],
    },
  }),
  makeCase("a target that the open has jumped is out at the open", {
    prices: [[100, 101, 99, 100], [100, 102, 98, 101], [110, 111, 90, 95]],
    signals: { le: [0] },
    risk: [level("takeProfit", "fraction", 0.05)],
    // Target 105, out at 110 before the bar falls: worst is 98 of bar 1.
    expected: {
      trades: [{ exitIndex: 2, exitPrice: 110, reason: "takeProfit", pnl: 10, mfe: 10, mae: -2 }],
      equity: [1000, 1001, 1010],
    },
  }),
  makeCase("of a stop and a target that the open has both jumped the stop goes first", {
    // The entry bar is not exposed, so that 130 lifts the trail to 125, above the target of 110.
    prices: [[100, 101, 99, 100], [100, 130, 99, 120], [121, 122, 119, 120]],
    signals: { le: [0] },
    risk: [level("takeProfit", "distance", 10), level("trailingStop", "distance", 5)],
    execution: { entryBarStops: false },
    expected: {
      trades: [{ exitIndex: 2, exitPrice: 121, reason: "trailingStop", pnl: 21 }],
      equity: [1000, 1020, 1021],
    },
  }),
  makeCase("a jumped stop of the old trade comes before the entry of the next signal", {
    prices: [[100, 101, 99, 100], [100, 101, 89, 95], [80, 82, 79, 81]],
    signals: { le: [0, 1] },
    risk: [stopAt90],
    // Out inside bar 1 at 90; flat at that close, so its enter is queued and fills at 80.
    expected: {
      trades: [
        { entryIndex: 1, exitIndex: 1, exitPrice: 90, reason: "stopLoss", pnl: -10 },
        { entryIndex: 2, entryPrice: 80, exitIndex: -1, exitPrice: 81, reason: "open", pnl: 1 },
      ],
      equity: [1000, 990, 991],
      ledger: [[1, 900, 1], [1, 990, 0], [2, 910, 1]],
    },
  }),
  makeCase("an entry at the open is exposed to its bar", {
    prices: [[100, 101, 99, 100], [100, 101, 89, 95]],
    signals: { le: [0] },
    risk: [stopAt90],
    // Entered and out inside one bar: excursions take in its open (100) and the exit price (90).
    expected: {
      trades: [{
        entryIndex: 1,
        exitIndex: 1,
        exitPrice: 90,
        reason: "stopLoss",
        pnl: -10,
        mfe: 0,
        mae: -10,
      }],
      equity: [1000, 990],
    },
  }),
  makeCase("entryBarStops: false does not expose the entry bar", {
    prices: [[100, 101, 99, 100], [100, 101, 89, 95], [95, 96, 88, 92]],
    signals: { le: [0] },
    risk: [stopAt90],
    execution: { entryBarStops: false },
    // Bar 1 is held whole (101, 89); bar 2 counts its open 95 and the exit 90.
    expected: {
      trades: [{ exitIndex: 2, exitPrice: 90, reason: "stopLoss", pnl: -10, mfe: 1, mae: -11 }],
      equity: [1000, 995, 990],
    },
  }),
  makeCase("a position opened at a close is exposed from the next bar on", {
    prices: [[100, 120, 80, 100], [100, 101, 89, 95]],
    signals: { le: [0] },
    risk: [stopAt90],
    execution: { fill: "close" },
    // Nothing of bar 0 counts; bar 1 counts its open 100 and the exit 90.
    expected: {
      trades: [{
        entryIndex: 0,
        exitIndex: 1,
        exitPrice: 90,
        reason: "stopLoss",
        mfe: 0,
        mae: -10,
      }],
      equity: [1000, 990],
    },
  }),
  makeCase("a position opened at a close is held before the next bar: its open jumps", {
    prices: [[100, 101, 99, 100], [85, 101, 84, 95]],
    signals: { le: [0] },
    risk: [stopAt90],
    execution: { fill: "close", entryBarStops: false },
    expected: {
      trades: [{ entryIndex: 0, exitIndex: 1, exitPrice: 85, reason: "stopLoss", pnl: -15 }],
      equity: [1000, 985],
    },
  }),
  makeCase("after a rule's exit an enter of that bar may fill at its close", {
    prices: [[100, 101, 99, 100], [100, 101, 89, 95], [95, 99, 94, 98]],
    signals: { le: [0, 1] },
    risk: [stopAt90],
    execution: { fill: "close" },
    // -10, then 98 - 95 = 3.
    expected: {
      trades: [
        { entryIndex: 0, exitIndex: 1, exitPrice: 90, pnl: -10 },
        { entryIndex: 1, entryPrice: 95, reason: "open", pnl: 3, mfe: 4, mae: -1 },
      ],
      equity: [1000, 990, 993],
    },
  }),
  makeCase("no bars give nothing", {
    prices: [],
    signals: { le: [] },
    expected: { trades: [], equity: [], ledger: [] },
  }),
  makeCase("one bar: a signal is read and its order cancelled", {
    prices: [[100, 101, 99, 100]],
    signals: { le: [0] },
    expected: { trades: [], equity: [1000], refused: { endOfData: 1 } },
  }),
];
