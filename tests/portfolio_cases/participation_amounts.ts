import type { PortfolioCase } from "./case.ts";
import { tenth } from "./tenth.ts";

/** How much of an order is left where volume has let a part of it fill, and when that is given up, section 11. */
export const participationAmountCases: readonly PortfolioCase[] = [
  tenth("less than 1e-9 of an order is not left to fill", {
    prices: { A: [10, 10, 10, 10], B: [10, 10, 10, 10] },
    volume: { A: [0, 50, 50 - 75e-9, 50], B: [0, 50, 50 - 75e-9, 50] },
    settings: { maxQuantity: 10 },
    does: {
      0: (broker) => {
        broker.buy("A", 10);
        broker.buy("B", 12);
      },
    },
    expected: {
      trades: [{ quantity: 10 - 75e-10 }, { quantity: 10 - 75e-10 }],
      orders: [
        { status: "filled", endIndex: 2, filled: 10 - 75e-10 },
        { status: "filled", endIndex: 2, filled: 10 - 75e-10 },
      ],
    },
  }),
  tenth("less than 1e-9 of a closing order is not left to fill", {
    prices: { A: [10, 10, 10, 10, 10] },
    volume: { A: [0, 200, 50, 50 - 75e-9, 50] },
    does: { 0: (broker) => broker.buy("A", 20), 1: (broker) => broker.sell("A", 10) },
    expected: {
      trades: [
        { quantity: 5, exitIndex: 2 },
        { quantity: 5 - 75e-10, exitIndex: 3 },
        { quantity: 10 + 75e-10, reason: "open" },
      ],
      orders: [{ status: "filled" }, { status: "filled", endIndex: 3, filled: 10 - 75e-10 }],
    },
  }),
  tenth("of a position it closes whole an order leaves nothing, however little", {
    prices: { A: [10, 10, 10, 10, 10] },
    volume: { A: [0, 200, 50, 50 - 75e-9, 50] },
    does: { 0: (broker) => broker.buy("A", 10), 1: (broker) => broker.sell("A", 10) },
    expected: {
      trades: [
        { quantity: 5, exitIndex: 2 },
        { quantity: 5 - 75e-10, exitIndex: 3 },
        { quantity: 75e-10, exitIndex: 4, reason: "signal" },
      ],
      orders: [{ status: "filled" }, { status: "filled", endIndex: 4, filled: 10 }],
    },
  }),
  tenth("a reduceOnly order closes in parts and never opens", {
    prices: { A: [10, 10, 10, 10] },
    volume: { A: [0, 40, 30, 30] },
    does: {
      0: (broker) => broker.buy("A", 4),
      1: (broker) => broker.sell("A", { quantity: 7, reduceOnly: true }),
    },
    expected: {
      trades: [{ quantity: 3, exitIndex: 2 }, { quantity: 1, exitIndex: 3, reason: "signal" }],
      orders: [{ status: "filled" }, { status: "filled", endIndex: 3, filled: 4 }],
    },
  }),
  tenth("value is counted once, at the first part; a target anew each time", {
    prices: { A: [10, 10, 20], B: [10, 10, 20] },
    volume: { A: [0, 30, 1000], B: [0, 30, 1000] },
    does: {
      0: (broker) => {
        broker.buy("A", { value: 50 });
        broker.orderTargetValue("B", 80);
      },
    },
    // A: 5 units at 10, 3 and 2. B: 3, then 80 / 20 = 4: one more.
    expected: {
      trades: [{ asset: 0, quantity: 5 }, { asset: 1, quantity: 4 }],
      orders: [{ status: "filled", filled: 5 }, { status: "filled", filled: 4 }],
    },
  }),
  tenth("a fraction of the equity and a risk are counted once, at the first part of what opens", {
    prices: { A: [10, 10, 20], B: [10, 10, 12] },
    volume: { A: [0, 300, 1000], B: [0, 40, 1000] },
    settings: { cashPolicy: "unlimited" },
    does: {
      0: (broker) => {
        broker.buy("A", { equityFraction: 0.5 });
        broker.buy("B", { risk: 20, bracket: { stop: { distance: 2 } } });
      },
    },
    // A: 500 / 10; 30, then 20. B: 20 / 2; 4, then 6.
    expected: {
      trades: [{ asset: 0, quantity: 50, entryPrice: 14 }, { asset: 1, quantity: 10 }],
      orders: [{ status: "filled", filled: 50 }, { status: "filled", filled: 10 }],
    },
  }),
  tenth("what turns a position round closes in parts, then opens its own quantity in parts", {
    prices: { A: [10, 10, 10, 10, 20], B: [10, 10, 10, 10, 20] },
    volume: { A: [0, 40, 30, 30, 30], B: [0, 40, 30, 30, 30] },
    does: {
      0: (broker) => ["A", "B"].forEach((symbol) => broker.buy(symbol, 4)),
      1: (broker) => {
        broker.sell("A", { quantity: 3, reverse: true });
        broker.sell("B", { value: 30, reverse: true });
      },
    },
    // 3 out; 1 out and 2 short; 1 more short, although 20 would make a value of 30 fewer.
    expected: {
      trades: [
        { asset: 0, quantity: 3, exitIndex: 2, reason: "reverse" },
        { asset: 1, quantity: 3, exitIndex: 2, reason: "reverse" },
        { asset: 0, quantity: 1, exitIndex: 3, reason: "reverse" },
        { asset: 1, quantity: 1, exitIndex: 3, reason: "reverse" },
        { asset: 0, side: -1, quantity: 3, entryIndex: 3, reason: "open" },
        { asset: 1, side: -1, quantity: 3, entryIndex: 3, reason: "open" },
      ],
      orders: [
        { status: "filled" },
        { status: "filled" },
        { status: "filled", endIndex: 4, filled: 7 },
        { status: "filled", endIndex: 4, filled: 7 },
      ],
    },
  }),
  tenth("a target that the price has met, or passed, between its parts is filled", {
    prices: { A: [10, 10, 40], B: [10, 10, 20] },
    volume: { A: [0, 30, 1000], B: [0, 30, 1000] },
    does: {
      0: (broker) => {
        broker.orderTargetValue("A", 80);
        broker.orderTargetValue("B", 60);
      },
    },
    // At 40, 80 are 2 units and 3 are held: nothing is sold.
    expected: {
      trades: [{ asset: 0, quantity: 3 }, { asset: 1, quantity: 3 }],
      orders: [
        { status: "filled", endIndex: 2, filled: 3 },
        { status: "filled", endIndex: 2, filled: 3 },
      ],
    },
  }),
  tenth("maxQuantity and minQuantity are about the whole leg", {
    prices: { A: [10, 10, 10, 10], B: [10, 10, 10, 10] },
    volume: { A: [0, 20, 20, 20], B: [0, 20, 20, 20] },
    settings: { maxQuantity: 5, minQuantity: 3 },
    does: {
      0: (broker) => {
        broker.buy("A", 9);
        broker.buy("B", 2);
      },
    },
    // 2, 2 and 1 of 5.
    expected: {
      trades: [{ asset: 0, quantity: 5 }],
      orders: [
        { status: "filled", endIndex: 3, filled: 5 },
        { status: "rejected", reason: "sizeTooSmall", endIndex: 1 },
      ],
    },
  }),
  tenth("a part that buying power makes smaller is the last", {
    prices: { A: [10, 10, 10, 10] },
    volume: { A: [0, 60, 60, 60] },
    settings: { cash: 80 },
    does: { 0: (broker) => broker.buy("A", 20) },
    expected: {
      trades: [{ quantity: 8 }],
      orders: [{ status: "filled", reason: null, endIndex: 2, filled: 8 }],
      reducedOrders: 1,
    },
  }),
  tenth("a part that is refused leaves the order filled with what it has, and the reason", {
    prices: { A: [10, 10, 10, 10] },
    volume: { A: [0, 60, 60, 60] },
    settings: { cash: 80, cashPolicy: "reject" },
    does: { 0: (broker) => broker.buy("A", 20) },
    expected: {
      trades: [{ quantity: 6 }],
      orders: [{ status: "filled", reason: "buyingPower", endIndex: 2, filled: 6 }],
    },
  }),
  tenth("what is left can be cancelled, and then has a filled quantity", {
    prices: { A: [10, 10, 10, 10] },
    volume: { A: [0, 20, 20, 20] },
    does: { 0: (broker) => broker.buy("A", 9), 2: (broker) => broker.cancel(1) },
    expected: {
      trades: [{ quantity: 4 }],
      orders: [{ status: "cancelled", reason: "cancelled", endIndex: 2, filled: 4, price: 10 }],
    },
  }),
  tenth("what is left can be made more or less", {
    prices: { A: [10, 10, 10, 10] },
    volume: { A: [0, 20, 20, 20] },
    does: { 0: (broker) => broker.buy("A", 9), 1: (broker) => broker.modify(1, { amount: 3 }) },
    expected: {
      trades: [{ quantity: 3 }],
      orders: [{ status: "filled", endIndex: 2, filled: 3 }],
    },
  }),
  tenth("what is left of a value changes in proportion, and can come to nothing in lots", {
    prices: { A: [10, 10, 20, 20], B: [10, 10, 10, 10] },
    volume: { A: [0, 20, 20, 20], B: [0, 40, 40, 40] },
    settings: { assets: { B: { lot: 1 } } },
    does: {
      0: (broker) => {
        broker.buy("A", { value: 90 });
        broker.buy("B", 9);
      },
      1: (broker) => {
        broker.modify(1, { amount: 30 });
        broker.modify(2, { amount: 4.5 });
      },
    },
    // A: 9 units at 10 become 3. B: 4 have filled, and 4.5 are no more in lots.
    expected: {
      trades: [{ asset: 0, quantity: 3 }, { asset: 1, quantity: 4 }],
      ledger: [[1, 0, 980, 2], [1, 1, 940, 4], [2, 0, 920, 3]],
      orders: [
        { status: "filled", endIndex: 2, filled: 3 },
        { status: "filled", endIndex: 2, filled: 4 },
      ],
    },
  }),
  tenth("a target that is held up ends where a newer one works", {
    prices: { A: [10, 10, 10, 10, 10] },
    volume: { A: [0, 30, 30, 30, 30] },
    does: {
      0: (broker) => broker.orderTargetQuantity("A", 20),
      2: (broker) => broker.orderTargetQuantity("A", 4),
    },
    expected: {
      trades: [{ quantity: 2, exitIndex: 3 }, { quantity: 4, reason: "open" }],
      orders: [
        { status: "cancelled", reason: "cancelled", endIndex: 2, filled: 6 },
        { status: "filled", endIndex: 3, filled: 2, side: -1 },
      ],
    },
  }),
  tenth("of two targets of one bar the older ends when it is held up", {
    prices: { A: [10, 10, 10, 10] },
    volume: { A: [0, 30, 30, 30] },
    does: {
      0: (broker) => {
        broker.orderTargetQuantity("A", 20);
        broker.orderTargetQuantity("A", 4);
      },
    },
    expected: {
      trades: [{ quantity: 4, reason: "open" }],
      orders: [
        { status: "cancelled", reason: "cancelled", endIndex: 1, filled: 3 },
        { status: "filled", endIndex: 2, filled: 1 },
      ],
    },
  }),
  tenth("a child that wakes is a newer target too", {
    prices: { A: [10, 10, 10, 10], B: [10, 10, [10, 10, 9, 10], 10] },
    volume: { A: [0, 30, 30, 30], B: [0, 30, 30, 30] },
    does: {
      0: (broker) => {
        broker.orderTargetQuantity("A", 20);
        const parent = broker.buy("B", { quantity: 1, limit: 9 });
        broker.orderTargetQuantity("A", 4, { parent });
      },
    },
    expected: {
      trades: [{ asset: 0, quantity: 2, exitIndex: 3 }, { quantity: 4 }, { asset: 1 }],
      orders: [
        { status: "cancelled", reason: "cancelled", endIndex: 2, filled: 6 },
        { status: "filled", endIndex: 2 },
        { status: "filled", endIndex: 3, filled: 2 },
      ],
    },
  }),
  tenth("a close ends a target that is held up, and gets its room", {
    prices: { A: [10, 10, 10, 10] },
    volume: { A: [0, 30, 30, 30] },
    settings: { orderPriority: "fifo" },
    does: {
      0: (broker) => broker.orderTargetQuantity("A", 20),
      1: (broker) => broker.close("A"),
    },
    expected: {
      trades: [{ quantity: 3, exitIndex: 2 }],
      orders: [{ status: "cancelled", endIndex: 1, filled: 3 }, { status: "filled", filled: 3 }],
    },
  }),
];
