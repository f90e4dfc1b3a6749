import type { PortfolioCase } from "./case.ts";
import { tenth } from "./tenth.ts";

/** What is left of orders for a price, an open, a close or a time where volume is short, section 11. */
export const participationRestingCases: readonly PortfolioCase[] = [
  tenth("the rest of a limit stays at its limit, and fills where it is reached again", {
    prices: { A: [10, [10, 11, 9, 10], [10, 11, 9.5, 10], [8, 9, 8, 8]] },
    volume: { A: [0, 30, 30, 30] },
    does: { 0: (broker) => broker.buy("A", { quantity: 5, limit: 9 }) },
    // 3 at 9; not reached; 2 at the open of 8.
    expected: {
      trades: [{ quantity: 5, entryIndex: 1, entryPrice: 8.6 }],
      orders: [{ status: "filled", endIndex: 3, filled: 5, price: 8.6 }],
    },
  }),
  tenth("a limit that the open has reached fills once on its bar", {
    prices: { A: [10, [8, 11, 7, 10], 8] },
    volume: { A: [0, 30, 30] },
    does: { 0: (broker) => broker.buy("A", { quantity: 5, limit: 9 }) },
    expected: {
      trades: [{ quantity: 5, entryPrice: 8 }],
      ledger: [[1, 0, 976, 3], [2, 0, 960, 5]],
    },
  }),
  tenth("the rest of a stop goes out at the opens, wherever they are", {
    prices: { A: [10, 10, [10, 10, 8, 9.5], [11, 12, 11, 12]] },
    volume: { A: [0, 100, 30, 100] },
    does: {
      0: (broker) => broker.buy("A", 5),
      1: (broker) => broker.sell("A", { quantity: 5, stop: 9 }),
    },
    expected: {
      trades: [
        { quantity: 3, exitIndex: 2, exitPrice: 9 },
        { quantity: 2, exitIndex: 3, exitPrice: 11 },
      ],
      orders: [{ status: "filled" }, { status: "filled", endIndex: 3, filled: 5, price: 9.8 }],
    },
  }),
  tenth("a stop that is reached where no room is left goes out at the next open", {
    prices: { A: [10, 10, [10, 10, 8, 9.5], [11, 12, 11, 12]] },
    volume: { A: [0, 100, 30, 100] },
    does: {
      0: (broker) => broker.buy("A", 5),
      1: (broker) => {
        broker.sell("A", 3);
        broker.sell("A", { quantity: 2, stop: 9 });
      },
    },
    expected: {
      trades: [
        { quantity: 3, exitIndex: 2, exitPrice: 10 },
        { quantity: 2, exitIndex: 3, exitPrice: 11 },
      ],
    },
  }),
  tenth("a trailing stop that is reached moves its level no more", {
    prices: { A: [10, 10, [10, 12, 8, 9.5], [11, 20, 11, 20], 20] },
    volume: { A: [0, 100, 10, 10, 100] },
    does: {
      [-1]: (broker) => broker.buy("A", { quantity: 3, type: "marketOnOpen" }),
      1: (broker) => broker.sell("A", { quantity: 3, trail: { distance: 1 }, reduceOnly: true }),
    },
    // 10 less 1; 1 at 9, 1 at 11, 1 at 20.
    expected: {
      trades: [
        { quantity: 1, exitIndex: 2, exitPrice: 9 },
        { quantity: 1, exitIndex: 3, exitPrice: 11 },
        { quantity: 1, exitIndex: 4, exitPrice: 20 },
      ],
      orders: [{ status: "filled" }, { status: "filled", stop: 9, price: 40 / 3 }],
    },
  }),
  tenth("a stop-limit that is reached goes on as a limit", {
    prices: { A: [10, [10, 12, 10, 12], [10, 10.5, 10, 10], [13, 14, 11.5, 13]] },
    volume: { A: [0, 20, 20, 20] },
    does: { 0: (broker) => broker.buy("A", { quantity: 5, stop: 11, limit: 12 }) },
    // 2 at the stop of 11, 2 at the open of 10 though that is below the stop, 1 at the limit of 12.
    expected: {
      trades: [{ quantity: 5, entryIndex: 1, entryPrice: 10.8 }],
      orders: [{ status: "filled", endIndex: 3, price: 10.8 }],
    },
  }),
  tenth("the rest of limitOnOpen tries the next open, and expires beyond its limit", {
    prices: { A: [10, [10, 10, 8, 9], [9, 9, 8, 9], [11, 11, 8, 9], 9] },
    volume: { A: [0, 20, 20, 20, 20] },
    does: { 0: (broker) => broker.buy("A", { quantity: 5, type: "limitOnOpen", limit: 10 }) },
    expected: {
      trades: [{ quantity: 4, entryPrice: 9.5 }],
      orders: [{ status: "expired", reason: "expired", endIndex: 3, filled: 4, price: 9.5 }],
    },
  }),
  tenth("the rest of limitOnClose tries the next close, that of marketOnClose the next open", {
    prices: { A: [10, 10, [11, 11, 9, 9]], B: [10, 10, [11, 11, 9, 9]] },
    volume: { A: [0, 20, 20], B: [0, 20, 20] },
    does: {
      0: (broker) => {
        broker.buy("A", { quantity: 3, type: "limitOnClose", limit: 10 });
        broker.buy("B", { quantity: 3, type: "marketOnClose" });
      },
    },
    expected: {
      trades: [{ asset: 0, entryPrice: 29 / 3 }, { asset: 1, entryPrice: 31 / 3 }],
      orders: [{ status: "filled", endIndex: 2 }, { status: "filled", endIndex: 2 }],
    },
  }),
  tenth("day and gtd end what is left", {
    prices: { A: [10, 10, 10, 10], B: [10, 10, 10, 10] },
    volume: { A: [0, 20, 20, 20], B: [0, 20, 20, 20] },
    does: {
      0: (broker, bars) => {
        broker.buy("A", { quantity: 9, tif: "day" });
        broker.buy("B", { quantity: 9, tif: "gtd", until: bars!.time + 2 * 86_400_000 });
      },
    },
    expected: {
      trades: [{ asset: 0, quantity: 2 }, { asset: 1, quantity: 4 }],
      orders: [
        { status: "expired", reason: "expired", endIndex: 2, filled: 2 },
        { status: "expired", reason: "expired", endIndex: 3, filled: 4 },
      ],
    },
  }),
  tenth("a day order for this close ends with this day, with or without a part", {
    prices: { A: [10, 10, 10], B: [10, 10, 10] },
    volume: { A: [20, 20, 20], B: [20, 20, 20] },
    settings: { lot: 2, execution: { fill: "close" } },
    does: {
      0: (broker) => {
        broker.buy("A", { quantity: 8, tif: "day" });
        broker.buy("B", 2);
        broker.buy("B", { quantity: 2, tif: "day" });
      },
    },
    expected: {
      trades: [{ asset: 0, quantity: 2 }, { asset: 1, quantity: 2 }],
      orders: [
        { status: "expired", endIndex: 1, filled: 2 },
        { status: "filled", endIndex: 0 },
        { status: "expired", endIndex: 1, filled: 0 },
      ],
    },
  }),
  tenth("ioc takes what fits on its bar, fok all or nothing", {
    prices: { A: [10, 10, 10], B: [10, 10, 10], C: [10, 10, 10] },
    volume: { A: [0, 20, 20], B: [0, 20, 20], C: [0, 20, 20] },
    does: {
      0: (broker) => {
        broker.buy("A", { quantity: 3, tif: "ioc" });
        broker.buy("B", { quantity: 3, tif: "fok" });
        broker.buy("C", { quantity: 2, tif: "fok" });
      },
    },
    expected: {
      trades: [{ asset: 0, quantity: 2 }, { asset: 2, quantity: 2 }],
      orders: [
        { status: "expired", reason: "expired", endIndex: 1, filled: 2 },
        { status: "expired", reason: "expired", endIndex: 1, filled: 0 },
        { status: "filled", endIndex: 1, filled: 2 },
      ],
    },
  }),
  tenth("ioc and fok for this close are over with it", {
    prices: { A: [10, 10, 10], B: [10, 10, 10] },
    volume: { A: [20, 90, 90], B: [20, 90, 90] },
    settings: { execution: { fill: "close" } },
    does: {
      0: (broker) => {
        broker.buy("A", { quantity: 3, tif: "ioc" });
        broker.buy("B", { quantity: 3, tif: "fok" });
      },
    },
    expected: {
      trades: [{ asset: 0, quantity: 2, entryIndex: 0 }],
      orders: [
        { status: "expired", endIndex: 0, filled: 2 },
        { status: "expired", endIndex: 0, filled: 0 },
      ],
    },
  }),
  tenth("fok needs room for both legs, and what its opening leg needs is kept for it", {
    prices: { A: [10, 10, 10, 10], B: [10, 10, 10, 10] },
    volume: { A: [0, 20, 50, 50], B: [0, 20, 40, 50] },
    does: {
      0: (broker) => {
        broker.buy("A", 2);
        broker.buy("B", 2);
      },
      1: (broker) => {
        // The closing leg of 2 leaves 3, which the purchase would take before the opening leg.
        broker.buy("A", 2);
        broker.sell("A", { quantity: 5, tif: "fok" });
        broker.sell("B", { quantity: 5, tif: "fok" });
      },
    },
    expected: {
      // The purchase covers a part of the short one bar later.
      trades: [
        { asset: 0, side: 1, quantity: 2, exitIndex: 2, reason: "reverse" },
        { asset: 0, side: -1, quantity: 2, entryIndex: 2, exitIndex: 3, reason: "signal" },
        { asset: 0, side: -1, quantity: 1, reason: "open" },
        { asset: 1, side: 1, quantity: 2, reason: "open" },
      ],
      orders: [
        { status: "filled" },
        { status: "filled" },
        { status: "filled", endIndex: 3 },
        { status: "filled", endIndex: 2, filled: 5 },
        { status: "expired", endIndex: 2, filled: 0 },
      ],
    },
  }),
  tenth("fok of a risk needs room for what the risk comes to, and for what it closes", {
    prices: { A: [10, 10, 10], B: [10, 10, 10], C: [10, 10, 10], D: [10, 10, 10] },
    volume: { A: [0, 20, 50], B: [0, 20, 40], C: [0, 20, 30], D: [0, 20, 20] },
    does: {
      0: (broker) => ["A", "B"].forEach((symbol) => broker.buy(symbol, 2)),
      1: (broker) => {
        const short = { risk: 6, tif: "fok", bracket: { stop: { distance: 2 } } } as const;
        for (const symbol of ["A", "B", "C", "D"]) broker.sell(symbol, short);
      },
    },
    // 6 / 2 are 3 units; A and B close 2 first.
    expected: {
      trades: [
        { asset: 0, side: 1, quantity: 2, exitIndex: 2, reason: "reverse" },
        { asset: 0, side: -1, quantity: 3 },
        { asset: 1, side: 1, quantity: 2, reason: "open" },
        { asset: 2, side: -1, quantity: 3 },
      ],
      orders: [
        { status: "filled" },
        { status: "filled" },
        { status: "filled", filled: 5 },
        { status: "expired", filled: 0 },
        { status: "filled", filled: 3 },
        { status: "expired", filled: 0 },
      ],
    },
  }),
  tenth("a market order for this close goes on at the next open", {
    prices: { A: [10, [12, 13, 11, 11]] },
    volume: { A: [20, 90] },
    settings: { execution: { fill: "close" } },
    does: { 0: (broker) => broker.buy("A", 3) },
    expected: {
      trades: [{ quantity: 3, entryIndex: 0, entryPrice: 32 / 3 }],
      orders: [{ status: "filled", endIndex: 1 }],
    },
  }),
];
