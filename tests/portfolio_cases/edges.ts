import { level, makeCase, type PortfolioCase, timeStop } from "./case.ts";

/** What several orders, legs, rules and moments do together. */
export const edgeCases: readonly PortfolioCase[] = [
  makeCase("two plain sells of one position: the first closes it, the second opens a short", {
    prices: { A: [100, 100, 100] },
    does: {
      0: (broker) => broker.buy("A", 2),
      1: (broker) => {
        broker.sell("A", 2);
        broker.sell("A", 2);
      },
    },
    expected: {
      trades: [{ quantity: 2, reason: "signal" }, { side: -1, quantity: 2, reason: "open" }],
      ledger: [[1, 0, 800, 2], [2, 0, 1000, 0], [2, 0, 1200, -2]],
    },
  }),
  makeCase("a reduceOnly sell closes what a purchase at the same open has bought", {
    prices: { A: [100, 100] },
    does: {
      0: (broker) => {
        broker.buy("A", 3);
        broker.sell("A", { quantity: 1, reduceOnly: true });
      },
    },
    expected: {
      trades: [{ quantity: 1, exitIndex: 1, pnl: 0 }, { quantity: 2, reason: "open" }],
      orders: [{ status: "filled" }, { status: "filled", filled: 1 }],
    },
  }),
  makeCase(
    "a stop order turns a position round inside the bar, and its bracket is looked at there",
    {
      // Sold at 95 on the way down; the short's target of 90 lies further down and is touched: certain.
      prices: { A: [100, 100, [100, 101, 89, 97]] },
      does: {
        0: (broker) => broker.buy("A", 1),
        1: (broker) =>
          broker.sell("A", { quantity: 3, stop: 95, bracket: { takeProfit: { distance: 5 } } }),
      },
      expected: {
        trades: [
          { side: 1, quantity: 1, exitPrice: 95, reason: "reverse", pnl: -5 },
          {
            side: -1,
            quantity: 2,
            entryIndex: 2,
            exitIndex: 2,
            exitPrice: 90,
            reason: "takeProfit",
          },
        ],
        orders: [{ status: "filled" }, { status: "filled", filled: 3, price: 95 }],
        equity: [1000, 1000, 1005],
      },
    },
  ),
  makeCase(
    "a position opened inside the bar whose stop may have been touched before: ambiguous, and out",
    {
      // Bought at 105 on the way up; the low of 98 may have come first.
      prices: { A: [100, [100, 106, 98, 104]] },
      does: {
        0: (broker) =>
          broker.buy("A", { quantity: 1, stop: 105, bracket: { stop: { price: 99 } } }),
      },
      expected: {
        trades: [{
          entryPrice: 105,
          exitIndex: 1,
          exitPrice: 99,
          reason: "stopLoss",
          ambiguous: 1,
        }],
        ambiguousBars: 1,
        ambiguousStake: 5,
      },
    },
  ),
  makeCase(
    "the price of an order with two legs is their average, and so are its commissions summed",
    {
      // Under impact each leg pays for its own share of the volume: 4/100 and 6/100 squared, of 100.
      prices: { A: [100, 100, 100] },
      volume: { A: [100, 100, 100] },
      settings: {
        cash: 10_000,
        slippage: { impact: 1 },
        commission: { perOrder: 1 },
      },
      does: { 0: (broker) => broker.buy("A", 4), 1: (broker) => broker.sell("A", 10) },
      expected: {
        trades: [
          { quantity: 4, entryPrice: 100.16, exitPrice: 99.84, reason: "reverse" },
          { quantity: 6, entryPrice: 99.64, reason: "open" },
        ],
        orders: [
          { status: "filled", price: 100.16, fee: 1 },
          { status: "filled", filled: 10, price: (99.84 * 4 + 99.64 * 6) / 10, fee: 2 },
        ],
      },
    },
  ),
  makeCase("lot, least and most quantity are of what opens, not of what closes", {
    prices: { A: [100, 100, 100, 100, 100] },
    settings: { lot: 2, minQuantity: 2, maxQuantity: 4 },
    does: {
      0: (broker) => broker.buy("A", 9),
      1: (broker) => broker.sell("A", 0.5),
      2: (broker) => broker.buy("A", 1.5),
      3: (broker) => broker.sell("A", 6.6),
    },
    // 4 of 9; 0.5 out; 1.5 is no lot; 3.5 close and of the 3.1 left 2 open.
    expected: {
      trades: [
        { quantity: 0.5, reason: "signal" },
        { quantity: 3.5, reason: "reverse" },
        { side: -1, quantity: 2, reason: "open" },
      ],
      orders: [
        { status: "filled", filled: 4 },
        { status: "filled", filled: 0.5 },
        { status: "rejected", reason: "sizeTooSmall" },
        { status: "filled", filled: 5.5 },
      ],
    },
  }),
  makeCase("an addition's own position counts at the price of its fill", {
    // Held 4 at the last close of 100; the open is 125: equity 600 + 500, gross 500, so 600: 4.8.
    prices: { A: [100, 100, 125] },
    does: { 0: (broker) => broker.buy("A", 4), 1: (broker) => broker.buy("A", 9) },
    expected: { trades: [{ quantity: 8.8 }], reducedOrders: 1, equity: [1000, 1000, 1100] },
  }),
  makeCase("what fills at a close counts the other positions at that close", {
    // A has gone to 200: 500 of cash and 1000 of A; gross 1000 leaves 500.
    prices: { A: [100, 100, [100, 200, 100, 200]], B: [50, 50, 50] },
    settings: { leverage: 1, cashPolicy: "reject" },
    does: {
      0: (broker) => broker.buy("A", 5),
      1: (broker) => {
        broker.sell("B", { quantity: 11, type: "marketOnClose" });
        broker.sell("B", { quantity: 10, type: "marketOnClose" });
      },
    },
    expected: {
      trades: [{ asset: 0 }, { asset: 1, quantity: 10 }],
      orders: [
        { status: "filled" },
        { status: "rejected", reason: "buyingPower" },
        { status: "filled" },
      ],
    },
  }),
  makeCase("a child waits through the days of its parent, and its own day begins when it works", {
    prices: { A: [100, 100, 100, [100, 100, 89, 95], [95, 110, 95, 105]] },
    does: {
      0: (broker) => {
        const parent = broker.buy("A", { quantity: 1, limit: 90 });
        broker.sell("A", { quantity: 1, limit: 105, tif: "day", parent, reduceOnly: true });
      },
    },
    expected: {
      trades: [{ entryIndex: 3, entryPrice: 90, exitIndex: 4, exitPrice: 105 }],
      orders: [{ status: "filled" }, { status: "filled" }],
    },
  }),
  makeCase("a child whose moment passes while it waits has expired", {
    prices: { A: [100, 100, 100, [100, 100, 89, 95]] },
    times: [0, 1, 2, 3].map((days) => days * 86_400_000),
    does: {
      0: (broker) => {
        const parent = broker.buy("A", { quantity: 1, limit: 90 });
        broker.sell("A", { quantity: 1, limit: 95, tif: "gtd", until: 86_400_000, parent });
      },
    },
    expected: {
      trades: [{ entryIndex: 3, reason: "open" }],
      orders: [{ status: "filled" }, { status: "expired", endIndex: 2 }],
    },
  }),
  makeCase("a child after its parent has filled is an order like any other", {
    prices: { A: [100, 100, [105, 106, 104, 105]] },
    does: {
      0: (broker) => broker.buy("A", 1),
      1: (broker) => broker.sell("A", { quantity: 1, parent: 1 }),
    },
    expected: { trades: [{ exitIndex: 2, exitPrice: 105 }] },
  }),
  makeCase("the group of an order that turns a position round goes with its first leg", {
    prices: { A: [100, 100, 100] },
    does: {
      0: (broker) => broker.buy("A", 1),
      1: (broker) => {
        broker.sell("A", { quantity: 3, oco: "x" });
        broker.buy("A", { quantity: 5, limit: 100, oco: "x" });
      },
    },
    expected: {
      trades: [{ reason: "reverse" }, { side: -1, quantity: 2 }],
      orders: [
        { status: "filled" },
        { status: "filled", filled: 3 },
        { status: "cancelled", reason: "oco" },
      ],
    },
  }),
  makeCase("an order that is rejected leaves its group alone", {
    prices: { A: [100, [100, 101, 90, 95]] },
    settings: { cashPolicy: "reject" },
    does: {
      0: (broker) => {
        broker.buy("A", { quantity: 50, oco: "x" });
        broker.buy("A", { quantity: 1, limit: 95, oco: "x" });
      },
    },
    expected: {
      trades: [{ entryPrice: 95 }],
      orders: [{ status: "rejected", reason: "buyingPower" }, { status: "filled" }],
    },
  }),
  makeCase(
    "under fill close a time rule is out at the close, and the callback can enter again there",
    {
      prices: { A: [100, 101, 102, 103] },
      settings: { execution: { fill: "close" }, rules: [timeStop(1)] },
      does: { 0: (broker) => broker.buy("A", 1), 1: (broker) => broker.sell("A", 1) },
      expected: {
        trades: [
          { entryIndex: 0, exitIndex: 1, exitPrice: 101, reason: "timeStop", pnl: 1 },
          { side: -1, entryIndex: 1, exitIndex: 2, exitPrice: 102, reason: "timeStop", pnl: -1 },
        ],
      },
    },
  ),
  makeCase(
    "under fill close exits go before entries, and an asset without a bar waits for its open",
    {
      prices: { A: [100, 100, 100], B: [50, 50, undefined, [60, 61, 59, 60]], C: [10, 10, 10, 10] },
      settings: { execution: { fill: "close" } },
      does: {
        0: (broker) => broker.buy("A", 10),
        1: (broker) => {
          broker.buy("C", 40);
          broker.close("A");
        },
        2: (broker) => broker.buy("B", 1),
      },
      expected: {
        trades: [
          { asset: 0, exitIndex: 1 },
          { asset: 1, entryIndex: 3, entryPrice: 60 },
          { asset: 2, entryIndex: 1, quantity: 40 },
        ],
      },
    },
  ),
  makeCase("atEnd close: at the last close nothing opens, what closes does", {
    prices: { A: [100, 100, 110], B: [50, 50, 50] },
    settings: { execution: { fill: "close", atEnd: "close" } },
    does: {
      0: (broker) => broker.buy("A", 1),
      1: (broker) => broker.buy("B", { quantity: 1, type: "marketOnClose" }),
      2: (broker) => {
        broker.sell("A", 3);
        broker.buy("B", 1);
      },
    },
    expected: {
      trades: [{ exitIndex: 2, exitPrice: 110, reason: "reverse", pnl: 10 }],
      orders: [
        { status: "filled" },
        { status: "cancelled", reason: "endOfData" },
        { status: "filled", reason: "endOfData", filled: 1 },
        { status: "cancelled", reason: "endOfData" },
      ],
      equity: [1000, 1000, 1010],
    },
  }),
  makeCase("limit on open and limit on close wait for an asset's next bar, and for its volume", {
    prices: { A: [100, undefined, 99, 99], B: [50, 50, 49, 48] },
    volume: { A: [9, 9, 9, 9], B: [9, 0, 9, 9] },
    settings: { slippage: { impact: 1e-16 } },
    does: {
      0: (broker) => {
        broker.buy("A", { quantity: 1, type: "limitOnOpen", limit: 99.5 });
        broker.buy("B", { quantity: 1, type: "limitOnClose", limit: 49.5 });
      },
    },
    expected: {
      trades: [{ asset: 0, entryIndex: 2 }, { asset: 1, entryIndex: 2, entryPrice: 49 }],
      orders: [{ status: "filled", endIndex: 2 }, { status: "filled", endIndex: 2 }],
    },
  }),
  makeCase(
    "under fifo an addition at the open moves the stop that the open would have jumped",
    {
      // 1 more at 94 makes the average 97: the stop of 95 follows to 92.15, which the open has not jumped.
      prices: { A: [100, 100, [94, 95, 93, 94]] },
      settings: { orderPriority: "fifo" },
      does: {
        0: (broker) => broker.buy("A", { quantity: 1, bracket: { stop: 0.05 } }),
        1: (broker) => broker.buy("A", 1),
      },
      expected: { trades: [{ quantity: 2, entryPrice: 97, reason: "open", pnl: -6 }] },
    },
  ),
  makeCase("sellFirst looks at what a target would do at the open", {
    prices: { A: [100, 100, 100], B: [50, 50, 50] },
    settings: { orderPriority: "sellFirst" },
    does: {
      0: (broker) => broker.buy("A", 10),
      1: (broker) => {
        broker.orderTargetPercent("B", 0.6);
        broker.orderTargetPercent("A", 0.4);
      },
    },
    expected: {
      trades: [{ asset: 0, quantity: 6 }, { asset: 0, quantity: 4 }, { asset: 1, quantity: 12 }],
      ledger: [[1, 0, 0, 10], [2, 0, 600, 4], [2, 1, 0, 12]],
    },
  }),
  makeCase("positions that gain and lose together: trails follow each asset by itself", {
    prices: {
      A: [100, 100, [100, 120, 100, 118], [117, 118, 107, 110]],
      B: [100, 100, [100, 101, 97, 98], [98, 99, 96, 97]],
    },
    settings: { rules: [level("trailingStop", "fraction", 0.1)] },
    does: {
      0: (broker) => {
        broker.buy("A", 1);
        broker.buy("B", 1);
      },
    },
    expected: {
      trades: [{ asset: 0, exitIndex: 3, exitPrice: 108 }, { asset: 1, reason: "open", pnl: -3 }],
    },
  }),
];
