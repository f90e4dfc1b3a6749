import { makeCase, type PortfolioCase } from "./case.ts";

const flat = { A: [100, 100, 100], B: [50, 50, 50] };

/** Market orders, their legs and their order, sections 2 and 3. */
export const marketCases: readonly PortfolioCase[] = [
  makeCase("a market order of bar t fills at the open of t + 1", {
    prices: { A: [[100, 101, 99, 100], [102, 103, 101, 103]], B: [50, 51] },
    does: { 0: (broker) => broker.buy("A", 2) },
    expected: {
      trades: [{ asset: 0, side: 1, quantity: 2, entryIndex: 1, entryPrice: 102, pnl: 2 }],
      orders: [{ status: "filled", reason: null, filled: 2, price: 102, endIndex: 1 }],
      equity: [1000, 1002],
      ledger: [[1, 0, 796, 2]],
    },
  }),
  makeCase("an order of onStart fills at the first open", {
    prices: { A: [[100, 101, 99, 101]] },
    does: { [-1]: (broker) => broker.sell("A", 1) },
    expected: {
      trades: [{ side: -1, entryIndex: 0, entryPrice: 100, pnl: -1 }],
      orders: [{ status: "filled", side: -1 }],
      equity: [999],
    },
  }),
  makeCase(
    "under fill close a market order fills at the close of its callback, market on open at the next open",
    {
      prices: { A: [[100, 101, 99, 101], [103, 103, 103, 103]] },
      settings: { execution: { fill: "close" } },
      does: {
        0: (broker) => {
          broker.buy("A", 1);
          broker.buy("A", { quantity: 1, type: "marketOnOpen" });
        },
      },
      expected: {
        trades: [{ quantity: 2, entryIndex: 0, entryPrice: 102, pnl: 2 }],
        orders: [
          { status: "filled", price: 101, endIndex: 0 },
          { status: "filled", price: 103, endIndex: 1 },
        ],
        equity: [1000, 1002],
      },
    },
  ),
  makeCase("a sell beyond the position turns it round, in two legs", {
    prices: { A: [100, 100, [110, 110, 110, 110]] },
    does: { 0: (broker) => broker.buy("A", 2), 1: (broker) => broker.sell("A", 5) },
    // Closed 2 * 10; then 3 short at 110.
    expected: {
      trades: [
        { side: 1, quantity: 2, exitIndex: 2, exitPrice: 110, reason: "reverse", pnl: 20 },
        { side: -1, quantity: 3, entryIndex: 2, entryPrice: 110, reason: "open", pnl: 0 },
      ],
      orders: [{ status: "filled" }, { status: "filled", filled: 5, price: 110, side: -1 }],
      equity: [1000, 1000, 1020],
      ledger: [[1, 0, 800, 2], [2, 0, 1020, 0], [2, 0, 1350, -3]],
    },
  }),
  makeCase("a part of a position goes out as a row of its own", {
    prices: { A: [100, 100, 120] },
    does: { 0: (broker) => broker.buy("A", 4), 1: (broker) => broker.sell("A", 1) },
    expected: {
      trades: [
        { quantity: 1, exitPrice: 120, reason: "signal", pnl: 20 },
        { quantity: 3, reason: "open", pnl: 60 },
      ],
      equity: [1000, 1000, 1080],
    },
  }),
  makeCase("exitsFirst: what a sale frees pays for a purchase submitted before it", {
    prices: { A: [100, 100, 100], B: [50, 50, 50] },
    does: {
      0: (broker) => broker.buy("A", 10),
      1: (broker) => {
        broker.buy("B", 20);
        broker.close("A");
      },
    },
    expected: {
      trades: [{ asset: 0, quantity: 10, reason: "signal" }, { asset: 1, quantity: 20 }],
      orders: [{ status: "filled" }, { status: "filled", filled: 20 }, { status: "filled" }],
      ledger: [[1, 0, 0, 10], [2, 0, 1000, 0], [2, 1, 0, 20]],
    },
  }),
  makeCase("fifo: a purchase submitted before the sale that would pay for it is refused", {
    prices: flat,
    settings: { orderPriority: "fifo" },
    does: {
      0: (broker) => broker.buy("A", 10),
      1: (broker) => {
        broker.buy("B", 20);
        broker.close("A");
      },
    },
    expected: {
      trades: [{ asset: 0, quantity: 10, reason: "signal" }],
      orders: [
        { status: "filled" },
        { status: "rejected", reason: "buyingPower", filled: 0, endIndex: 2 },
        { status: "filled" },
      ],
    },
  }),
  makeCase("sellFirst: the sale goes before the purchase, the flip's legs follow each other", {
    prices: flat,
    settings: { orderPriority: "sellFirst" },
    does: {
      0: (broker) => broker.buy("A", 10),
      1: (broker) => {
        broker.buy("B", 20);
        broker.sell("A", 12);
      },
    },
    // 12 sold: 10 close (cash 1000), 2 open a short of 200; buying power left 800 of B's 1000.
    expected: {
      trades: [
        { asset: 0, quantity: 10, reason: "reverse" },
        { asset: 0, side: -1, quantity: 2 },
        { asset: 1, quantity: 16 },
      ],
      orders: [{ status: "filled" }, { status: "filled", filled: 16 }, {
        status: "filled",
        filled: 12,
      }],
      reducedOrders: 1,
    },
  }),
  makeCase("largestFirst: the larger value has the cash", {
    prices: flat,
    settings: { orderPriority: "largestFirst" },
    does: {
      0: (broker) => {
        broker.buy("A", 6);
        broker.buy("B", 16);
      },
    },
    // 800 of B first, then 200 of the 600 of A.
    expected: {
      trades: [{ asset: 0, quantity: 2 }, { asset: 1, quantity: 16 }],
      orders: [{ status: "filled", filled: 2 }, { status: "filled", filled: 16 }],
      reducedOrders: 1,
    },
  }),
  makeCase("smallestFirst: the smaller value has the cash", {
    prices: flat,
    settings: { orderPriority: "smallestFirst" },
    does: {
      0: (broker) => {
        broker.buy("B", 16);
        broker.buy("A", 6);
      },
    },
    expected: {
      trades: [{ asset: 0, quantity: 6 }, { asset: 1, quantity: 8 }],
      orders: [{ status: "filled", filled: 8 }, { status: "filled", filled: 6 }],
      reducedOrders: 1,
    },
  }),
  makeCase("maxPositions refuses what would open one more, and counts what an exit freed", {
    prices: { A: [100, 100, 100], B: [50, 50, 50], C: [10, 10, 10] },
    settings: { maxPositions: 1 },
    does: {
      0: (broker) => {
        broker.buy("A", 1);
        broker.buy("B", 1);
      },
      1: (broker) => {
        broker.buy("C", 1);
        broker.close("A");
      },
    },
    expected: {
      trades: [{ asset: 0, reason: "signal" }, { asset: 2, quantity: 1 }],
      orders: [
        { status: "filled" },
        { status: "rejected", reason: "maxPositions" },
        { status: "filled" },
        { status: "filled" },
      ],
    },
  }),
  makeCase("an opening leg that is refused leaves the order filled with what it closed", {
    prices: { A: [100, 100, 100] },
    settings: { cashPolicy: "reject" },
    does: { 0: (broker) => broker.buy("A", 2), 1: (broker) => broker.sell("A", 100) },
    expected: {
      trades: [{ quantity: 2, reason: "reverse" }],
      orders: [{ status: "filled" }, { status: "filled", reason: "buyingPower", filled: 2 }],
    },
  }),
  makeCase("orders that wait at the end of the data are cancelled, positions stay", {
    prices: { A: [100, 100] },
    does: {
      0: (broker) => {
        broker.buy("A", 1);
        broker.sell("A", { quantity: 1, limit: 120 });
      },
      1: (broker) => broker.buy("A", 1),
    },
    expected: {
      trades: [{ reason: "open" }],
      orders: [
        { status: "filled" },
        { status: "cancelled", reason: "endOfData", endIndex: 1 },
        { status: "cancelled", reason: "endOfData", endIndex: 1 },
      ],
    },
  }),
  makeCase("atEnd close takes everything out at the last close", {
    prices: { A: [100, [100, 110, 90, 104]], B: [50, 50] },
    settings: { execution: { atEnd: "close" }, commission: { perOrder: 1 } },
    does: {
      0: (broker) => {
        broker.buy("A", 1);
        broker.sell("B", 1);
      },
    },
    expected: {
      trades: [
        { asset: 0, exitPrice: 104, reason: "endOfData", pnl: 2 },
        { asset: 1, exitPrice: 50, reason: "endOfData", pnl: -2 },
      ],
      equity: [1000, 1000],
    },
  }),
];
