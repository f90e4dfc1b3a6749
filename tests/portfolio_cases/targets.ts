import { makeCase, type PortfolioCase } from "./case.ts";

/** Quantities by value and targets, lots, multipliers and buying power over several assets, sections 3 and 4. */
export const targetCases: readonly PortfolioCase[] = [
  makeCase("a value is counted over the base price of the fill", {
    prices: { A: [100, 80] },
    does: { 0: (broker) => broker.buy("A", { value: 400 }) },
    expected: { trades: [{ quantity: 5, entryPrice: 80 }] },
  }),
  makeCase("targets buy or sell what is missing when they fill", {
    prices: { A: [100, 100, 125, 125, 125] },
    does: {
      0: (broker) => broker.orderTargetPercent("A", 0.5),
      1: (broker) => broker.orderTargetValue("A", 250),
      2: (broker) => broker.orderTargetQuantity("A", -1),
      3: (broker) => broker.orderTargetQuantity("A", -1),
    },
    // 5 of 500; at 125 only 2 are 250; then 2 out and 1 short; then nothing is missing.
    expected: {
      trades: [
        { quantity: 3, exitIndex: 2, exitPrice: 125, reason: "signal", pnl: 75 },
        { quantity: 2, exitIndex: 3, reason: "reverse", pnl: 50 },
        { side: -1, quantity: 1, entryIndex: 3, reason: "open" },
      ],
      orders: [
        { status: "filled", filled: 5, side: 1 },
        { status: "filled", filled: 3, side: -1 },
        { status: "filled", filled: 3, side: -1 },
        { status: "filled", reason: null, filled: 0, side: 0, endIndex: 4 },
      ],
      equity: [1000, 1000, 1125, 1125, 1125],
    },
  }),
  makeCase("a target percent is of the equity at its submission, at the price of its fill", {
    prices: { A: [100, 50] },
    does: { 0: (broker) => broker.orderTargetPercent("A", 0.5) },
    expected: { trades: [{ quantity: 10, entryPrice: 50 }] },
  }),
  makeCase("targets are whole lots, and so are the steps to them", {
    // 45% of 1000 at 100: 4 of 4.5; 25% of 1000: 2 of 2.5, so 2 go out.
    prices: { A: [100, 100, 100] },
    settings: { lot: 1 },
    does: {
      0: (broker) => broker.orderTargetPercent("A", 0.45),
      1: (broker) => broker.orderTargetPercent("A", 0.25),
    },
    expected: {
      trades: [{ quantity: 2, reason: "signal" }, { quantity: 2, reason: "open" }],
    },
  }),
  makeCase("a target that rounding has missed by a hair is met: nothing is traded, nothing paid", {
    // 0.3 - 0.1 is not 0.2.
    prices: { A: [100, 100, 100, 100] },
    settings: { commission: { perOrder: 1 } },
    does: {
      0: (broker) => broker.buy("A", 0.3),
      1: (broker) => broker.sell("A", 0.1),
      2: (broker) => broker.orderTargetQuantity("A", 0.2),
    },
    expected: {
      trades: [{ reason: "signal" }, { quantity: 0.3 - 0.1, reason: "open" }],
      orders: [
        { status: "filled" },
        { status: "filled" },
        { status: "filled", reason: null, filled: 0, fee: 0 },
      ],
      equity: [1000, 999, 998, 998],
    },
  }),
  makeCase("two targets of one asset and one bar do not add up", {
    prices: { A: [100, 100] },
    does: {
      0: (broker) => {
        broker.orderTargetQuantity("A", 3);
        broker.orderTargetQuantity("A", 3);
      },
    },
    expected: {
      trades: [{ quantity: 3 }],
      orders: [{ status: "filled", filled: 3 }, { status: "filled", filled: 0 }],
    },
  }),
  makeCase("targets shrink one position to pay for another", {
    prices: { A: [100, 100, 100], B: [50, 50, 50] },
    does: {
      0: (broker) => broker.orderTargetPercent("B", 1),
      1: (broker) => {
        broker.orderTargetPercent("A", 0.5);
        broker.orderTargetPercent("B", 0.5);
      },
    },
    expected: {
      trades: [{ asset: 1, quantity: 10 }, { asset: 0, quantity: 5 }, { asset: 1, quantity: 10 }],
      ledger: [[1, 1, 0, 20], [2, 1, 500, 10], [2, 0, 0, 5]],
    },
  }),
  makeCase("buying power counts every position, at last closes and the fill's own base", {
    // After bar 1: A 5 at 100. Bar 2: equity 1000 less 500 held leaves 500: 5 of B at 100.
    prices: { A: [100, 100, 200], B: [100, 100, 100] },
    does: { 0: (broker) => broker.buy("A", 5), 1: (broker) => broker.buy("B", 8) },
    expected: {
      trades: [{ asset: 0, quantity: 5 }, { asset: 1, quantity: 5 }],
      reducedOrders: 1,
      equity: [1000, 1000, 1500],
    },
  }),
  makeCase("under margin a short sale brings in nothing to spend", {
    prices: { A: [100, 100, 100], B: [100, 100, 100] },
    does: { 0: (broker) => broker.sell("A", 6), 1: (broker) => broker.buy("B", 10) },
    expected: {
      trades: [{ asset: 0, quantity: 6 }, { asset: 1, quantity: 4 }],
      reducedOrders: 1,
    },
  }),
  makeCase("under credit it buys, but makes no room for more shorts", {
    prices: { A: [100, 100, 100], B: [100, 100, 100] },
    settings: { shortProceeds: "credit", cashPolicy: "reject" },
    does: {
      0: (broker) => broker.sell("A", 10),
      1: (broker) => {
        broker.sell("A", 1);
        broker.buy("B", 20);
        broker.buy("B", 1);
      },
    },
    expected: {
      trades: [{ asset: 0, quantity: 10 }, { asset: 1, quantity: 20 }],
      orders: [
        { status: "filled" },
        { status: "rejected", reason: "buyingPower" },
        { status: "filled" },
        { status: "rejected", reason: "buyingPower" },
      ],
    },
  }),
  makeCase("leverage is of the equity of the account", {
    prices: { A: [100, 100], B: [100, 100] },
    settings: { leverage: 2, cashPolicy: "reject" },
    does: {
      0: (broker) => {
        broker.buy("A", 12);
        broker.buy("B", 9);
        broker.sell("B", 8);
      },
    },
    expected: {
      trades: [{ asset: 0, quantity: 12 }, { asset: 1, side: -1, quantity: 8 }],
      orders: [
        { status: "filled" },
        { status: "rejected", reason: "buyingPower" },
        { status: "filled" },
      ],
    },
  }),
  makeCase("a multiplier and a tick of an asset: values, fees, power and profit count in money", {
    // 2 contracts of 10.5 * 20; fee 1% of 420.
    prices: { F: [10.4, 10.4, [12, 13, 11, 12]], A: [10.4, 10.4, 12] },
    settings: {
      assets: {
        F: {
          multiplier: 20,
          tick: 0.5,
          commission: {
            percent: 0.01,
            perUnit: 0,
            perOrder: 0,
            minimum: 0,
            maximum: 0,
            tiers: [],
          },
        },
      },
    },
    does: {
      0: (broker) => {
        broker.buy("F", 2);
        broker.buy("A", 1);
      },
      1: (broker) => broker.close("F"),
    },
    // Sold at 12: 480, fee 4.8; profit 1.5 * 2 * 20 - 4.2 - 4.8; slippage 0.1 * 40.
    expected: {
      trades: [
        {
          asset: 0,
          entryPrice: 10.5,
          exitPrice: 12,
          pnl: 51,
          fees: 9,
          slippage: 4,
          mfe: 60,
          mae: -4,
        },
        { asset: 1, entryPrice: 10.4, pnl: 1.6 },
      ],
      equity: [1000, 1000 - 424.2 + 416, 1052.6],
    },
  }),
  makeCase("with a multiplier what fits is counted with it", {
    prices: { F: [10, 10] },
    settings: { assets: { F: { multiplier: 20 } }, lot: 1 },
    does: { 0: (broker) => broker.buy("F", 9) },
    expected: { trades: [{ quantity: 5 }], reducedOrders: 1 },
  }),
  makeCase("a value and a target of an asset with a multiplier", {
    prices: { F: [10, 10, 10] },
    settings: { assets: { F: { multiplier: 20 } } },
    does: {
      0: (broker) => broker.buy("F", { value: 400 }),
      1: (broker) => broker.orderTargetPercent("F", 0.2),
    },
    expected: { trades: [{ quantity: 1, reason: "signal" }, { quantity: 1, reason: "open" }] },
  }),
];
