import { type Case, column, level, makeCase, size } from "./case.ts";

/** Everything at 100: an entry of bar 0 fills at 100 on bar 1. */
const flat = [[100, 100, 100, 100], [100, 100, 100, 100]] as const;

/** Size, lot and buying power, section 6. */
export const sizeCases: readonly Case[] = [
  makeCase("value is divided by the price before slippage", {
    prices: flat,
    signals: { le: [0] },
    size: size("value", 500),
    slippage: { percent: 0.01 },
    // 500 / 100 = 5 at 101; 5 of slippage.
    expected: {
      trades: [{ quantity: 5, entryPrice: 101, slippage: 5, pnl: -5 }],
      equity: [1000, 995],
    },
  }),
  makeCase("percentOfEquity is a value", {
    prices: flat,
    signals: { le: [0] },
    size: size("percentOfEquity", 0.25),
    expected: { trades: [{ quantity: 2.5 }] },
  }),
  makeCase("a size is read at the signal bar", {
    prices: flat,
    signals: { le: [0] },
    columns: { units: [2, 3] },
    size: size("units", column("units")),
    expected: { trades: [{ quantity: 2 }] },
  }),
  makeCase("a quantity is cut to whole lots", {
    prices: flat,
    signals: { le: [0] },
    size: size("units", 7.9),
    lot: 0.5,
    // 15.8 lots: 15 of them.
    expected: { trades: [{ quantity: 7.5 }] },
  }),
  makeCase("a quantity a hair below a whole number of lots is whole", {
    prices: flat,
    signals: { le: [0] },
    size: size("units", 7.9999999999),
    lot: 1,
    // Off by 1e-10, less than 1e-9 * 8.
    expected: { trades: [{ quantity: 8 }] },
  }),
  makeCase("a size that is NaN is refused", {
    prices: flat,
    signals: { le: [0] },
    size: size("units", NaN),
    expected: { trades: [], refused: { sizeUndefined: 1 } },
  }),
  makeCase("a size that is infinite is refused", {
    prices: flat,
    signals: { le: [0] },
    size: size("value", Infinity),
    expected: { trades: [], refused: { sizeUndefined: 1 } },
  }),
  makeCase("a size <= 0 before the lot is refused", {
    prices: flat,
    signals: { le: [0] },
    size: size("units", -3),
    lot: 1,
    expected: { trades: [], refused: { sizeTooSmall: 1 } },
  }),
  makeCase("a size of 0 after the lot is refused", {
    prices: flat,
    signals: { le: [0] },
    size: size("units", 0.9),
    lot: 1,
    expected: { trades: [], refused: { sizeTooSmall: 1 } },
  }),
  makeCase("a fill price <= 0 is looked at first", {
    prices: flat,
    signals: { se: [0] },
    size: size("units", NaN),
    risk: [level("stopLoss", "distance", NaN)],
    slippage: { fixed: 100 },
    expected: { trades: [], refused: { priceNotPositive: 1 } },
  }),
  makeCase("levels are looked at before the size", {
    prices: flat,
    signals: { le: [0] },
    size: size("units", NaN),
    risk: [level("stopLoss", "price", 101)],
    expected: { trades: [], refused: { levelBeyondEntry: 1 } },
  }),
  makeCase('cashPolicy: "reject" refuses what does not fit', {
    prices: flat,
    signals: { le: [0] },
    size: size("units", 10),
    cashPolicy: "reject",
    commission: { perOrder: 0.01 },
    // 1000 + 0.01 > 1000.
    expected: { trades: [], refused: { buyingPower: 1 } },
  }),
  makeCase('cashPolicy: "reject" takes what fits exactly', {
    prices: flat,
    signals: { le: [0] },
    size: size("units", 10),
    cashPolicy: "reject",
    expected: { trades: [{ quantity: 10 }], ledger: [[1, 0, 10]] },
  }),
  makeCase('cashPolicy: "unlimited" borrows', {
    prices: flat,
    signals: { le: [0] },
    size: size("units", 11),
    cashPolicy: "unlimited",
    expected: { trades: [{ quantity: 11 }], ledger: [[1, -100, 11]], equity: [1000, 1000] },
  }),
  makeCase('cashPolicy: "reduce" takes what fits', {
    prices: flat,
    signals: { le: [0] },
    size: size("units", 11),
    expected: { trades: [{ quantity: 10 }], reducedOrders: 1 },
  }),
  makeCase("an entry that fits is not reduced", {
    prices: flat,
    signals: { le: [0] },
    size: size("percentOfEquity", 1),
    expected: { trades: [{ quantity: 10 }] },
  }),
  makeCase("reduce leaves room for every part of the commission, and cuts to whole lots", {
    prices: flat,
    signals: { le: [0] },
    size: size("units", 50),
    lot: 1,
    commission: { percent: 0.01, perUnit: 1, perOrder: 10 },
    // (1000 - 10) / (100 * 1.01 + 1) = 9.7, so 9: fee (10 + 9) + 0.01 * 900 = 28, cash 1000 - 900 - 28.
    expected: {
      trades: [{ quantity: 9, fees: 28, pnl: -28 }],
      reducedOrders: 1,
      ledger: [[1, 72, 9]],
    },
  }),
  makeCase("reduce with a minimum commission takes the smaller of both quantities", {
    prices: flat,
    signals: { le: [0] },
    size: size("units", 50),
    commission: { percent: 0.01, minimum: 50 },
    // 1000 / 101 = 9.9 against (1000 - 50) / 100 = 9.5: fee 50, nothing left.
    expected: { trades: [{ quantity: 9.5, fees: 50 }], reducedOrders: 1, ledger: [[1, 0, 9.5]] },
  }),
  makeCase("reduce with a minimum commission and a lot", {
    prices: flat,
    signals: { le: [0] },
    size: size("units", 50),
    lot: 2,
    commission: { percent: 0.01, minimum: 50 },
    // 9.5 is 4.75 lots: 8 units, cash 1000 - 800 - 50.
    expected: { trades: [{ quantity: 8, fees: 50 }], reducedOrders: 1, ledger: [[1, 150, 8]] },
  }),
  makeCase("reduce with a lot above what fits is refused", {
    prices: flat,
    signals: { le: [0] },
    size: size("units", 50),
    lot: 20,
    // 50 is 2 lots, 40 units; 10 fit, which is half a lot.
    expected: { trades: [], refused: { buyingPower: 1 } },
  }),
  makeCase("a minimum commission that takes all cash is refused", {
    prices: flat,
    signals: { le: [0] },
    commission: { minimum: 1000 },
    expected: { trades: [], refused: { buyingPower: 1 } },
  }),
  makeCase("leverage multiplies buying power, and what the commission takes of it", {
    prices: flat,
    signals: { le: [0] },
    size: size("units", 50),
    leverage: 2,
    lot: 1,
    commission: { percent: 0.01 },
    // 2000 / (100 * 1.02) = 19.6: 19 units, fee 19.
    expected: { trades: [{ quantity: 19, fees: 19 }], reducedOrders: 1, ledger: [[1, -919, 19]] },
  }),
  makeCase("the commission takes leverage times itself of the buying power", {
    prices: flat,
    signals: { le: [0] },
    size: size("units", 19.85),
    leverage: 2,
    cashPolicy: "reject",
    commission: { perOrder: 10 },
    // 1985 + 2 * 10 > 2000.
    expected: { trades: [], refused: { buyingPower: 1 } },
  }),
  makeCase("a short needs buying power as a long does", {
    prices: flat,
    signals: { se: [0] },
    size: size("units", 11),
    expected: { trades: [{ side: -1, quantity: 10 }], reducedOrders: 1, ledger: [[1, 2000, -10]] },
  }),
];
