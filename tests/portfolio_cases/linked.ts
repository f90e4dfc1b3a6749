import { makeCase, type PortfolioCase } from "./case.ts";

/** Brackets, groups, parents and orders that only reduce, section 3. */
export const linkedCases: readonly PortfolioCase[] = [
  makeCase("a bracket's stop takes the position out and nothing else", {
    prices: { A: [100, [100, 101, 99, 100], [99, 99, 88, 89], [89, 120, 89, 120]] },
    does: {
      0: (broker) => broker.buy("A", { quantity: 2, bracket: { stop: 0.1, takeProfit: 0.1 } }),
    },
    expected: {
      trades: [{ exitIndex: 2, exitPrice: 90, reason: "stopLoss", pnl: -20 }],
      orders: [{ status: "filled" }],
      equity: [1000, 1000, 980, 980],
      ledger: [[1, 0, 800, 2], [2, 0, 980, 0]],
    },
  }),
  makeCase(
    "a bracket whose target and stop are touched by one bar has one exit, and the bar is ambiguous",
    {
      prices: { A: [100, [100, 112, 88, 100]] },
      does: {
        0: (broker) => broker.buy("A", { quantity: 2, bracket: { stop: 0.1, takeProfit: 0.1 } }),
      },
      // (110 - 90) * 2 at stake.
      expected: {
        trades: [{ quantity: 2, exitIndex: 1, exitPrice: 90, reason: "stopLoss", ambiguous: 1 }],
        ambiguousBars: 1,
        ambiguousStake: 40,
        equity: [1000, 980],
      },
    },
  ),
  makeCase("bracket forms: distance, price and a trail, of a short", {
    prices: { A: [100, [100, 103, 90, 95], [95, 98, 93, 94]] },
    does: {
      0: (broker) =>
        broker.sell("A", {
          quantity: 1,
          bracket: { stop: { price: 120 }, takeProfit: { distance: 30 }, trail: { distance: 7 } },
        }),
    },
    // The low of 90 puts the trail at 97, which bar 2 touches.
    expected: {
      trades: [{ side: -1, exitIndex: 2, exitPrice: 97, reason: "trailingStop", pnl: 3 }],
    },
  }),
  makeCase(
    "a bracket whose stop is beyond the fill refuses the order: no position without its stop",
    {
      prices: { A: [100, 90] },
      does: { 0: (broker) => broker.buy("A", { quantity: 1, bracket: { stop: { price: 95 } } }) },
      expected: {
        trades: [],
        orders: [{ status: "rejected", reason: "levelBeyondEntry", endIndex: 1 }],
      },
    },
  ),
  makeCase(
    "an addition with a bracket puts its stop in the place of the old one, the target stays",
    {
      prices: { A: [100, 100, [120, 121, 119, 120], [112, 113, 99, 100]] },
      does: {
        0: (broker) => broker.buy("A", { quantity: 1, bracket: { stop: 0.2, takeProfit: 0.5 } }),
        1: (broker) => broker.buy("A", { quantity: 1, bracket: { stop: { price: 105 } } }),
      },
      // Average 110; out at 105.
      expected: {
        trades: [{ quantity: 2, entryPrice: 110, exitIndex: 3, exitPrice: 105, pnl: -10 }],
        orders: [{ status: "filled" }, { status: "filled" }],
      },
    },
  ),
  makeCase("an addition without a bracket moves the stop with the average", {
    prices: { A: [100, 100, [120, 121, 119, 120], [105, 113, 98, 100]] },
    does: {
      0: (broker) => broker.buy("A", { quantity: 1, bracket: { stop: 0.1 } }),
      1: (broker) => broker.buy("A", 1),
    },
    expected: {
      trades: [{ quantity: 2, entryPrice: 110, exitIndex: 3, exitPrice: 99, reason: "stopLoss" }],
    },
  }),
  makeCase("of a group the first to fill cancels the others in the same instant", {
    // Both the target of 110 and the stop of 90 lie in the bar: the first submitted fills.
    prices: { A: [100, 100, [100, 115, 85, 100]] },
    does: {
      0: (broker) => broker.buy("A", 2),
      1: (broker) => {
        const stop = broker.sell("A", { quantity: 2, stop: 90, reduceOnly: true });
        const target = broker.sell("A", { quantity: 2, limit: 110, reduceOnly: true });
        broker.oco([stop, target]);
      },
    },
    expected: {
      trades: [{ quantity: 2, exitPrice: 90, reason: "signal", pnl: -20 }],
      orders: [
        { status: "filled" },
        { status: "filled", filled: 2 },
        { status: "cancelled", reason: "oco", endIndex: 2, filled: 0 },
      ],
      equity: [1000, 1000, 980],
    },
  }),
  makeCase("a group by name goes over assets, and its name can be used again", {
    prices: { A: [100, [100, 101, 94, 95], 95], B: [50, [50, 51, 44, 45], [45, 45, 40, 42]] },
    does: {
      0: (broker) => {
        broker.buy("A", { quantity: 1, limit: 95, oco: "one of" });
        broker.buy("B", { quantity: 1, limit: 45, oco: "one of" });
      },
      1: (broker) => broker.buy("B", { quantity: 1, limit: 41, oco: "one of" }),
    },
    expected: {
      trades: [{ asset: 0, entryPrice: 95 }, { asset: 1, entryIndex: 2, entryPrice: 41 }],
      orders: [
        { status: "filled" },
        { status: "cancelled", reason: "oco", endIndex: 1 },
        { status: "filled" },
      ],
    },
  }),
  makeCase("a child works inside the bar at whose open its parent filled", {
    prices: { A: [100, [100, 108, 95, 101]] },
    does: {
      0: (broker) => {
        const parent = broker.buy("A", 1);
        const child = { quantity: 1, reduceOnly: true, parent, oco: "exit" };
        broker.sell("A", { ...child, stop: 90 });
        broker.sell("A", { ...child, limit: 105 });
      },
    },
    expected: {
      trades: [{ entryIndex: 1, exitIndex: 1, exitPrice: 105, pnl: 5 }],
      orders: [
        { status: "filled" },
        { status: "cancelled", reason: "oco" },
        { status: "filled", price: 105 },
      ],
    },
  }),
  makeCase("a child of a parent that filled inside the bar works from the next bar on", {
    prices: { A: [100, [100, 108, 94, 96], [97, 99, 89, 95]] },
    does: {
      0: (broker) => {
        const parent = broker.buy("A", { quantity: 1, limit: 95 });
        broker.sell("A", { quantity: 1, limit: 98, reduceOnly: true, parent });
      },
    },
    expected: { trades: [{ entryIndex: 1, entryPrice: 95, exitIndex: 2, exitPrice: 98, pnl: 3 }] },
  }),
  makeCase("a market child fills at the open after its parent's fill", {
    prices: { A: [100, 101, 102], B: [50, 51, 52] },
    does: {
      0: (broker) => broker.sell("B", { quantity: 1, parent: broker.buy("A", 1) }),
    },
    expected: {
      trades: [{ asset: 0, entryIndex: 1 }, { asset: 1, entryIndex: 2, entryPrice: 52 }],
    },
  }),
  makeCase("a trailing child starts from its parent's fill", {
    // Best 110 at the fill: level 105, although the close at submission was 100.
    prices: { A: [100, [110, 111, 104, 106]] },
    does: {
      0: (broker) => {
        const parent = broker.buy("A", 1);
        broker.sell("A", { quantity: 1, trail: { distance: 5 }, reduceOnly: true, parent });
      },
    },
    expected: { trades: [{ entryPrice: 110, exitIndex: 1, exitPrice: 105, pnl: -5 }] },
  }),
  makeCase("children of a parent that is rejected, cancelled or has nothing to do never work", {
    prices: { A: [100, 100, [100, 120, 80, 100]] },
    does: {
      0: (broker) => {
        const refused = broker.buy("A", { quantity: 1, bracket: { stop: { price: 100 } } });
        const child = broker.sell("A", { quantity: 1, limit: 110, parent: refused });
        broker.buy("A", { quantity: 1, limit: 90, parent: child });
        const cancelled = broker.buy("A", { quantity: 1, limit: 95 });
        broker.sell("A", { quantity: 1, stop: 90, parent: cancelled });
        broker.cancel(cancelled);
        const met = broker.orderTargetQuantity("A", 0);
        broker.sell("A", { quantity: 1, stop: 90, parent: met });
      },
      1: (broker) => broker.buy("A", { quantity: 1, limit: 90, parent: 4 }),
    },
    expected: {
      trades: [],
      orders: [
        { status: "rejected", reason: "levelBeyondEntry" },
        { status: "cancelled", reason: "parent", endIndex: 1 },
        { status: "cancelled", reason: "parent", endIndex: 1 },
        { status: "cancelled", reason: "cancelled" },
        { status: "cancelled", reason: "parent", endIndex: 0 },
        { status: "filled", reason: null, filled: 0 },
        { status: "cancelled", reason: "parent", endIndex: 1 },
        { status: "cancelled", reason: "parent", endIndex: 1 },
      ],
    },
  }),
  makeCase("reduceOnly closes what there is, and is cancelled where there is nothing", {
    prices: { A: [100, 100, 110, 110] },
    does: {
      0: (broker) => {
        broker.buy("A", 2);
        broker.sell("A", { quantity: 5, limit: 105, reduceOnly: true });
      },
      2: (broker) => broker.sell("A", { quantity: 5, reduceOnly: true }),
    },
    expected: {
      trades: [{ quantity: 2, exitIndex: 2, exitPrice: 110, reason: "signal" }],
      orders: [
        { status: "filled" },
        { status: "filled", reason: null, filled: 2 },
        { status: "cancelled", reason: "noPosition", endIndex: 3 },
      ],
    },
  }),
  makeCase("closing a position cancels its reduceOnly orders and no other", {
    prices: { A: [100, 100, 100, [100, 120, 80, 100]] },
    does: {
      0: (broker) => broker.buy("A", 1),
      1: (broker) => {
        broker.sell("A", { quantity: 1, stop: 90, reduceOnly: true });
        broker.buy("A", { quantity: 1, limit: 85 });
        broker.close("A");
      },
    },
    expected: {
      trades: [{ exitIndex: 2 }, { entryIndex: 3, entryPrice: 85 }],
      orders: [
        { status: "filled" },
        { status: "cancelled", reason: "noPosition", endIndex: 2 },
        { status: "filled" },
        { status: "filled" },
      ],
    },
  }),
];
