import { makeCase, type PortfolioCase } from "./case.ts";

/** Quantities that follow from the account when the order fills, and orders that turn a position round, section 3. */
export const atFillCases: readonly PortfolioCase[] = [
  makeCase("a fraction of equity is of that when the order fills, after what was sold before it", {
    prices: { A: [100, 100, 150], B: [50, 50, 50] },
    does: {
      0: (broker) => broker.buy("A", 10),
      1: (broker) => {
        broker.buy("B", { equityFraction: 0.5 });
        broker.close("A");
      },
    },
    // 1,500 in cash when B is bought, though the equity at the close before was 1,000.
    expected: { trades: [{ asset: 0, quantity: 10 }, { asset: 1, quantity: 15 }] },
  }),
  makeCase(
    "a fraction of equity counts what is held at its last close and what it adds to at its base",
    {
      prices: { A: [100, 100, 200], B: [50, 50, 50] },
      does: {
        0: (broker) => {
          broker.buy("A", 2);
          broker.buy("B", 2);
        },
        1: (broker) => broker.buy("A", { equityFraction: 0.5 }),
      },
      // 700 in cash, 2 of A at 200, 2 of B at 50: half of 1,200 at 200.
      expected: { trades: [{ asset: 0, quantity: 5 }, { asset: 1, quantity: 2 }] },
    },
  ),
  makeCase("a fraction of equity that is below 0 opens nothing", {
    prices: { A: [100, 100, 10] },
    does: {
      0: (broker) => broker.buy("A", 20),
      1: (broker) => {
        broker.buy("A", { equityFraction: 0.5 });
        broker.sell("A", { equityFraction: 0.5 });
      },
    },
    settings: { cashPolicy: "unlimited" },
    expected: {
      trades: [{ quantity: 20, exitIndex: 2, reason: "reverse" }],
      orders: [
        { status: "filled" },
        { status: "rejected", reason: "sizeTooSmall" },
        { status: "filled", filled: 20, reason: "sizeTooSmall" },
      ],
      ruinIndex: 2,
    },
  }),
  makeCase("a risk is what the first stop loses", {
    prices: { A: [100, 100], B: [100, 50] },
    does: {
      0: (broker) => {
        broker.buy("A", { risk: 20, bracket: { stop: { distance: 5 } } });
        broker.sell("B", { equityRisk: 0.01, bracket: { stop: 0.1, trail: { distance: 4 } } });
      },
    },
    settings: { assets: { B: { multiplier: 10 } } },
    // 20 / 5; the nearer stop of B is 4 above 50: 10 / (4 * 10).
    expected: {
      trades: [{ asset: 0, quantity: 4 }, { asset: 1, quantity: 0.25, side: -1 }],
      orders: [{ status: "filled" }, { status: "filled", filled: 0.25 }],
    },
  }),
  makeCase("an addition counts its risk to the stop that is in force", {
    prices: { A: [100, 100, 100] },
    does: {
      0: (broker) => broker.buy("A", { risk: 20, bracket: { stop: { price: 90 } } }),
      1: (broker) => broker.buy("A", { risk: 30 }),
    },
    expected: { trades: [{ quantity: 5, entryPrice: 100 }] },
  }),
  makeCase("a risk without a stop is rejected", {
    prices: { A: [100, 100] },
    does: { 0: (broker) => broker.buy("A", { risk: 20 }) },
    expected: { trades: [], orders: [{ status: "rejected", reason: "sizeUndefined" }] },
  }),
  makeCase("a reversing order closes all that is against it and opens all of its quantity", {
    prices: { A: [100, 100, 110, 110] },
    does: {
      0: (broker) => broker.buy("A", 5),
      1: (broker) => broker.sell("A", { quantity: 2, reverse: true }),
      2: (broker) => broker.sell("A", { value: 110, reverse: true }),
    },
    expected: {
      trades: [
        { side: 1, quantity: 5, exitIndex: 2, reason: "reverse", pnl: 50 },
        { side: -1, quantity: 3, entryPrice: 110, reason: "open" },
      ],
      orders: [
        { status: "filled" },
        { status: "filled", filled: 7 },
        { status: "filled", filled: 1 },
      ],
    },
  }),
  makeCase("what is sized when it fills turns a position round, sized with what that has brought", {
    prices: { A: [100, 100, 200, 200] },
    does: {
      0: (broker) => broker.buy("A", 10),
      1: (broker) => broker.sell("A", { equityFraction: 0.5 }),
      2: (broker) => broker.buy("A", { equityRisk: 0.1, bracket: { stop: 0.5 } }),
    },
    // 2,000 in cash after the sale: 5 short; then 10 in the hundred of 2,000 at 100 a unit.
    expected: {
      trades: [
        { side: 1, quantity: 10, reason: "reverse", pnl: 1000 },
        { side: -1, quantity: 5, reason: "reverse", pnl: 0 },
        { side: 1, quantity: 2, reason: "open" },
      ],
      equity: [1000, 1000, 2000, 2000],
    },
  }),
  makeCase("a reversal whose opening leg is refused has closed", {
    prices: { A: [100, 100, 100] },
    does: {
      0: (broker) => broker.buy("A", 5),
      1: (broker) => broker.sell("A", { equityRisk: 0.1 }),
    },
    expected: {
      trades: [{ quantity: 5, reason: "reverse" }],
      orders: [{ status: "filled" }, { status: "filled", reason: "sizeUndefined", filled: 5 }],
    },
  }),
  makeCase("a close can say that it is half of a reversal", {
    prices: { A: [100, 100, 100] },
    does: {
      0: (broker) => broker.buy("A", 5),
      1: (broker) => broker.close("A", { reverse: true }),
    },
    expected: { trades: [{ quantity: 5, reason: "reverse" }] },
  }),
];
