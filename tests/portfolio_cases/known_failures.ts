import { level, makeCase, type PortfolioCase, timeStop } from "./case.ts";

/** What other engines are known to get wrong, and does not happen here. */
export const knownFailureCases: readonly PortfolioCase[] = [
  makeCase(
    "stop and target orders of a bracket: one bar touches both, one fills, nothing is turned round",
    {
      prices: { A: [100, 100, [100, 111, 89, 100], 100] },
      does: {
        0: (broker) => {
          const parent = broker.buy("A", 10);
          const exit = { quantity: 10, parent, oco: "exit" };
          broker.sell("A", { ...exit, limit: 110 });
          broker.sell("A", { ...exit, stop: 90 });
        },
      },
      // Neither is reduceOnly: the group alone must do it.
      expected: {
        trades: [{ quantity: 10, exitIndex: 2, exitPrice: 110, pnl: 100 }],
        orders: [
          { status: "filled" },
          { status: "filled", price: 110 },
          { status: "cancelled", reason: "oco", filled: 0 },
        ],
        ledger: [[1, 0, 0, 10], [2, 0, 1100, 0]],
      },
    },
  ),
  makeCase("the exits of an entry that is rejected never come to life", {
    prices: { A: [100, 100, [100, 120, 80, 100]] },
    settings: { cashPolicy: "reject" },
    does: {
      0: (broker) => {
        const parent = broker.buy("A", 50);
        broker.sell("A", { quantity: 50, limit: 110, parent });
        broker.sell("A", { quantity: 50, stop: 90, parent });
      },
    },
    expected: {
      trades: [],
      orders: [
        { status: "rejected", reason: "buyingPower", endIndex: 1 },
        { status: "cancelled", reason: "parent", endIndex: 1 },
        { status: "cancelled", reason: "parent", endIndex: 1 },
      ],
    },
  }),
  makeCase("the exits of an entry at the close do not see the bar that was over", {
    prices: { A: [[100, 120, 80, 100], [100, 109, 91, 100], [100, 112, 95, 110]] },
    settings: { execution: { fill: "close" } },
    does: {
      0: (broker) => {
        const parent = broker.buy("A", { quantity: 1, bracket: { stop: 0.15 } });
        broker.sell("A", { quantity: 1, limit: 110, parent, reduceOnly: true });
      },
    },
    expected: {
      trades: [{ entryIndex: 0, entryPrice: 100, exitIndex: 2, exitPrice: 110, mae: -9, mfe: 10 }],
    },
  }),
  makeCase("a close that is queued and a stop that the open jumps: one exit", {
    prices: { A: [100, 100, [80, 81, 79, 80], 80] },
    does: {
      0: (broker) => broker.buy("A", { quantity: 2, bracket: { stop: 0.1 } }),
      1: (broker) => broker.close("A"),
    },
    expected: {
      trades: [{ quantity: 2, exitPrice: 80, reason: "signal", pnl: -40 }],
      ledger: [[1, 0, 800, 2], [2, 0, 960, 0]],
    },
  }),
  makeCase("a plain sell that is queued and a stop that the open jumps: one exit, under fifo too", {
    prices: { A: [100, 100, [80, 81, 79, 80], 80] },
    settings: { orderPriority: "fifo" },
    does: {
      0: (broker) => broker.buy("A", { quantity: 2, bracket: { stop: 0.1 } }),
      1: (broker) => broker.sell("A", 2),
    },
    expected: {
      trades: [{ quantity: 2, exitPrice: 80, pnl: -40 }],
      orders: [{ status: "filled" }, { status: "filled", filled: 2 }],
      ledger: [[1, 0, 800, 2], [2, 0, 960, 0]],
    },
  }),
  makeCase("two closes of one position: the second finds nothing and is cancelled", {
    prices: { A: [100, 100, 100] },
    does: {
      0: (broker) => broker.buy("A", 2),
      1: (broker) => {
        broker.close("A");
        broker.close("A");
      },
    },
    expected: {
      trades: [{ quantity: 2 }],
      orders: [
        { status: "filled" },
        { status: "filled" },
        { status: "cancelled", reason: "noPosition", endIndex: 2 },
      ],
      ledger: [[1, 0, 800, 2], [2, 0, 1000, 0]],
    },
  }),
  makeCase(
    "a rule that the close has triggered fills after it: never at the open that was before",
    {
      // The close of 94 is known after the open of 120.
      prices: { A: [100, 100, [120, 121, 93, 94], [95, 96, 94, 95]] },
      settings: { rules: [timeStop(2)] },
      does: { 0: (broker) => broker.buy("A", 1) },
      expected: { trades: [{ exitIndex: 3, exitPrice: 95, reason: "timeStop" }] },
    },
  ),
  makeCase("a part goes out at its level inside the bar, not at the open before it", {
    prices: { A: [100, 100, [101, 111, 100, 110]] },
    settings: {
      rules: [{
        type: "scaleOut",
        form: "fraction",
        parts: [{ at: { tag: "number", value: 0.1 }, fraction: { tag: "number", value: 0.5 } }],
      }],
    },
    does: { 0: (broker) => broker.buy("A", 2) },
    expected: {
      trades: [{ quantity: 1, exitPrice: 110, reason: "scaleOut" }, { reason: "open" }],
    },
  }),
  makeCase("a stop is not filled at its level by a bar that lies below it", {
    prices: { A: [100, 100, [80, 82, 79, 81]] },
    settings: { rules: [level("stopLoss", "distance", 4)] },
    does: { 0: (broker) => broker.buy("A", 1) },
    expected: { trades: [{ exitPrice: 80, reason: "stopLoss" }] },
  }),
  makeCase("a stop that waits for volume takes out what is held, at the price of its bar", {
    prices: { A: [100, 100, [97, 98, 94, 95], [85, 86, 84, 85], 84] },
    volume: { A: [100, 100, 0, 100, 100] },
    settings: { rules: [level("stopLoss", "distance", 5)], slippage: { impact: 1e-9 } },
    does: { 0: (broker) => broker.buy("A", 1), 2: (broker) => broker.close("A") },
    expected: {
      trades: [{ quantity: 1, exitIndex: 3, exitPrice: 85 - 8.5e-12, reason: "stopLoss" }],
      orders: [
        { status: "filled" },
        { status: "cancelled", reason: "noPosition", endIndex: 3 },
      ],
    },
  }),
  makeCase(
    "the rest of a stop that volume holds up fills at the next open, and turns nothing round",
    {
      // 50 of 100 on each bar; the next bar opens at 70, far below the stop of 95.
      prices: { A: [100, 100, [100, 100, 94, 96], [70, 72, 69, 70], 70] },
      volume: { A: [0, 2000, 1000, 1000, 1000] },
      settings: { cash: 10_000, participation: 0.05 },
      does: { 0: (broker) => broker.buy("A", { quantity: 100, bracket: { stop: 0.05 } }) },
      expected: {
        trades: [
          { quantity: 50, exitIndex: 2, exitPrice: 95, reason: "stopLoss", pnl: -250 },
          { quantity: 50, exitIndex: 3, exitPrice: 70, reason: "stopLoss", pnl: -1500 },
        ],
        ledger: [[1, 0, 0, 100], [2, 0, 4750, 50], [3, 0, 8250, 0]],
      },
    },
  ),
  makeCase("each partial exit is a row with its share of the entry's commission", {
    prices: { A: [100, 100, 110, 120] },
    settings: { commission: { perOrder: 4 } },
    does: {
      0: (broker) => broker.buy("A", 4),
      1: (broker) => broker.sell("A", 1),
      2: (broker) => broker.sell("A", 3),
    },
    // 10 - (1 + 4), then 60 - (3 + 4); together the change of the equity.
    expected: {
      trades: [{ quantity: 1, fees: 5, pnl: 5 }, { quantity: 3, fees: 7, pnl: 53 }],
      equity: [1000, 996, 1032, 1058],
    },
  }),
  makeCase("a limit below a better open slips, but never past the limit", {
    prices: { A: [100, [98, 99, 97, 98]], B: [100, [99.4, 100, 97, 98]] },
    settings: { slippage: { percent: 0.01 } },
    does: {
      0: (broker) => {
        broker.buy("A", { quantity: 1, limit: 99.5 });
        broker.buy("B", { quantity: 1, limit: 99.5 });
      },
    },
    expected: { trades: [{ entryPrice: 98.98 }, { entryPrice: 99.5 }] },
  }),
  makeCase("fills at the close and a stop: out at the stop's price and under its name", {
    prices: { A: [100, [99, 99, 92, 92]] },
    settings: { execution: { fill: "close" } },
    does: { 0: (broker) => broker.buy("A", { quantity: 1, bracket: { stop: 0.05 } }) },
    expected: { trades: [{ exitIndex: 1, exitPrice: 95, reason: "stopLoss" }] },
  }),
  makeCase("of several stops the tightest gives price and name", {
    prices: { A: [100, 100, [104, 110, 103, 109], [108, 109, 90, 91]] },
    settings: {
      rules: [level("stopLoss", "fraction", 0.05), level("trailingStop", "distance", 8)],
    },
    does: { 0: (broker) => broker.buy("A", 1) },
    expected: { trades: [{ exitIndex: 3, exitPrice: 102, reason: "trailingStop" }] },
  }),
  makeCase("slippage is money: each leg of a flip pays for its own quantity", {
    prices: { F: [100, 100, 100] },
    settings: {
      slippage: { fixed: 1 },
      cash: 10_000,
      assets: { F: { multiplier: 10 } },
    },
    does: { 0: (broker) => broker.buy("F", 2), 1: (broker) => broker.sell("F", 5) },
    // In at 101, out at 99: 2 * 10 each; the short of 3 at 99: 3 * 10.
    expected: {
      trades: [{ quantity: 2, slippage: 40, pnl: -40 }, { quantity: 3, slippage: 30, pnl: -30 }],
    },
  }),
  makeCase("an exit that a rule has queued does not close the position that comes after", {
    prices: { A: [100, 100, 101, 102, 103, 104] },
    settings: { rules: [timeStop(1)] },
    does: {
      0: (broker) => broker.buy("A", 1),
      // The rule has queued its exit; what would add to the position goes with it.
      1: (broker) => broker.buy("A", 1),
      2: (broker) => {
        broker.setRules([]);
        broker.buy("A", 1);
      },
    },
    expected: {
      trades: [
        { entryIndex: 1, exitIndex: 2, exitPrice: 101, reason: "timeStop" },
        { entryIndex: 3, entryPrice: 102, reason: "open" },
      ],
      orders: [
        { status: "filled" },
        { status: "cancelled", reason: "noPosition", endIndex: 2 },
        { status: "filled" },
      ],
    },
  }),
  makeCase("a jumped stop is not followed by a new entry at its own price", {
    prices: { A: [100, 100, [80, 81, 79, 80], 80], B: [50, 50, 50, 50] },
    settings: { rules: [level("stopLoss", "fraction", 0.1)] },
    does: {
      0: (broker) => broker.orderTargetPercent("A", 0.5),
      1: (broker) => {
        broker.orderTargetPercent("A", 0.6);
        broker.orderTargetPercent("B", 0.1);
      },
    },
    expected: {
      trades: [{ asset: 0, exitIndex: 2, exitPrice: 80, reason: "stopLoss" }, { asset: 1 }],
      orders: [
        { status: "filled" },
        { status: "cancelled", reason: "noPosition", endIndex: 2 },
        { status: "filled" },
      ],
    },
  }),
  makeCase("shorts under credit are bounded by the equity, however often they are added to", {
    prices: { A: [100, 100, 100, 100] },
    settings: { shortProceeds: "credit" },
    does: Object.fromEntries([0, 1, 2].map((t) => [t, (broker) => broker.sell("A", 9)])),
    expected: {
      trades: [{ side: -1, quantity: 10 }],
      orders: [
        { status: "filled", filled: 9 },
        { status: "filled", filled: 1 },
        { status: "rejected", reason: "buyingPower" },
      ],
      reducedOrders: 1,
    },
  }),
  makeCase("targets leave the protective orders and rules of a position alone", {
    prices: { A: [100, 100, 100, [95, 96, 85, 86]] },
    does: {
      0: (broker) => broker.buy("A", { quantity: 4, bracket: { takeProfit: 0.5 } }),
      1: (broker) => {
        broker.sell("A", { quantity: 9, stop: 90, reduceOnly: true });
        broker.orderTargetQuantity("A", 2);
      },
    },
    expected: {
      trades: [{ quantity: 2, exitIndex: 2 }, { quantity: 2, exitIndex: 3, exitPrice: 90 }],
    },
  }),
  makeCase("turning round leaves the other orders of the asset, but those that only reduce", {
    prices: { A: [100, 100, 100, [100, 111, 89, 100]] },
    does: {
      0: (broker) => broker.buy("A", 1),
      1: (broker) => {
        broker.sell("A", { quantity: 1, limit: 110, reduceOnly: true });
        broker.sell("A", { quantity: 1, limit: 111 });
        broker.sell("A", 3);
      },
    },
    expected: {
      trades: [{ side: 1, reason: "reverse" }, { side: -1, quantity: 3 }],
      orders: [
        { status: "filled" },
        { status: "cancelled", reason: "noPosition", endIndex: 2 },
        { status: "filled", price: 111 },
        { status: "filled" },
      ],
    },
  }),
  makeCase("cash that an exit frees on an intraday bar is there on the next of the same date", {
    prices: { A: [100, 100, 100, 100], B: [50, 50, 50, 50] },
    times: [0, 1, 2, 3].map((minute) => minute * 60_000),
    does: {
      0: (broker) => broker.buy("A", 10),
      1: (broker) => broker.close("A"),
      2: (broker) => broker.buy("B", 20),
    },
    expected: { trades: [{ asset: 0, quantity: 10 }, { asset: 1, quantity: 20 }] },
  }),
  makeCase("the commission and the buying power of a contract count its multiplier", {
    // One contract is 100 * 4 and 1%: 2 cost 808; a third does not fit.
    prices: { F: [100, 100, 100] },
    settings: {
      cashPolicy: "reject",
      commission: { percent: 0.01 },
      assets: { F: { multiplier: 4 } },
    },
    does: { 0: (broker) => broker.buy("F", 2), 1: (broker) => broker.buy("F", 1) },
    expected: {
      trades: [{ quantity: 2, fees: 8, pnl: -8, reason: "open" }],
      orders: [{ status: "filled", fee: 8 }, { status: "rejected", reason: "buyingPower" }],
      equity: [1000, 992, 992],
    },
  }),
  makeCase("a stop-limit fills, on either side", {
    prices: { A: [100, [100, 104, 96, 100]], B: [100, [100, 104, 96, 100]] },
    does: {
      0: (broker) => {
        broker.buy("A", { quantity: 1, stop: 103, limit: 104 });
        broker.sell("B", { quantity: 1, type: "stopLimit", stop: 97, limit: 96 });
      },
    },
    expected: {
      trades: [{ asset: 0, side: 1, entryPrice: 103 }, { asset: 1, side: -1, entryPrice: 97 }],
    },
  }),
  makeCase("fill says at which price market orders fill, in both modes", {
    prices: { A: [[100, 101, 99, 101], [102, 104, 101, 103]] },
    settings: { execution: { fill: "close" } },
    does: {
      0: (broker) => broker.buy("A", 1),
      1: (broker) => broker.close("A"),
    },
    expected: { trades: [{ entryPrice: 101, exitIndex: 1, exitPrice: 103, pnl: 2 }] },
  }),
  makeCase("what is open at the end is an open row, and the equity starts from the cash", {
    prices: { A: [100, [110, 110, 110, 110], 121] },
    does: { [-1]: (broker) => broker.buy("A", 5) },
    expected: {
      trades: [{ entryIndex: 0, exitIndex: -1, exitPrice: 121, reason: "open", pnl: 105 }],
      equity: [1000, 1050, 1105],
    },
  }),
  makeCase("several positions are ruined together, and no order turns any of them round", {
    prices: { A: [100, 100, 10], B: [100, 100, 190] },
    settings: { leverage: 4, cashPolicy: "unlimited" },
    does: {
      0: (broker) => {
        broker.buy("A", 10);
        broker.sell("B", 10);
      },
      1: (broker) => {
        broker.sell("A", { quantity: 10, stop: 5 });
        broker.buy("B", { quantity: 10, stop: 200 });
      },
    },
    expected: {
      trades: [
        { asset: 0, reason: "liquidation", exitPrice: 10 },
        { asset: 1, reason: "liquidation", exitPrice: 190 },
      ],
      orders: [
        { status: "filled" },
        { status: "filled" },
        { status: "cancelled", reason: "liquidation" },
        { status: "cancelled", reason: "liquidation" },
      ],
      ruinIndex: 2,
    },
  }),
];
