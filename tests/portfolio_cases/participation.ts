import { makeCase, type PortfolioCase } from "./case.ts";
import { tenth } from "./tenth.ts";

/** How orders fill in parts where volume is short, section 11. */
export const participationCases: readonly PortfolioCase[] = [
  tenth("a market order fills in parts at the opens, as far as the volume of each bar lets it", {
    prices: { A: [10, 10, 12, 14] },
    volume: { A: [9, 40, 30, 1000] },
    does: { 0: (broker) => broker.buy("A", 10) },
    // 4 at 10, 3 at 12, 3 at 14: 118.
    expected: {
      trades: [{ quantity: 10, entryIndex: 1, entryPrice: 11.8, reason: "open", pnl: 22 }],
      orders: [{ status: "filled", reason: null, endIndex: 3, filled: 10, price: 11.8 }],
      ledger: [[1, 0, 960, 4], [2, 0, 924, 7], [3, 0, 882, 10]],
    },
  }),
  tenth("a closing order fills in parts, each with a row of its own", {
    prices: { A: [10, 10, 12, 14] },
    volume: { A: [1000, 1000, 30, 1000] },
    does: { 0: (broker) => broker.buy("A", 10), 1: (broker) => broker.close("A") },
    expected: {
      trades: [
        { quantity: 3, entryIndex: 1, exitIndex: 2, exitPrice: 12, reason: "signal", pnl: 6 },
        { quantity: 7, entryIndex: 1, exitIndex: 3, exitPrice: 14, reason: "signal", pnl: 28 },
      ],
      orders: [{ status: "filled" }, { status: "filled", endIndex: 3, filled: 10, price: 13.4 }],
    },
  }),
  tenth("buys and sells of one bar share its room, closing legs first, then by submission", {
    prices: { A: [10, 10, 10, 10] },
    volume: { A: [0, 30, 50, 1000] },
    does: {
      0: (broker) => broker.buy("A", 3),
      1: (broker) => {
        broker.buy("A", 4);
        broker.buy("A", 1);
        broker.sell("A", 3);
      },
    },
    // Room of 5 on bar 2: the sell takes 3, the first buy 2; 2 and 1 are left for bar 3.
    expected: {
      trades: [{ quantity: 3, exitIndex: 2 }, { quantity: 5, entryIndex: 2 }],
      ledger: [[1, 0, 970, 3], [2, 0, 1000, 0], [2, 0, 980, 2], [3, 0, 960, 4], [3, 0, 950, 5]],
      orders: [
        { status: "filled" },
        { status: "filled", endIndex: 3, filled: 4 },
        { status: "filled", endIndex: 3, filled: 1 },
        { status: "filled", endIndex: 2, filled: 3 },
      ],
    },
  }),
  tenth("each asset has a room of its own, and a share of its own where the settings give one", {
    prices: { A: [10, 10], B: [10, 10], C: [10, 10] },
    volume: { A: [0, 20], B: [0, 20], C: [0, 20] },
    settings: { assets: { B: { participation: 0.25 }, C: { participation: 0 } } },
    does: { 0: (broker) => ["A", "B", "C"].forEach((symbol) => broker.buy(symbol, 8)) },
    expected: {
      trades: [{ quantity: 2 }, { quantity: 5 }, { quantity: 8 }],
      orders: [
        { status: "cancelled", reason: "endOfData", filled: 2 },
        { status: "cancelled", reason: "endOfData", filled: 5 },
        { status: "filled", filled: 8 },
      ],
    },
  }),
  makeCase("a quantity that is the room but for rounding fits whole", {
    // 0.29 * 100 is 28.999999999999996.
    prices: { A: [10, 10, 10] },
    volume: { A: [0, 100, 100] },
    settings: { participation: 0.29 },
    does: { 0: (broker) => broker.buy("A", 29) },
    expected: {
      trades: [{ quantity: 29 }],
      ledger: [[1, 0, 710, 29]],
      orders: [{ status: "filled", endIndex: 1, filled: 29 }],
    },
  }),
  tenth("what rounding leaves of the room is nothing", {
    // 0.1 + 0.7 is 0.7999999999999999.
    prices: { A: [10, 10] },
    volume: { A: [0, 8] },
    does: { 0: (broker) => [0.1, 0.7, 1].forEach((quantity) => broker.buy("A", quantity)) },
    expected: {
      trades: [{ quantity: 0.8 }],
      orders: [
        { status: "filled" },
        { status: "filled" },
        { status: "cancelled", reason: "endOfData", filled: 0 },
      ],
    },
  }),
  tenth("parts are whole lots, of closing legs too; all that is left need not be", {
    prices: { A: [10, 10, 10, 10, 10, 10] },
    volume: { A: [0, 50, 50, 50, 50, 50] },
    settings: { lot: 2 },
    does: {
      0: (broker) => broker.buy("A", 7),
      2: (broker) => broker.sell("A", 3),
      3: (broker) => broker.close("A"),
    },
    // 7 is 6: 4 and 2. 3 fit whole on bar 3, and so do the 3 that are left on bar 4.
    expected: {
      trades: [{ quantity: 3, exitIndex: 3 }, { quantity: 3, exitIndex: 4 }],
      ledger: [[1, 0, 960, 4], [2, 0, 940, 6], [3, 0, 970, 3], [4, 0, 1000, 0]],
    },
  }),
  tenth("a part of a closing leg is rounded down to the lot", {
    prices: { A: [10, 10, 10, 10] },
    volume: { A: [0, 60, 50, 50] },
    settings: { lot: 2 },
    does: { 0: (broker) => broker.buy("A", 6), 1: (broker) => broker.close("A") },
    expected: {
      trades: [{ quantity: 4, exitIndex: 2 }, { quantity: 2, exitIndex: 3 }],
    },
  }),
  tenth("each part pays its own commission, and impact by its own share", {
    prices: { A: [100, 100, 100] },
    volume: { A: [0, 40, 20] },
    settings: { cash: 10_000, commission: { perOrder: 1 }, slippage: { impact: 1 } },
    does: { 0: (broker) => broker.buy("A", 6) },
    // A tenth each time: 0.01 * 100 more. 4 and 2 at 101, 2 of commission.
    expected: {
      trades: [{ quantity: 6, entryPrice: 101, fees: 2, slippage: 6 }],
      orders: [{ status: "filled", price: 101, fee: 2 }],
      ledger: [[1, 0, 9595, 4], [2, 0, 9392, 6]],
    },
  }),
  tenth("a leg of which nothing fits is not refused; it is when something does", {
    prices: { A: [10, 10, 10, 10], B: [10, 10, 10, 10] },
    volume: { A: [0, 100, 100, 100], B: [0, 10, 40, 50] },
    settings: { lot: 5, maxPositions: 1 },
    does: {
      0: (broker) => {
        broker.buy("A", 5);
        broker.buy("B", 5);
      },
    },
    expected: {
      trades: [{ asset: 0 }],
      orders: [
        { status: "filled" },
        { status: "rejected", reason: "maxPositions", endIndex: 3, filled: 0 },
      ],
    },
  }),
  tenth("on bars without volume, 0 or NaN, nothing fills: market orders wait", {
    prices: { A: [10, 11, 11, 12] },
    volume: { A: [100, 0, NaN, 100] },
    does: {
      0: (broker) => {
        broker.buy("A", 2);
        broker.buy("A", { quantity: 2, limit: 11 });
        broker.buy("A", { quantity: 2, limit: 10, type: "limitOnOpen" });
        broker.buy("A", { quantity: 2, limit: 10, type: "limitOnClose" });
        broker.buy("A", { quantity: 2, type: "marketOnClose" });
      },
    },
    // What is for one open or close looks at the first with volume.
    expected: {
      trades: [{ quantity: 4, entryIndex: 3, entryPrice: 12 }],
      orders: [
        { status: "filled", endIndex: 3 },
        { status: "cancelled", reason: "endOfData" },
        { status: "expired", endIndex: 3 },
        { status: "expired", endIndex: 3 },
        { status: "filled", endIndex: 3 },
      ],
    },
  }),
  tenth("a reversal closes in parts, then opens in parts; its value is counted at the first", {
    prices: { A: [10, 10, 12, 13, 14], B: [10, 10, 12, 13, 14] },
    volume: { A: [0, 40, 30, 30, 30], B: [0, 40, 30, 30, 30] },
    does: {
      0: (broker) => ["A", "B"].forEach((symbol) => broker.buy(symbol, 4)),
      1: (broker) => {
        broker.sell("A", 7);
        broker.sell("B", { value: 84 });
      },
    },
    // The short of each: 2 at 13, 1 at 14, marked at 14.
    expected: {
      trades: [
        { asset: 0, quantity: 3, exitIndex: 2, exitPrice: 12, reason: "reverse", pnl: 6 },
        { asset: 1, quantity: 3, exitIndex: 2, exitPrice: 12, reason: "reverse", pnl: 6 },
        { asset: 0, quantity: 1, exitIndex: 3, exitPrice: 13, reason: "reverse", pnl: 3 },
        { asset: 1, quantity: 1, exitIndex: 3, exitPrice: 13, reason: "reverse", pnl: 3 },
        { asset: 0, side: -1, quantity: 3, entryIndex: 3, entryPrice: 40 / 3, pnl: -2 },
        { asset: 1, side: -1, quantity: 3, entryIndex: 3, entryPrice: 40 / 3, pnl: -2 },
      ],
      orders: [
        { status: "filled" },
        { status: "filled" },
        { status: "filled", endIndex: 4, filled: 7, price: 89 / 7 },
        { status: "filled", endIndex: 4, filled: 7, price: 89 / 7 },
      ],
    },
  }),
  tenth("the first part counts as the fill for a group and for children", {
    prices: { A: [10, 10, 10, 10], B: [10, 10, 10, 10] },
    volume: { A: [0, 20, 20, 20], B: [0, 1000, 1000, 1000] },
    does: {
      0: (broker) => {
        const parent = broker.buy("A", { quantity: 3, oco: "one" });
        broker.buy("B", { quantity: 1, limit: 9, oco: "one" });
        broker.buy("B", { quantity: 2, parent });
      },
      // Of a parent that has a part: an order like any other.
      1: (broker) => broker.buy("B", { quantity: 4, parent: 1, type: "marketOnClose" }),
    },
    expected: {
      trades: [{ asset: 0, quantity: 3 }, { asset: 1, quantity: 6, entryIndex: 2 }],
      orders: [
        { status: "filled", endIndex: 2, filled: 3 },
        { status: "cancelled", reason: "oco", endIndex: 1 },
        { status: "filled", endIndex: 2 },
        { status: "filled", endIndex: 2 },
      ],
    },
  }),
  tenth("the end of the data closes whole, whatever the volume", {
    prices: { A: [10, 10, 12] },
    volume: { A: [0, 50, 10] },
    settings: { execution: { atEnd: "close" } },
    does: { 0: (broker) => broker.buy("A", 9) },
    // 5 and 1.
    expected: {
      trades: [{ quantity: 6, exitIndex: 2, exitPrice: 12, reason: "endOfData", pnl: 10 }],
      orders: [{ status: "cancelled", reason: "endOfData", endIndex: 2, filled: 6 }],
    },
  }),
];
