import {
  breakEven,
  type Case,
  column,
  gain,
  level,
  makeCase,
  resting,
  scaleOut,
  size,
} from "./case.ts";

const first = [100, 101, 99, 100] as const;
const quiet = [first, first] as const;
const at = (price: number) => [price, price, price, price] as const;
const hour = 3_600_000;
const day = 24 * hour;
const number = (value: number) => ({ tag: "number", value }) as const;

/** Prices, dates and quantities that are exactly at a limit, sections 4 to 9. */
export const edgeCases: readonly Case[] = [
  makeCase("a buy stop is reached by a high at it", {
    prices: [first, [100, 102, 99, 101]],
    signals: { le: [0] },
    orders: { le: resting("stop", { price: 102 }) },
    expected: { trades: [{ entryPrice: 102 }] },
  }),
  makeCase("a sell stop is reached by a low at it", {
    prices: [first, [100, 101, 98, 99]],
    signals: { se: [0] },
    orders: { se: resting("stop", { price: 98 }) },
    expected: { trades: [{ side: -1, entryPrice: 98 }] },
  }),
  makeCase("a limit of 0 is refused", {
    prices: quiet,
    signals: { le: [0] },
    orders: { le: resting("stopLimit", { price: 102, limit: 0 }) },
    expected: { trades: [], refused: { priceNotPositive: 1 } },
  }),
  makeCase("a stop of 0 is refused", {
    prices: quiet,
    signals: { se: [0] },
    orders: { se: resting("stopLimit", { price: 0, limit: 5 }) },
    expected: { trades: [], refused: { priceNotPositive: 1 } },
  }),
  makeCase("a stop at the entry price is beyond it", {
    prices: quiet,
    signals: { le: [0] },
    risk: [level("stopLoss", "distance", 0)],
    expected: { trades: [], refused: { levelBeyondEntry: 1 } },
  }),
  makeCase("a short's stop at the entry price is beyond it", {
    prices: quiet,
    signals: { se: [0] },
    risk: [level("stopLoss", "distance", 0)],
    expected: { trades: [], refused: { levelBeyondEntry: 1 } },
  }),
  makeCase("a stop at the base of an entry inside the bar is uncertain", {
    prices: [first, [100, 104, 99, 103]],
    signals: { le: [0] },
    orders: { le: resting("stop", { price: 102 }) },
    risk: [level("stopLoss", "distance", 1)],
    slippage: { fixed: 1 },
    execution: { ambiguity: "target" },
    // In at 103, stop 102; |102 - 103|.
    expected: {
      trades: [{ entryPrice: 103, reason: "open" }],
      ambiguousBars: 1,
      ambiguousStake: 1,
    },
  }),
  makeCase("an addition that fills at the target is refused", {
    prices: [...quiet, [104, 104.5, 103, 104]],
    signals: { le: [0, 1] },
    risk: [level("takeProfit", "price", 106)],
    execution: { pyramid: 1 },
    slippage: { fixed: 2 },
    expected: { trades: [{ quantity: 1 }], refused: { levelBeyondEntry: 1 } },
  }),
  makeCase("a short's addition that fills at the target is refused", {
    prices: [...quiet, [96, 97, 95.5, 96]],
    signals: { se: [0, 1] },
    risk: [level("takeProfit", "price", 94)],
    execution: { pyramid: 1 },
    slippage: { fixed: 2 },
    expected: { trades: [{ side: -1, quantity: 1 }], refused: { levelBeyondEntry: 1 } },
  }),
  makeCase("an addition at a close below the stop that its bar has brought is refused", {
    prices: [first, first, [100, 106, 99, 100.5]],
    signals: { le: [0, 2] },
    risk: [breakEven(gain("fraction", 0.05), 0.01)],
    execution: { fill: "close", pyramid: 1 },
    // On the average of 100.25 the stop would be 101.2525.
    expected: {
      trades: [{ quantity: 1, reason: "open" }],
      refused: { levelBeyondEntry: 1 },
    },
  }),
  makeCase("a short's addition at a close above the stop that its bar has brought is refused", {
    prices: [first, first, [100, 101, 94, 99.5]],
    signals: { se: [0, 2] },
    risk: [breakEven(gain("fraction", 0.05), 0.01)],
    execution: { fill: "close", pyramid: 1 },
    expected: {
      trades: [{ side: -1, quantity: 1, reason: "open" }],
      refused: { levelBeyondEntry: 1 },
    },
  }),
  makeCase("a level that an addition moves beyond the open goes out at the open", {
    prices: [first, [100, 106, 99, 105], [109, 112, 108.5, 111]],
    signals: { le: [0, 1] },
    columns: { q: [1, 9, 0] },
    size: size("units", column("q")),
    cash: 2000,
    risk: [level("stopLoss", "distance", 5)],
    execution: { pyramid: 1, entryBarStops: false },
    slippage: { fixed: 6 },
    // In at 106 and 115: (106 + 115 * 9) / 10 = 114.1, stop 109.1: out at 109 - 6.
    expected: { trades: [{ quantity: 10, entryPrice: 114.1, exitIndex: 2, exitPrice: 103 }] },
  }),
  makeCase("an addition that rests is not joined by another", {
    prices: [...quiet, first, [100, 101, 94, 100]],
    signals: { le: [0, 1, 2] },
    columns: { p: [100, 90, 95, NaN] },
    orders: { le: resting("limit", { price: column("p") }) },
    execution: { pyramid: 2 },
    expected: { trades: [{ quantity: 1, reason: "open" }], refused: { endOfData: 1 } },
  }),
  makeCase("a part is a fraction of the largest quantity, additions included", {
    prices: [...quiet, first, [100, 111, 99, 105]],
    signals: { le: [0, 1] },
    size: size("units", 2),
    risk: [scaleOut("distance", [[10, 0.25]])],
    execution: { pyramid: 1 },
    expected: { trades: [{ quantity: 1, exitIndex: 3 }, { quantity: 3, reason: "open" }] },
  }),
  makeCase("a short's trail moves inside the bar under trailTiming: current", {
    prices: [...quiet, [100, 101, 90, 96]],
    signals: { se: [0] },
    risk: [level("trailingStop", "distance", 5)],
    execution: { trailTiming: "current" },
    expected: { trades: [{ side: -1, exitIndex: 2, exitPrice: 95, reason: "trailingStop" }] },
  }),
  makeCase('a position without gain or loss starts no cooldown after "loss"', {
    prices: [...quiet, first, first],
    signals: { le: [0, 2], lx: [1] },
    execution: { cooldown: 2, cooldownAfter: "loss" },
    expected: { trades: [{ exitIndex: 2, pnl: 0 }, { entryIndex: 3 }] },
  }),
  makeCase("kelly sums the returns of winners and of losers", {
    prices: [100, 100, 120, 100, 140, 100, 90, 100, 70, 100].map(at),
    signals: { le: [0, 2, 4, 6, 8], lx: [1, 3, 5, 7] },
    size: { type: "kelly", fraction: number(0.5), trades: number(4), least: number(0.05) },
    // 0.5 units +10, 0.505 +20.2, 0.5151 -5.151, 0.5125245 -15.375735: 1009.673265. Wins 0.2 + 0.4, losses
    // 0.1 + 0.3: half of 1/2 - 1/2 * 0.2 / 0.3 = 1/6.
    expected: {
      trades: [
        { quantity: 0.5, pnl: 10 },
        { quantity: 0.505, pnl: 20.2 },
        { quantity: 0.5151, pnl: -5.151 },
        { quantity: 0.5125245, pnl: -15.375735 },
        { quantity: 1009.673265 / 1200 },
      ],
    },
  }),
  makeCase("a trade without gain or loss counts with the losers", {
    prices: [100, 100, 120, 100, 100, 100].map(at),
    signals: { le: [0, 2, 4], lx: [1, 3] },
    size: { type: "kelly", fraction: number(0.5), trades: number(2), least: number(0.1) },
    // 1/2 - 1/2 * 0 / 0.2: a quarter of 1020.
    expected: { trades: [{ pnl: 20 }, { pnl: 0 }, { quantity: 2.55 }] },
  }),
  makeCase("an on-close entry of the last bar fills where trades are left open", {
    prices: quiet,
    signals: { le: [0] },
    orders: { le: resting("marketOnClose") },
    expected: { trades: [{ entryIndex: 1, entryPrice: 100, reason: "open" }] },
  }),
  makeCase('an on-close entry before the last bar fills under atEnd: "close"', {
    prices: [...quiet, [103, 104, 102, 103]],
    signals: { le: [0] },
    orders: { le: resting("marketOnClose") },
    execution: { atEnd: "close" },
    expected: { trades: [{ entryIndex: 1, exitIndex: 2, exitPrice: 103, reason: "endOfData" }] },
  }),
  makeCase("maxTradesPerDay 2 lets two positions open", {
    prices: [first, first, first, first, first, first],
    times: [1, 2, 3, 4, 5, 6].map((value) => value * hour),
    signals: { le: [0, 2, 4], lx: [1, 3] },
    execution: { maxTradesPerDay: 2 },
    expected: {
      trades: [{ entryIndex: 1 }, { entryIndex: 3, exitIndex: 4 }],
      refused: { maxTradesPerDay: 1 },
    },
  }),
  makeCase("the first date of a filter is in", {
    prices: [first, first],
    times: [day, 2 * day],
    signals: { le: [0] },
    filter: { from: day, zone: "UTC" },
    expected: { trades: [{ entryIndex: 1 }] },
  }),
  makeCase("the day after the last date of a filter is out", {
    prices: [first, first],
    times: [2 * day, 3 * day],
    signals: { le: [0] },
    filter: { to: day, zone: "UTC" },
    expected: { trades: [] },
  }),
  makeCase("the end of a filter's hours over midnight is out", {
    prices: [first, first],
    times: [26 * hour, 27 * hour],
    signals: { le: [0] },
    filter: { hours: [22 * 60, 2 * 60], zone: "UTC" },
    expected: { trades: [] },
  }),
];
