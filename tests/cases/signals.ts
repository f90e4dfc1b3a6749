import { type Case, column, level, makeCase, size } from "./case.ts";

/** Opens of bars 1, 2, 3: 100, 110, 120; each bar closes 5 above its open. */
const rising = [
  [90, 96, 89, 95],
  [100, 106, 99, 105],
  [110, 116, 109, 115],
  [120, 126, 119, 125],
] as const;
/** Long from bar 1 at 100; what bar 1 signals fills at 110. */
const longOnly = [{ side: 1, entryIndex: 1, exitIndex: -1, exitPrice: 125, pnl: 25 }] as const;
const out = { side: 1, entryIndex: 1, exitIndex: 2, exitPrice: 110, pnl: 10 } as const;
const turned = {
  side: -1,
  entryIndex: 2,
  entryPrice: 110,
  exitIndex: -1,
  exitPrice: 125,
  pnl: -15,
} as const;

/** Signals while flat and while holding, section 5. */
export const signalCases: readonly Case[] = [
  makeCase("flat: both enters under conflict none do nothing", {
    prices: rising,
    signals: { le: [0], se: [0] },
    expected: { trades: [], equity: [1000, 1000, 1000, 1000], ledger: [] },
  }),
  makeCase("flat: both enters under conflict long go long", {
    prices: rising,
    signals: { le: [0], se: [0] },
    execution: { conflict: "long" },
    expected: { trades: longOnly },
  }),
  makeCase("flat: both enters under conflict short go short", {
    prices: rising,
    signals: { le: [0], se: [0] },
    execution: { conflict: "short" },
    expected: { trades: [{ side: -1, entryIndex: 1, entryPrice: 100, reason: "open", pnl: -25 }] },
  }),
  makeCase("flat: exits are not read", {
    prices: rising,
    signals: { le: [0], lx: [0], se: [], sx: [0] },
    expected: { trades: longOnly },
  }),
  makeCase("holding: both enters under conflict none leave a plain exit", {
    prices: rising,
    signals: { le: [0, 1], lx: [1], se: [1] },
    expected: { trades: [{ ...out, reason: "signal" }], equity: [1000, 1005, 1010, 1010] },
  }),
  makeCase("holding: both enters under conflict none without exit do nothing", {
    prices: rising,
    signals: { le: [0, 1], se: [1] },
    expected: { trades: longOnly },
  }),
  makeCase("holding long: both enters under conflict long leave a same-side enter", {
    prices: rising,
    signals: { le: [0, 1], se: [1] },
    execution: { conflict: "long" },
    expected: { trades: longOnly },
  }),
  makeCase("holding long: both enters under conflict short turn it", {
    prices: rising,
    signals: { le: [0, 1], se: [1] },
    execution: { conflict: "short" },
    expected: { trades: [{ ...out, reason: "reverse" }, turned] },
  }),
  makeCase("an exit with a same-side enter is out only", {
    prices: rising,
    signals: { le: [0, 1], lx: [1] },
    expected: { trades: [{ ...out, reason: "signal" }] },
  }),
  makeCase("a same-side enter is ignored", {
    prices: rising,
    signals: { le: [0, 1, 2] },
    expected: { trades: longOnly, ledger: [[1, 900, 1]] },
  }),
  makeCase("an opposite enter alone reverses", {
    prices: rising,
    signals: { le: [0], se: [1] },
    // 900 + 110 = 1010, then short at 110: 1120.
    expected: {
      trades: [{ ...out, reason: "reverse" }, turned],
      equity: [1000, 1005, 1005, 995],
      ledger: [[1, 900, 1], [2, 1010, 0], [2, 1120, -1]],
    },
  }),
  makeCase("an exit with an opposite enter reverses", {
    prices: rising,
    signals: { le: [0], lx: [1], se: [1] },
    expected: { trades: [{ ...out, reason: "reverse" }, turned] },
  }),
  makeCase('opposite: "close" is out only, alone and with an exit', {
    prices: rising,
    signals: { le: [0], se: [1] },
    execution: { opposite: "close" },
    expected: { trades: [{ ...out, reason: "signal" }] },
  }),
  makeCase('opposite: "ignore" knows no opposite enter', {
    prices: rising,
    signals: { le: [0], se: [1] },
    execution: { opposite: "ignore" },
    expected: { trades: longOnly },
  }),
  makeCase('opposite: "ignore" lets an exit exit', {
    prices: rising,
    signals: { le: [0], lx: [1], se: [1] },
    execution: { opposite: "ignore" },
    expected: { trades: [{ ...out, reason: "signal" }] },
  }),
  makeCase("a reversal under fill: close does both legs at one close", {
    prices: rising,
    signals: { le: [0], se: [1] },
    execution: { fill: "close" },
    // Long at 95, out and short at 105, then 125: +10, -20.
    expected: {
      trades: [
        { side: 1, entryIndex: 0, entryPrice: 95, exitIndex: 1, exitPrice: 105, reason: "reverse" },
        { side: -1, entryIndex: 1, entryPrice: 105, reason: "open", pnl: -20 },
      ],
      equity: [1000, 1010, 1000, 990],
      ledger: [[0, 905, 1], [1, 1010, 0], [1, 1115, -1]],
    },
  }),
  makeCase("fill: close opens nothing at the close of a signal's exit", {
    prices: rising,
    signals: { le: [0, 1], lx: [1] },
    execution: { fill: "close" },
    expected: {
      trades: [{ entryIndex: 0, exitIndex: 1, exitPrice: 105, reason: "signal", pnl: 10 }],
    },
  }),
  makeCase("fill: close reads no exit on the bar of the entry", {
    prices: rising,
    signals: { le: [0], lx: [0] },
    execution: { fill: "close" },
    expected: { trades: [{ entryIndex: 0, reason: "open", pnl: 30 }] },
  }),
  makeCase("the second leg of a reversal is sized with the cash after the first", {
    prices: rising,
    signals: { le: [0], se: [1] },
    size: size("percentOfEquity", 0.5),
    // 500 / 100 = 5 units; cash 500 + 5 * 110 = 1050; 525 / 110 units short.
    expected: {
      trades: [{ quantity: 5, pnl: 50 }, { side: -1, quantity: 525 / 110 }],
    },
  }),
  makeCase("a reversal whose entry is refused stays out, and starts no cooldown", {
    prices: rising,
    signals: { le: [0, 2], se: [1] },
    columns: { d: [50, NaN, 50, 50] },
    risk: [level("stopLoss", "distance", column("d"))],
    execution: { cooldown: 5 },
    // The enter of bar 2 is read and fills at 120.
    expected: {
      trades: [{ ...out, reason: "reverse" }, { side: 1, entryIndex: 3, entryPrice: 120, pnl: 5 }],
      refused: { levelUndefined: 1 },
      equity: [1000, 1005, 1010, 1015],
    },
  }),
  makeCase("cooldown ignores enters of both sides from the bar of the exit on", {
    prices: [
      [100, 100, 100, 100],
      [100, 100, 100, 100],
      [100, 100, 100, 100],
      [100, 100, 100, 100],
      [100, 100, 100, 100],
      [100, 100, 100, 100],
    ],
    signals: { le: [0, 3, 4], lx: [1], se: [2] },
    execution: { cooldown: 2 },
    // Out on bar 2: enters of bars 2 and 3 are ignored, that of bar 4 fills on bar 5.
    expected: {
      trades: [{ exitIndex: 2, reason: "signal" }, { side: 1, entryIndex: 5, reason: "open" }],
    },
  }),
  makeCase("cooldown after a stop inside the bar counts from that bar", {
    prices: [[100, 100, 100, 100], [100, 100, 90, 100], [100, 100, 98, 100], [100, 100, 99, 100]],
    signals: { le: [0, 1, 2] },
    risk: [level("stopLoss", "distance", 5)],
    execution: { cooldown: 1 },
    expected: {
      trades: [{ exitIndex: 1, exitPrice: 95 }, { entryIndex: 3, reason: "open" }],
    },
  }),
  makeCase("cooldown under fill: close", {
    prices: [[100, 100, 100, 100], [100, 100, 100, 100], [100, 100, 100, 100], [
      100,
      100,
      100,
      100,
    ]],
    signals: { le: [0, 2, 3], lx: [1] },
    execution: { fill: "close", cooldown: 2 },
    // Out at the close of bar 1: the enter of bar 2 is ignored.
    expected: {
      trades: [{ exitIndex: 1, reason: "signal" }, { entryIndex: 3, reason: "open" }],
    },
  }),
  makeCase("a direction removes all signals of the other side", {
    prices: rising,
    signals: { le: [0], se: [0, 1] },
    direction: "LONG",
    // Neither a conflict on bar 0 nor a reversal on bar 1.
    expected: { trades: longOnly },
  }),
  makeCase("direction SHORT leaves the short side alone", {
    prices: rising,
    signals: { le: [0, 1], se: [0], sx: [1] },
    direction: "SHORT",
    expected: { trades: [{ side: -1, entryPrice: 100, exitIndex: 2, exitPrice: 110, pnl: -10 }] },
  }),
];
