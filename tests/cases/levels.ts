import { type Case, column, level, makeCase } from "./case.ts";

/** Bar 1 opens at 100 and runs from 90 to 110; bar 2 from 85 to 115. */
const wide = [[100, 101, 99, 100], [100, 110, 90, 100], [100, 115, 85, 100]] as const;
const jump = [[100, 101, 99, 100], [100, 101, 99, 100], [110, 112, 88, 100]] as const;

/** Levels, their forms and their refusals, section 4. */
export const levelCases: readonly Case[] = [
  makeCase("a fraction is taken of the entry price", {
    prices: wide,
    signals: { le: [0] },
    risk: [level("stopLoss", "fraction", 0.1)],
    // 100 * 0.9 = 90, touched by the low of bar 1.
    expected: { trades: [{ exitIndex: 1, exitPrice: 90, reason: "stopLoss" }] },
  }),
  makeCase("a distance is taken from the entry price", {
    prices: wide,
    signals: { le: [0] },
    risk: [level("stopLoss", "distance", 12)],
    expected: { trades: [{ exitIndex: 2, exitPrice: 88, reason: "stopLoss" }] },
  }),
  makeCase("a price is the level, read at the signal bar", {
    prices: wide,
    signals: { le: [0] },
    columns: { at: [113, 105, 102] },
    risk: [level("takeProfit", "price", column("at"))],
    expected: { trades: [{ exitIndex: 2, exitPrice: 113, reason: "takeProfit", mfe: 13 }] },
  }),
  makeCase("a short's stop is above its entry", {
    prices: wide,
    signals: { se: [0] },
    risk: [level("stopLoss", "fraction", 0.0625)],
    // 100 * 1.0625, touched by the high of bar 1.
    expected: {
      trades: [{
        side: -1,
        exitIndex: 1,
        exitPrice: 106.25,
        reason: "stopLoss",
        pnl: -6.25,
        mfe: 0,
        mae: -6.25,
      }],
      equity: [1000, 993.75, 993.75],
    },
  }),
  makeCase("a short's target is below its entry", {
    prices: wide,
    signals: { se: [0] },
    risk: [level("takeProfit", "fraction", 0.125), level("stopLoss", "distance", 20)],
    // 100 * 0.875 = 87.5; bar 1 was held whole, 110 at worst.
    expected: {
      trades: [{
        exitIndex: 2,
        exitPrice: 87.5,
        reason: "takeProfit",
        pnl: 12.5,
        mfe: 12.5,
        mae: -10,
      }],
      equity: [1000, 1000, 1012.5],
    },
  }),
  makeCase("a short's stop that the open has jumped is out at the open", {
    prices: jump,
    signals: { se: [0] },
    risk: [level("stopLoss", "distance", 5)],
    expected: {
      trades: [{ exitIndex: 2, exitPrice: 110, reason: "stopLoss", pnl: -10, mae: -10 }],
    },
  }),
  makeCase("a short's target that the open has jumped is out at the open", {
    prices: [[100, 101, 99, 100], [100, 101, 99, 100], [90, 112, 88, 100]],
    signals: { se: [0] },
    risk: [level("takeProfit", "distance", 5), level("stopLoss", "distance", 5)],
    expected: { trades: [{ exitIndex: 2, exitPrice: 90, reason: "takeProfit", pnl: 10, mfe: 10 }] },
  }),
  makeCase("a level equal to the open has been jumped", {
    prices: [[100, 101, 99, 100], [100, 101, 99, 100], [95, 100, 94, 99]],
    signals: { le: [0] },
    risk: [level("stopLoss", "distance", 5)],
    expected: { trades: [{ exitIndex: 2, exitPrice: 95, reason: "stopLoss", ambiguous: 0 }] },
  }),
  makeCase("slippage that puts the open beyond the stop of a new position jumps it", {
    prices: [[100, 101, 99, 100], [100, 104, 99, 103]],
    signals: { le: [0] },
    risk: [level("stopLoss", "fraction", 0.01), level("takeProfit", "distance", 1)],
    slippage: { percent: 0.02 },
    // In at 102, stop 100.98 >= open 100: out at 100 - 2 = 98. Slippage 2 + 2. The open and the exit price count.
    expected: {
      trades: [{
        entryPrice: 102,
        exitIndex: 1,
        exitPrice: 98,
        reason: "stopLoss",
        pnl: -4,
        slippage: 4,
        mfe: 0,
        mae: -4,
        ambiguous: 0,
      }],
      equity: [1000, 996],
    },
  }),
  makeCase("entryBarStops: false lets a new position beyond its stop stand for the bar", {
    prices: [[100, 101, 99, 100], [100, 104, 99, 103], [103, 104, 102, 103]],
    signals: { le: [0] },
    risk: [level("stopLoss", "fraction", 0.01)],
    slippage: { percent: 0.02 },
    execution: { entryBarStops: false },
    expected: {
      trades: [{
        entryPrice: 102,
        exitIndex: -1,
        exitPrice: 103,
        reason: "open",
        pnl: 1,
        mfe: 2,
        mae: -3,
      }],
      equity: [1000, 1001, 1001],
    },
  }),
  makeCase("a level that is NaN refuses the entry", {
    prices: wide,
    signals: { le: [0] },
    columns: { d: [NaN, 5, 5] },
    risk: [level("stopLoss", "distance", column("d"))],
    expected: { trades: [], equity: [1000, 1000, 1000], refused: { levelUndefined: 1 } },
  }),
  makeCase("the first level of a trail that is NaN refuses the entry", {
    prices: wide,
    signals: { le: [0] },
    columns: { at: [NaN, 95, 95] },
    risk: [level("trailingStop", "price", column("at"))],
    expected: { trades: [], refused: { levelUndefined: 1 } },
  }),
  makeCase("a level on the wrong side refuses the entry", {
    prices: wide,
    signals: { le: [0] },
    risk: [level("stopLoss", "price", 105)],
    expected: { trades: [], refused: { levelBeyondEntry: 1 } },
  }),
  makeCase("a level equal to the entry price refuses the entry", {
    prices: wide,
    signals: { le: [0], se: [1] },
    risk: [level("takeProfit", "price", 100)],
    // The long at the open of bar 1, and the short at the open of bar 2.
    expected: { trades: [], refused: { levelBeyondEntry: 2 } },
  }),
  makeCase("a target on the wrong side of a short refuses the entry", {
    prices: wide,
    signals: { se: [0] },
    risk: [level("takeProfit", "price", 105)],
    expected: { trades: [], refused: { levelBeyondEntry: 1 } },
  }),
  makeCase("slippage counts for the side that a level is on", {
    prices: wide,
    signals: { le: [0] },
    risk: [level("takeProfit", "price", 102)],
    slippage: { fixed: 2 },
    // In at 102, not below the target.
    expected: { trades: [], refused: { levelBeyondEntry: 1 } },
  }),
  makeCase("all levels are looked at for levelUndefined first", {
    prices: wide,
    signals: { le: [0] },
    risk: [level("stopLoss", "price", 105), level("takeProfit", "distance", NaN)],
    expected: { trades: [], refused: { levelUndefined: 1 } },
  }),
];
