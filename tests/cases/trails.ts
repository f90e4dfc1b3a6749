import { type Case, column, level, makeCase } from "./case.ts";

const fiveBehind = level("trailingStop", "distance", 5);
/** In at 100 on bar 1. Marks after bars 1, 2, 3: 104, 106, 106. */
const climb = [
  [100, 101, 99, 100],
  [100, 104, 99.5, 103],
  [103, 106, 99.5, 105],
  [104, 105, 100, 102],
] as const;

/** Trailing stops, section 4. */
export const trailCases: readonly Case[] = [
  makeCase("a trail follows the bars before this one", {
    prices: climb,
    signals: { le: [0] },
    risk: [fiveBehind],
    // Levels 95, 99, 101 on bars 1, 2, 3: the low of bar 3 (100) is the first below.
    expected: {
      trades: [{ exitIndex: 3, exitPrice: 101, reason: "trailingStop", pnl: 1, mfe: 6, mae: -0.5 }],
      equity: [1000, 1003, 1005, 1001],
    },
  }),
  makeCase('trailTiming: "current" counts the bar\'s own high', {
    prices: climb,
    signals: { le: [0] },
    risk: [fiveBehind],
    execution: { trailTiming: "current" },
    // Level 99 on bar 1 (low 99.5), 101 on bar 2 (low 99.5): out. Its open 103 counts as gain.
    expected: {
      trades: [{ exitIndex: 2, exitPrice: 101, reason: "trailingStop", pnl: 1, mfe: 4, mae: -0.5 }],
      equity: [1000, 1003, 1001, 1001],
    },
  }),
  makeCase("the bar's own high does not count for what the open has jumped", {
    prices: [[100, 101, 99, 100], [100, 104, 99.5, 103], [100, 106, 99.5, 105]],
    signals: { le: [0] },
    risk: [fiveBehind],
    execution: { trailTiming: "current" },
    // Before bar 2 the level is 99, below its open; inside it is 101: out at the level, not at the open.
    expected: {
      trades: [{ exitIndex: 2, exitPrice: 101, reason: "trailingStop", ambiguous: 0 }],
      equity: [1000, 1003, 1001],
    },
  }),
  makeCase('trailTiming: "current" works on the entry bar, from the open on', {
    prices: [[100, 101, 99, 100], [100, 107, 98, 103]],
    signals: { le: [0] },
    risk: [fiveBehind],
    execution: { trailTiming: "current" },
    // 107 - 5 = 102 >= low 98.
    expected: { trades: [{ exitIndex: 1, exitPrice: 102, pnl: 2, mfe: 2, mae: 0 }] },
  }),
  makeCase("a trail by fraction follows the mark", {
    prices: [[100, 101, 99, 100], [100, 120, 95, 118], [118, 119, 107, 110]],
    signals: { le: [0] },
    risk: [level("trailingStop", "fraction", 0.1)],
    // 90 on bar 1; 120 * 0.9 = 108 on bar 2.
    expected: {
      trades: [{ exitIndex: 2, exitPrice: 108, reason: "trailingStop", mfe: 20, mae: -5 }],
    },
  }),
  makeCase("a bar on which the position was opened at the close does not count for the mark", {
    prices: [[100, 120, 99, 100], [100, 101, 96, 99], [99, 100, 95.5, 97], [97, 98, 95, 96]],
    signals: { le: [0] },
    risk: [fiveBehind],
    execution: { fill: "close" },
    // Mark 100, then 101 after bar 1: levels 95, 96 on bars 1, 2.
    expected: { trades: [{ exitIndex: 2, exitPrice: 96, reason: "trailingStop" }] },
  }),
  makeCase(
    "a bar on which the position was opened at the open counts for the mark, exposed or not",
    {
      prices: [[100, 101, 99, 100], [100, 110, 90, 108], [108, 109, 104, 106]],
      signals: { le: [0] },
      risk: [fiveBehind],
      execution: { entryBarStops: false },
      expected: { trades: [{ exitIndex: 2, exitPrice: 105, reason: "trailingStop" }] },
    },
  ),
  makeCase("a short's trail follows the lowest low down", {
    prices: [[100, 101, 99, 100], [100, 101, 96, 97], [97, 101, 95, 96], [96, 100.5, 95, 96]],
    signals: { se: [0] },
    risk: [fiveBehind],
    // 105, 101 (touched by the high of bar 2).
    expected: {
      trades: [{ side: -1, exitIndex: 2, exitPrice: 101, reason: "trailingStop", mfe: 4, mae: -1 }],
      equity: [1000, 1003, 999, 999],
    },
  }),
  makeCase("the higher of stop and trail is in force", {
    prices: climb,
    signals: { le: [0] },
    risk: [level("stopLoss", "distance", 0.5), fiveBehind],
    // 99.5 is above 95 on bar 1.
    expected: { trades: [{ exitIndex: 1, exitPrice: 99.5, reason: "stopLoss" }] },
  }),
  makeCase("equal levels of stop and trail are named stopLoss", {
    prices: [[100, 101, 99, 100], [100, 100, 94, 95]],
    signals: { le: [0] },
    risk: [fiveBehind, level("stopLoss", "distance", 5)],
    expected: { trades: [{ exitIndex: 1, exitPrice: 95, reason: "stopLoss" }] },
  }),
  makeCase("a trail above the stop is named trailingStop", {
    prices: climb,
    signals: { le: [0] },
    risk: [fiveBehind, level("stopLoss", "distance", 5)],
    expected: { trades: [{ exitIndex: 3, exitPrice: 101, reason: "trailingStop" }] },
  }),
  makeCase("the price form of a trail is read at every close and works from the next bar on", {
    prices: [
      [100, 101, 99, 100],
      [100, 104, 96, 103],
      [103, 106, 97.5, 105],
      [104, 105, 97.25, 102],
      [104, 105, 96.5, 102],
    ],
    signals: { le: [0] },
    columns: { at: [95, 97, NaN, 96, 120] },
    risk: [level("trailingStop", "price", column("at"))],
    // Levels 95 (low 96), 97 (97.5), 97 for NaN (97.25), 97 for 96 loosens nothing (96.5: out).
    expected: {
      trades: [{ exitIndex: 4, exitPrice: 97, reason: "trailingStop", pnl: -3, mfe: 6, mae: -4 }],
      equity: [1000, 1003, 1005, 1002, 997],
    },
  }),
  makeCase("trailTiming does not change the price form", {
    prices: [[100, 101, 99, 100], [100, 104, 96, 103], [103, 106, 98, 105]],
    signals: { le: [0] },
    columns: { at: [95, 97, 99] },
    risk: [level("trailingStop", "price", column("at"))],
    execution: { trailTiming: "current" },
    // Bar 1: 95 (low 96). Bar 2: 97 (low 98).
    expected: { trades: [{ reason: "open", exitPrice: 105, pnl: 5 }] },
  }),
  makeCase("a price trail above the next open has been jumped", {
    prices: [[100, 101, 99, 100], [100, 104, 96, 103], [103, 106, 98, 105]],
    signals: { le: [0] },
    columns: { at: [95, 104, 99] },
    risk: [level("trailingStop", "price", column("at"))],
    expected: { trades: [{ exitIndex: 2, exitPrice: 103, reason: "trailingStop" }] },
  }),
  makeCase(
    "under fill: close the price form is read first at the signal bar, then at the next close",
    {
      prices: [[100, 101, 99, 100], [100, 104, 96, 103], [103, 106, 98, 105]],
      signals: { le: [0] },
      columns: { at: [95, 99, 90] },
      risk: [level("trailingStop", "price", column("at"))],
      execution: { fill: "close" },
      // Bar 1: 95 (low 96). Bar 2: 99 (low 98).
      expected: {
        trades: [{ entryIndex: 0, exitIndex: 2, exitPrice: 99, reason: "trailingStop" }],
      },
    },
  ),
];
