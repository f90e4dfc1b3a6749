import { makeCase, type PortfolioCase } from "./case.ts";

const day = 86_400_000;
const monday = Date.UTC(2020, 0, 6);

/** Orders that wait for a price, an open or a close, and how long they do, section 3. */
export const restingCases: readonly PortfolioCase[] = [
  makeCase("a limit fills at its price inside the bar, and at a better open", {
    prices: { A: [100, [100, 101, 94, 96]], B: [50, [40, 45, 39, 44]] },
    does: {
      0: (broker) => {
        broker.buy("A", { quantity: 1, limit: 95 });
        broker.buy("B", { quantity: 1, limit: 45 });
      },
    },
    expected: {
      trades: [{ asset: 0, entryPrice: 95, pnl: 1 }, { asset: 1, entryPrice: 40, pnl: 4 }],
      orders: [{ status: "filled", price: 95, limit: 95 }, { status: "filled", price: 40 }],
      // Of the open first, although submitted later.
      ledger: [[1, 1, 960, 1], [1, 0, 865, 1]],
    },
  }),
  makeCase("a limit never fills worse than its limit, slippage included", {
    prices: { A: [100, [98, 101, 97, 100]], B: [100, [100, 101, 97, 100]] },
    settings: { slippage: { percent: 0.02 } },
    // A: 98 slips to 99.96 but stops at 99.5; B: inside the bar at its limit, unslipped.
    does: {
      0: (broker) => {
        broker.buy("A", { quantity: 1, limit: 99.5 });
        broker.buy("B", { quantity: 1, limit: 99.5 });
      },
    },
    expected: {
      trades: [{ entryPrice: 99.5, slippage: 1.5 }, { entryPrice: 99.5, slippage: 0 }],
    },
  }),
  makeCase("a stop buys at its price, at a worse open, and slips in full", {
    prices: { A: [100, [100, 106, 99, 104]], B: [50, [60, 61, 58, 59]] },
    settings: { slippage: { fixed: 1 } },
    does: {
      0: (broker) => {
        broker.buy("A", { quantity: 1, stop: 105 });
        broker.buy("B", { quantity: 1, stop: 55 });
      },
    },
    expected: { trades: [{ entryPrice: 106 }, { entryPrice: 61 }] },
  }),
  makeCase("a stop-limit that the price runs away from is a limit from the next bar on", {
    // Touched at 105 with a limit of 103 and a close of 107; the next bar comes back.
    prices: { A: [100, [100, 108, 99, 107], [106, 107, 102, 104]] },
    does: { 0: (broker) => broker.buy("A", { quantity: 1, stop: 105, limit: 103 }) },
    expected: {
      trades: [{ entryIndex: 2, entryPrice: 103, pnl: 1 }],
      orders: [{ status: "filled", endIndex: 2, stop: 105, limit: 103 }],
    },
  }),
  makeCase("a stop-limit with room fills at its stop", {
    prices: { A: [100, [100, 106, 99, 104]] },
    does: { 0: (broker) => broker.buy("A", { quantity: 1, stop: 105, limit: 107 }) },
    expected: { trades: [{ entryIndex: 1, entryPrice: 105 }] },
  }),
  makeCase("a trailing stop follows the highs of bars before, never the one it is tested on", {
    // Level 100 - 5; the high of 110 lifts it to 105 for bar 2, whose low is 104.
    prices: { A: [100, [100, 110, 96, 109], [108, 120, 104, 118]] },
    does: {
      [-1]: (broker) => broker.buy("A", 1),
      0: (broker) => broker.sell("A", { quantity: 1, trail: { distance: 5 }, reduceOnly: true }),
    },
    expected: {
      trades: [{ entryIndex: 0, exitIndex: 2, exitPrice: 105, reason: "signal", pnl: 5 }],
      orders: [{ status: "filled" }, { status: "filled", price: 105, stop: 105 }],
    },
  }),
  makeCase(
    "a trailing stop by fraction that buys follows the lows, and an open beyond it fills at the open",
    {
      // 100 * 1.1 = 110, low 80 makes 88; the next open is 90.
      prices: { A: [100, [99, 100, 80, 82], [90, 95, 89, 94]] },
      does: { 0: (broker) => broker.buy("A", { quantity: 1, trail: 0.1 }) },
      expected: {
        trades: [{ entryIndex: 2, entryPrice: 90 }],
        orders: [{ status: "filled", price: 90, stop: 88 }],
      },
    },
  ),
  makeCase("a trailing stop of an asset that has had no close has no level on its first bar", {
    prices: { A: [100, 100, 100], B: [undefined, [50, 60, 40, 50], [58, 59, 50, 51]] },
    does: { 0: (broker) => broker.sell("B", { quantity: 1, trail: { distance: 5 } }) },
    // Best 60 after bar 1: level 55.
    expected: { trades: [{ asset: 1, side: -1, entryIndex: 2, entryPrice: 55 }] },
  }),
  makeCase("limit on open: within the limit at the open, else expired", {
    prices: { A: [100, [95, 101, 94, 96]], B: [50, [51, 52, 40, 45]] },
    does: {
      0: (broker) => {
        broker.buy("A", { quantity: 1, type: "limitOnOpen", limit: 97 });
        broker.buy("B", { quantity: 1, type: "limitOnOpen", limit: 50 });
      },
    },
    expected: {
      trades: [{ asset: 0, entryPrice: 95 }],
      orders: [{ status: "filled" }, { status: "expired", reason: "expired", endIndex: 1 }],
    },
  }),
  makeCase("market on close, and limit on close within the limit, else expired", {
    prices: { A: [100, [95, 101, 94, 96]], B: [50, [51, 52, 40, 45]], C: [10, [10, 12, 9, 11]] },
    does: {
      0: (broker) => {
        broker.buy("A", { quantity: 1, type: "marketOnClose" });
        broker.buy("B", { quantity: 1, type: "limitOnClose", limit: 45 });
        broker.buy("C", { quantity: 1, type: "limitOnClose", limit: 10.5 });
      },
    },
    expected: {
      trades: [{ asset: 0, entryPrice: 96, pnl: 0, mfe: 0, mae: 0 }, { asset: 1, entryPrice: 45 }],
      orders: [
        { status: "filled" },
        { status: "filled", price: 45 },
        { status: "expired", endIndex: 1 },
      ],
    },
  }),
  makeCase(
    "orders at one close: legs that close go before legs that open, in order of submission",
    {
      prices: { A: [100, 100, 100], B: [50, 50, 50] },
      does: {
        0: (broker) => broker.buy("A", 10),
        1: (broker) => {
          broker.buy("B", { quantity: 20, type: "marketOnClose" });
          broker.sell("A", { quantity: 10, type: "marketOnClose" });
        },
      },
      expected: {
        trades: [{ asset: 0 }, { asset: 1, quantity: 20 }],
        ledger: [[1, 0, 0, 10], [2, 0, 1000, 0], [2, 1, 0, 20]],
      },
    },
  ),
  makeCase("a day order ends with the local date of its first bar", {
    // 20:00 and 22:00 UTC of Monday are one date in New York, 06:00 UTC of Tuesday another.
    prices: { A: [100, 100, 100, [100, 100, 80, 90]] },
    times: [18, 20, 22, 30].map((hours) => monday + hours * 3_600_000),
    settings: { zone: "America/New_York" },
    does: {
      0: (broker) => {
        broker.buy("A", { quantity: 1, limit: 85, tif: "day" });
        broker.buy("A", { quantity: 1, limit: 85 });
      },
    },
    expected: {
      trades: [{ entryIndex: 3, entryPrice: 85 }],
      orders: [
        { status: "expired", reason: "expired", endIndex: 3, filled: 0 },
        { status: "filled" },
      ],
    },
  }),
  makeCase("a good-till-date order works on the bar of its moment, and not after", {
    prices: { A: [100, 100, [100, 100, 84, 90]], B: [50, 50, [50, 50, 40, 45]] },
    does: {
      0: (broker) => {
        broker.buy("A", { quantity: 1, limit: 85, tif: "gtd", until: monday + 2 * day });
        broker.buy("B", { quantity: 1, limit: 45, tif: "gtd", until: monday + 2 * day - 1 });
      },
    },
    expected: {
      trades: [{ asset: 0, entryIndex: 2, entryPrice: 85 }],
      orders: [{ status: "filled" }, { status: "expired", endIndex: 2 }],
    },
  }),
  makeCase("ioc and fok work on the first bar that the asset has", {
    prices: {
      A: [100, [100, 101, 96, 100], [100, 100, 80, 90]],
      B: [50, undefined, [50, 50, 40, 45]],
    },
    does: {
      0: (broker) => {
        broker.buy("A", { quantity: 1, limit: 95, tif: "ioc" });
        broker.buy("B", { quantity: 1, limit: 45, tif: "fok" });
      },
    },
    expected: {
      trades: [{ asset: 1, entryIndex: 2, entryPrice: 45 }],
      orders: [{ status: "expired", endIndex: 1 }, { status: "filled" }],
    },
  }),
  makeCase("prices go on the grid: limits for the trader, stops against", {
    prices: { A: [100, [100, 104, 96.5, 100]], B: [100, [100, 104, 96.5, 100]] },
    settings: { tick: 1 },
    does: {
      0: (broker) => {
        broker.buy("A", { quantity: 1, limit: 97.7 });
        broker.buy("B", { quantity: 1, stop: 102.3 });
      },
    },
    expected: {
      trades: [{ entryPrice: 97 }, { entryPrice: 103 }],
      orders: [{ status: "filled", limit: 97 }, { status: "filled", stop: 103 }],
    },
  }),
  makeCase("a limit that the grid puts at 0 is rejected", {
    prices: { A: [100, 100] },
    settings: { tick: 1 },
    does: { 0: (broker) => broker.buy("A", { quantity: 1, limit: 0.5 }) },
    expected: {
      trades: [],
      orders: [{ status: "rejected", reason: "priceNotPositive", endIndex: 0 }],
    },
  }),
  makeCase("modify keeps the place of an order: it fills before one submitted later", {
    prices: { A: [100, [100, 100, 90, 95]] },
    does: {
      0: (broker) => {
        const first = broker.buy("A", { quantity: 5, limit: 80 });
        broker.buy("A", { quantity: 10, limit: 92 });
        broker.modify(first, { limit: 95, amount: 8 });
      },
    },
    // 8 at 95 leave 240 of cash: 10 at 92 are refused.
    settings: { cashPolicy: "reject" },
    expected: {
      trades: [{ quantity: 8, entryPrice: 95 }],
      orders: [
        { status: "filled", filled: 8, price: 95 },
        { status: "rejected", reason: "buyingPower" },
      ],
    },
  }),
  makeCase("cancel and cancelAll work at once, and only on what has not ended", {
    prices: { A: [100, [100, 100, 90, 95], 95], B: [50, 50, 50] },
    does: {
      0: (broker) => {
        const a = broker.buy("A", { quantity: 1, limit: 95 });
        broker.buy("A", { quantity: 1, limit: 94 });
        broker.buy("B", { quantity: 1, limit: 40 });
        broker.cancel(a);
        if (broker.cancel(a)) throw new Error("Cancelled twice");
      },
      1: (broker) => {
        if (broker.cancelAll("A") !== 0) throw new Error("Nothing of A was left");
        if (broker.cancelAll() !== 1) throw new Error("One of B was left");
      },
    },
    expected: {
      trades: [{ entryPrice: 94 }],
      orders: [
        { status: "cancelled", reason: "cancelled", endIndex: 0 },
        { status: "filled" },
        { status: "cancelled", reason: "cancelled", endIndex: 1 },
      ],
    },
  }),
];
