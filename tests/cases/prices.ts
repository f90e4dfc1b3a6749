import { breakEven, type Case, gain, level, makeCase, resting, scaleOut } from "./case.ts";

const first = [100, 101, 99, 100] as const;
const quiet = [first, first] as const;

/** Spread, ticks and the grid of prices, section 7. */
export const priceCases: readonly Case[] = [
  makeCase("each fill pays half the spread", {
    prices: [...quiet, first],
    signals: { le: [0], lx: [1] },
    slippage: { spread: 1 },
    expected: { trades: [{ entryPrice: 100.5, exitPrice: 99.5, slippage: 1, pnl: -1 }] },
  }),
  makeCase("percentage, half the spread, fixed and ticks add up", {
    prices: quiet,
    signals: { le: [0] },
    tick: 0.25,
    slippage: { percent: 0.01, spread: 1, fixed: 0.25, ticks: 3 },
    // 1 + 0.5 + 0.25 + 0.75.
    expected: { trades: [{ entryPrice: 102.5, slippage: 2.5 }] },
  }),
  makeCase("fill prices are put on the grid against the trader", {
    prices: [...quiet, first],
    signals: { le: [0], lx: [1] },
    tick: 0.25,
    slippage: { fixed: 0.1 },
    // 100.1 up, 99.9 down.
    expected: { trades: [{ entryPrice: 100.25, exitPrice: 99.75, slippage: 0.5 }] },
  }),
  makeCase("a price a hair off the grid is on it", {
    prices: [first, [100.30000000000001, 101, 100, 100.5]],
    signals: { le: [0] },
    tick: 0.1,
    expected: { trades: [{ entryPrice: 100.3 }] },
  }),
  makeCase("a long's stop goes down to the grid", {
    prices: [...quiet, [100, 101, 98.6, 99], [99, 100, 98, 99]],
    signals: { le: [0] },
    tick: 0.5,
    risk: [level("stopLoss", "distance", 1.3)],
    // 98.7 down to 98.5.
    expected: { trades: [{ exitIndex: 3, exitPrice: 98.5 }] },
  }),
  makeCase("a short's stop goes up to the grid", {
    prices: [...quiet, [100, 101.4, 99, 100], [100, 102, 99, 100]],
    signals: { se: [0] },
    tick: 0.5,
    risk: [level("stopLoss", "distance", 1.3)],
    expected: { trades: [{ side: -1, exitIndex: 3, exitPrice: 101.5 }] },
  }),
  makeCase("a target and the parts go up to the grid, the risk is counted from the stop on it", {
    prices: [...quiet, [100, 101.6, 99, 100], [100, 103, 99, 100]],
    signals: { le: [0] },
    tick: 0.5,
    risk: [
      level("stopLoss", "distance", 1.3),
      scaleOut("riskMultiple", [[0.9, 0.5]]),
      level("takeProfit", "riskMultiple", 1.9),
    ],
    // R = 1.5: 101.35 up to 101.5, 102.85 up to 103.
    expected: {
      trades: [
        { exitIndex: 2, exitPrice: 101.5, quantity: 0.5 },
        { exitIndex: 3, exitPrice: 103, quantity: 0.5 },
      ],
    },
  }),
  makeCase("every level of a trail is on the grid", {
    prices: [...quiet, [100, 104.4, 102.9, 104], [104, 104.2, 102.5, 103]],
    signals: { le: [0] },
    tick: 0.5,
    risk: [level("trailingStop", "distance", 1.7)],
    // 98.3 down to 98, then 104.4 - 1.7 = 102.7 down to 102.5.
    expected: { trades: [{ exitIndex: 3, exitPrice: 102.5, reason: "trailingStop" }] },
  }),
  makeCase("break-even goes down to the grid", {
    prices: [...quiet, [100, 106, 99, 104], [104, 105, 100.6, 102], [102, 103, 100, 101]],
    signals: { le: [0] },
    tick: 0.5,
    risk: [breakEven(gain("fraction", 0.05), 0.008)],
    expected: { trades: [{ exitIndex: 4, exitPrice: 100.5, reason: "breakEven" }] },
  }),
  makeCase("a buy limit goes down to the grid", {
    prices: [first, [100, 101, 98.2, 99], [99, 100, 98, 99]],
    signals: { le: [0] },
    orders: { le: resting("limit", { price: 98.3 }) },
    tick: 0.5,
    expected: { trades: [{ entryIndex: 2, entryPrice: 98 }] },
  }),
  makeCase("a buy stop goes up to the grid, and slips on it", {
    prices: [first, [100, 101.4, 99, 100], [100, 102, 99, 100]],
    signals: { le: [0] },
    orders: { le: resting("stop", { price: 101.2 }) },
    tick: 0.5,
    slippage: { fixed: 0.1 },
    // 101.5 + 0.1, up to 102.
    expected: { trades: [{ entryIndex: 2, entryPrice: 102, slippage: 0.5 }] },
  }),
  makeCase("the grid never carries a limit order past its limit", {
    prices: [first, [97.2, 98, 97, 97.5]],
    signals: { le: [0] },
    orders: { le: resting("limit", { price: 97.6 }) },
    tick: 0.5,
    slippage: { fixed: 0.2 },
    // The limit is 97.5: 97.4 up to 97.5.
    expected: { trades: [{ entryPrice: 97.5 }] },
  }),
  makeCase("an order price that the grid takes to 0 is refused", {
    prices: quiet,
    signals: { le: [0] },
    orders: { le: resting("limit", { price: 0.4 }) },
    tick: 0.5,
    expected: { trades: [], refused: { priceNotPositive: 1 } },
  }),
];
