import {
  breakEven,
  type Case,
  column,
  gain,
  level,
  makeCase,
  resting,
  scaleOut,
  sessionEnd,
  size,
  timeStop,
} from "./case.ts";

const first = [100, 101, 99, 100] as const;
/** In on bar 1 at 100. */
const quiet = [first, first] as const;
const four = size("units", 4);
const two = size("units", 2);

/** Orders, rules, additions, parts and costs that meet, sections 4 to 9. */
export const combinationCases: readonly Case[] = [
  makeCase("a sell limit goes up to the grid", {
    prices: [...quiet, [100, 104.4, 99, 104], [104, 105, 103, 104]],
    signals: { le: [0], lx: [1] },
    orders: { lx: resting("limit", { price: 104.2 }) },
    tick: 0.5,
    expected: { trades: [{ exitIndex: 3, exitPrice: 104.5 }] },
  }),
  makeCase("a part inside the bar has no impact, a jumped one has", {
    prices: [...quiet, [100, 105, 99, 104], [116, 117, 115, 116]],
    signals: { le: [0] },
    size: four,
    volume: [1e9, 1e9, 4, 4],
    slippage: { impact: 0.1 },
    risk: [scaleOut("distance", [[4, 0.25], [10, 0.5]])],
    // 104; 116 - 0.1 * (2 / 4)^2 * 116.
    expected: {
      trades: [
        { quantity: 1, exitIndex: 2, exitPrice: 104 },
        { quantity: 2, exitIndex: 3, exitPrice: 116 - 0.025 * 116 },
        { quantity: 1, reason: "open" },
      ],
    },
  }),
  makeCase("a part that is reached without volume takes the whole position out at the next open", {
    prices: [...quiet, [100, 106, 99, 104], [103, 104, 102, 103]],
    signals: { le: [0] },
    size: four,
    volume: [1e12, 1e12, 0, 1e12],
    slippage: { impact: 0.1 },
    risk: [scaleOut("distance", [[5, 0.25], [10, 0.5]])],
    expected: { trades: [{ quantity: 4, exitIndex: 3, exitPrice: 103, reason: "scaleOut" }] },
  }),
  makeCase("a queued addition waits for volume", {
    prices: [...quiet, first, [104, 105, 103, 104]],
    signals: { le: [0, 1] },
    volume: [1e9, 1e9, 0, 1e9],
    slippage: { impact: 0.1 },
    execution: { pyramid: 1 },
    expected: { trades: [{ quantity: 2, entryIndex: 1, entryPrice: 102 }] },
  }),
  makeCase("sessionEnd without volume goes out at the next open", {
    prices: [...quiet, first, [103, 104, 102, 103]],
    times: [1, 2, 3, 4].map((hour) => hour * 3_600_000),
    signals: { le: [0] },
    volume: [1e9, 1e9, 0, 1e9],
    slippage: { impact: 0.1 },
    risk: [sessionEnd(3 * 60)],
    expected: { trades: [{ exitIndex: 3, exitPrice: 103, reason: "sessionEnd" }] },
  }),
  makeCase("liquidation needs no volume", {
    prices: [...quiet, [100, 260, 99, 250]],
    signals: { se: [0] },
    cash: 100,
    volume: [1e9, 1e9, 0],
    slippage: { impact: 0.1, fixed: 1 },
    // In at 99, out at 251.
    expected: {
      trades: [{ side: -1, exitIndex: 2, exitPrice: 251, reason: "liquidation", pnl: -152 }],
      ruinIndex: 2,
    },
  }),
  makeCase("an on-close addition changes the levels of the next bar", {
    prices: [first, first, [100, 109, 99, 108], [108, 109, 99.5, 100]],
    signals: { le: [0, 1] },
    orders: { le: resting("marketOnClose") },
    risk: [level("stopLoss", "distance", 4)],
    execution: { pyramid: 1 },
    // In at the close of bar 1 and, at 108, of bar 2: 104, stop 100.
    expected: {
      trades: [{
        quantity: 2,
        entryIndex: 1,
        entryPrice: 104,
        exitIndex: 3,
        exitPrice: 100,
        pnl: -8,
      }],
    },
  }),
  makeCase("a time rule counts from the first entry", {
    prices: [...quiet, first, first, first],
    signals: { le: [0, 1] },
    execution: { pyramid: 1 },
    risk: [timeStop(2)],
    expected: { trades: [{ quantity: 2, exitIndex: 3, reason: "timeStop" }] },
  }),
  makeCase("a reversal closes what parts and additions have left", {
    prices: [...quiet, [100, 106, 99, 104], [104, 105, 103, 104], [102, 103, 101, 102]],
    signals: { le: [0, 2], se: [3] },
    size: two,
    risk: [scaleOut("distance", [[5, 0.5]])],
    execution: { pyramid: 1 },
    // 1 out at 105; 1 at 100 and 2 at 104 are 308 / 3 on average; out at 102, short two.
    expected: {
      trades: [
        { quantity: 1, exitIndex: 2, pnl: 5 },
        { quantity: 3, entryPrice: 308 / 3, exitIndex: 4, reason: "reverse", pnl: 306 - 308 },
        { side: -1, quantity: 2, entryIndex: 4, entryPrice: 102 },
      ],
      ledger: [[1, 800, 2], [2, 905, 1], [3, 697, 3], [4, 1003, 0], [4, 1207, -2]],
    },
  }),
  makeCase("the end of data closes the rest, with the rest of the entry's commission", {
    prices: [...quiet, [100, 106, 99, 104]],
    signals: { le: [0] },
    size: two,
    risk: [scaleOut("distance", [[5, 0.5]])],
    commission: { perOrder: 2 },
    execution: { atEnd: "close" },
    expected: {
      trades: [
        { quantity: 1, exitPrice: 105, fees: 3, pnl: 2 },
        { quantity: 1, exitPrice: 104, reason: "endOfData", fees: 3, pnl: 1 },
      ],
      equity: [1000, 998, 1003],
    },
  }),
  makeCase("a part starts no cooldown, the exit of the rest does", {
    prices: [...quiet, [100, 106, 99, 104], first, first, first],
    signals: { le: [0, 3, 4], lx: [2] },
    size: two,
    risk: [scaleOut("distance", [[5, 0.5]])],
    execution: { cooldown: 1 },
    expected: {
      trades: [{ exitIndex: 2 }, { exitIndex: 3, reason: "signal" }, { entryIndex: 5 }],
    },
  }),
  makeCase("a stop-limit that its open turned into a limit counts as a limit inside the bar", {
    prices: [first, [105, 106, 98, 100]],
    signals: { le: [0] },
    orders: { le: resting("stopLimit", { price: 101, limit: 102 }) },
    risk: [level("stopLoss", "distance", 3)],
    // In at 102; 99 lies below.
    expected: { trades: [{ entryPrice: 102, exitPrice: 99, reason: "stopLoss", ambiguous: 0 }] },
  }),
  makeCase("a short opened at a stop: the target below it is certain, the stop above it is not", {
    prices: [first, [100, 102, 92, 95]],
    signals: { se: [0] },
    orders: { se: resting("stop", { price: 98 }) },
    risk: [level("stopLoss", "distance", 3), level("takeProfit", "distance", 5)],
    execution: { ambiguity: "target" },
    // Stop 101, target 93: |93 - 101|.
    expected: {
      trades: [{ side: -1, entryPrice: 98, exitPrice: 93, reason: "takeProfit", ambiguous: 1 }],
      ambiguousBars: 1,
      ambiguousStake: 8,
    },
  }),
  makeCase("a stop-limit that has become a limit keeps its last bar", {
    prices: [first, [105, 106, 103, 104], [104, 105, 103, 104], [100, 101, 99, 100]],
    signals: { le: [0] },
    orders: { le: resting("stopLimit", { price: 101, limit: 102, expires: 2 }) },
    expected: { trades: [], refused: { expired: 1 } },
  }),
  makeCase('opposite: "ignore" is about what is held, not about an entry that waits', {
    prices: [first, first, [99, 101, 97, 98]],
    signals: { le: [0], se: [1] },
    orders: { le: resting("limit", { price: 98 }) },
    execution: { opposite: "ignore" },
    expected: { trades: [{ side: -1, entryIndex: 2 }], refused: { cancelled: 1 } },
  }),
  makeCase('an exit limit under fill: "close" works from the next bar on', {
    prices: [first, [100, 106, 99, 100], [100, 104, 99, 103]],
    signals: { le: [0], lx: [1] },
    orders: { lx: resting("limit", { price: 104 }) },
    execution: { fill: "close" },
    expected: { trades: [{ entryIndex: 0, exitIndex: 2, exitPrice: 104, reason: "signal" }] },
  }),
  makeCase("a stop entry over a jump whose slippage puts its stop above the open", {
    prices: [first, [105, 108, 104, 107]],
    signals: { le: [0] },
    orders: { le: resting("stop", { price: 102 }) },
    risk: [level("stopLoss", "distance", 1)],
    slippage: { fixed: 2 },
    // In at 107, stop 106, jumped by the open of 105: out at 103.
    expected: { trades: [{ entryPrice: 107, exitPrice: 103, reason: "stopLoss", pnl: -4 }] },
  }),
  makeCase("a resting entry beyond the trades of the day is refused when it fills", {
    prices: [first, first, first, [100, 101, 97, 98]],
    times: [1, 2, 3, 4].map((hour) => hour * 3_600_000),
    signals: { le: [0, 2], lx: [1] },
    columns: { p: [100, 90, 98, 98] },
    orders: { le: resting("limit", { price: column("p") }) },
    execution: { maxTradesPerDay: 1 },
    expected: { trades: [{ entryIndex: 1, exitIndex: 2 }], refused: { maxTradesPerDay: 1 } },
  }),
  makeCase("kelly counts each part as a row", {
    prices: [...quiet, [100, 106, 99, 104], [110, 111, 109, 110], first],
    signals: { le: [0, 3], lx: [2] },
    size: {
      type: "kelly",
      fraction: { tag: "number", value: 0.5 },
      trades: { tag: "number", value: 2 },
      least: { tag: "number", value: 0.2 },
    },
    risk: [scaleOut("distance", [[5, 0.5]])],
    // 2 units: +5 and +10, two winners: half of 1015.
    expected: {
      trades: [{ quantity: 1, pnl: 5 }, { quantity: 1, pnl: 10 }, { quantity: 5.075 }],
    },
  }),
  makeCase("the risk of a size is counted without impact, the levels with it", {
    prices: [...quiet, [100, 101, 90, 95]],
    signals: { le: [0] },
    size: size("riskOfEquity", 0.05),
    volume: [100, 100, 1e12],
    slippage: { impact: 0.1 },
    risk: [level("stopLoss", "distance", 5)],
    cash: 2000,
    // 100 / 5 = 20 units, 0.1 * 0.04 * 100 = 0.4: in at 100.4, which 20 * 100.4 = 2008 does not fit.
    expected: {
      trades: [{
        quantity: 2000 / 100.4,
        entryPrice: 100 + 10 * ((2000 / 10040) * (2000 / 10040)),
        exitPrice: 95 + 10 * ((2000 / 10040) * (2000 / 10040)),
      }],
      reducedOrders: 1,
    },
  }),
  makeCase("financing of a position with an addition goes with what is held", {
    prices: [first, first, first, first],
    times: [0, 1, 2, 3].map((value) => value * 36.5 * 86_400_000),
    signals: { se: [0, 1] },
    financing: { borrow: 0.1 },
    execution: { pyramid: 1 },
    // 1 unit over bar 2, two over bar 3: 1 + 2.
    expected: { trades: [{ side: -1, quantity: 2, financing: 3, pnl: -3 }] },
  }),
  makeCase("the tightest of three stops is in force", {
    prices: [...quiet, [100, 106, 99, 105], [105, 106, 101, 102]],
    signals: { le: [0] },
    risk: [
      level("stopLoss", "distance", 5),
      breakEven(gain("fraction", 0.05), 0.02),
      level("trailingStop", "distance", 5),
    ],
    // 95, 102 and 106 - 5 = 101.
    expected: { trades: [{ exitIndex: 3, exitPrice: 102, reason: "breakEven" }] },
  }),
  makeCase("an addition that rests fills before the exit signal of its bar is read", {
    prices: [...quiet, [100, 105, 94, 100], first],
    signals: { le: [0, 1], lx: [2] },
    columns: { p: [100, 95, NaN, NaN], x: [NaN, NaN, 120, NaN] },
    orders: {
      le: resting("limit", { price: column("p"), expires: 3 }),
      lx: resting("limit", { price: column("x") }),
    },
    execution: { pyramid: 2 },
    // The addition fills at 95 on bar 2; the exit order rests to the end.
    expected: {
      trades: [{ quantity: 2, entryPrice: 97.5, reason: "open" }],
      refused: { endOfData: 1 },
    },
  }),
  makeCase("an exit order that is submitted cancels an addition that rests", {
    prices: [...quiet, first, [100, 121, 94, 100]],
    signals: { le: [0, 1], lx: [2] },
    columns: { p: [100, 95, NaN, NaN] },
    orders: {
      le: resting("limit", { price: column("p") }),
      lx: resting("limit", { price: 120 }),
    },
    execution: { pyramid: 2 },
    expected: {
      trades: [{ quantity: 1, exitIndex: 3, exitPrice: 120, reason: "signal" }],
      refused: { cancelled: 1 },
    },
  }),
];
