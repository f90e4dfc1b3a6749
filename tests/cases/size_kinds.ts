import { type Case, level, makeCase, size } from "./case.ts";

const flat = [[100, 100, 100, 100], [100, 100, 100, 100]] as const;
const number = (value: number) => ({ tag: "number", value }) as const;
const kelly = (trades: number) =>
  ({
    type: "kelly",
    fraction: number(0.5),
    trades: number(trades),
    least: number(0.1),
  }) as const;
const volatility = {
  type: "volatilityTarget",
  target: number(0.1),
  window: number(2),
  periodsPerYear: number(2),
} as const;
const at = (price: number) => [price, price, price, price] as const;

/** Sizes by risk, volatility and Kelly's formula; limits of quantity and tiers, section 6. */
export const sizeKindCases: readonly Case[] = [
  makeCase("riskOfEquity loses that fraction at the stop", {
    prices: [...flat, [100, 101, 94, 96]],
    signals: { le: [0] },
    size: size("riskOfEquity", 0.01),
    risk: [level("stopLoss", "distance", 5)],
    // 10 / 5.
    expected: { trades: [{ quantity: 2, exitPrice: 95, pnl: -10 }] },
  }),
  makeCase("riskOfEquity counts from the base price to the stop in force first", {
    prices: flat,
    signals: { le: [0] },
    size: size("riskOfEquity", 0.01),
    risk: [level("stopLoss", "distance", 8), level("trailingStop", "distance", 5)],
    slippage: { fixed: 1 },
    execution: { entryBarStops: false },
    // In at 101, trail 96: 10 / |100 - 96|.
    expected: { trades: [{ quantity: 2.5 }] },
  }),
  makeCase("riskOfEquity without a distance is undefined", {
    prices: flat,
    signals: { le: [0] },
    size: size("riskOfEquity", 0.01),
    risk: [level("stopLoss", "distance", 1)],
    slippage: { fixed: 1 },
    expected: { trades: [], refused: { sizeUndefined: 1 } },
  }),
  makeCase("volatilityTarget sizes by the deviation of the last returns", {
    prices: [at(100), at(110), at(99), at(100)],
    signals: { le: [2] },
    size: volatility,
    // Returns +0.1 and -0.1: 0.1 * sqrt(2), by sqrt(2) a year 0.2; half the equity.
    expected: { trades: [{ entryIndex: 3, quantity: 5 }] },
  }),
  makeCase("volatilityTarget without enough returns is undefined", {
    prices: [at(100), at(110), at(99)],
    signals: { le: [1] },
    size: volatility,
    expected: { trades: [], refused: { sizeUndefined: 1 } },
  }),
  makeCase("volatilityTarget without deviation is undefined", {
    prices: [at(100), at(100), at(100), at(100)],
    signals: { le: [2] },
    size: volatility,
    expected: { trades: [], refused: { sizeUndefined: 1 } },
  }),
  makeCase("kelly uses the least fraction until there are trades enough", {
    prices: [at(100), at(100), at(120), at(100), at(90), at(100)],
    signals: { le: [0, 2, 4], lx: [1, 3] },
    size: kelly(2),
    // 1 unit, +20; 102 / 100 units, -10.2; returns 0.2 and -0.1: 1/2 - 1/2 * 0.1 / 0.2 = 0.25, half of it.
    expected: {
      trades: [
        { quantity: 1, pnl: 20 },
        { quantity: 1.02, pnl: -10.2 },
        { entryIndex: 5, quantity: (0.125 * 1009.8) / 100 },
      ],
    },
  }),
  makeCase("kelly is 1 where every trade won", {
    prices: [at(100), at(100), at(120), at(100)],
    signals: { le: [0, 2], lx: [1] },
    size: kelly(1),
    // No trade, none of them won: least; then 0.5 * 1.
    expected: { trades: [{ quantity: 1 }, { quantity: (0.5 * 1020) / 100 }] },
  }),
  makeCase("kelly is the least where none won", {
    prices: [at(100), at(100), at(80), at(100)],
    signals: { le: [0, 2], lx: [1] },
    size: kelly(1),
    expected: { trades: [{ quantity: 1 }, { quantity: (0.1 * 980) / 100 }] },
  }),
  makeCase("kelly is at least the least", {
    prices: [at(100), at(100), at(101), at(100), at(50), at(100)],
    signals: { le: [0, 2, 4], lx: [1, 3] },
    size: kelly(2),
    // +1 on 1 unit, then 1.001 units to 50: the formula is negative. Cash 1001 - 50.05.
    expected: {
      trades: [{ quantity: 1 }, { quantity: 1.001 }, { quantity: (0.1 * 950.95) / 100 }],
    },
  }),
  makeCase("kelly counts the row of a reversal's first leg", {
    prices: [at(100), at(100), at(120)],
    signals: { le: [0], se: [1] },
    size: kelly(1),
    expected: { trades: [{ pnl: 20 }, { side: -1, quantity: (0.5 * 1020) / 120 }] },
  }),
  makeCase("maxQuantity cuts, and the lot again", {
    prices: flat,
    signals: { le: [0] },
    size: size("units", 6),
    lot: 2,
    maxQuantity: 5,
    expected: { trades: [{ quantity: 4 }] },
  }),
  makeCase("less than minQuantity is too small", {
    prices: flat,
    signals: { le: [0] },
    size: size("units", 1.9),
    minQuantity: 2,
    expected: { trades: [], refused: { sizeTooSmall: 1 } },
  }),
  makeCase("reduced below minQuantity is refused for buying power", {
    prices: flat,
    signals: { le: [0] },
    size: size("units", 50),
    minQuantity: 11,
    expected: { trades: [], refused: { buyingPower: 1 } },
  }),
  makeCase("the tier of a commission is that of the fill's value", {
    prices: [...flat, [150, 150, 150, 150]],
    signals: { le: [0], lx: [1] },
    commission: { tiers: [{ upTo: 100, percent: 0.02 }, { upTo: 120, percent: 0.01 }] },
    // 100 at 2 %; 150 at 1 %, the last.
    expected: { trades: [{ fees: 3.5, pnl: 46.5 }] },
  }),
  makeCase("a commission is at most the maximum", {
    prices: [...flat, flat[0]],
    signals: { le: [0], lx: [1] },
    commission: { percent: 0.1, maximum: 5 },
    expected: { trades: [{ fees: 10, pnl: -10 }] },
  }),
  makeCase("reduce with a maximum commission takes the larger quantity", {
    prices: flat,
    signals: { le: [0] },
    size: size("units", 50),
    commission: { percent: 0.1, maximum: 20 },
    // 1000 / 110 against (1000 - 20) / 100.
    expected: { trades: [{ quantity: 9.8, fees: 20 }], reducedOrders: 1 },
  }),
  makeCase("reduce in the last tier, which has no end", {
    prices: flat,
    signals: { le: [0] },
    size: size("units", 50),
    commission: { tiers: [{ upTo: 300, percent: 0.1 }, { upTo: 500, percent: 0.05 }] },
    // 1000 / 105 units are worth more than 300.
    expected: { trades: [{ quantity: 1000 / 105 }], reducedOrders: 1 },
  }),
  makeCase("reduce falls back to an earlier tier and its upTo", {
    prices: flat,
    signals: { le: [0] },
    size: size("units", 50),
    commission: { tiers: [{ upTo: 960, percent: 0.01 }, { upTo: 2000, percent: 0.05 }] },
    // 1000 / 105 are 952.38, not above 960; 1000 / 101 are 990, cut to 960.
    expected: { trades: [{ quantity: 9.6, fees: 9.6 }], reducedOrders: 1 },
  }),
];
