import { level, makeCase, type PortfolioCase, timeStop } from "./case.ts";

const day = 86_400_000;

/** Assets that list late, end early or miss bars, and what goes on over all of them, sections 1 and 2. */
export const barCases: readonly PortfolioCase[] = [
  makeCase("an order waits for the asset's next bar, and the position keeps its last close", {
    prices: { A: [100, 100, undefined, undefined, [90, 91, 89, 90]], B: [50, 50, 50, 50, 50] },
    does: { 0: (broker) => broker.buy("A", 1), 1: (broker) => broker.close("A") },
    expected: {
      trades: [{ entryIndex: 1, exitIndex: 4, exitPrice: 90, pnl: -10 }],
      equity: [1000, 1000, 1000, 1000, 990],
    },
  }),
  makeCase("an asset that lists late can be ordered before, and is worth nothing until it fills", {
    prices: { A: [100, 100, 100, 100], B: [undefined, undefined, [50, 55, 49, 52], 53] },
    does: { 0: (broker) => broker.buy("B", 2) },
    expected: {
      trades: [{ asset: 1, entryIndex: 2, entryPrice: 50, pnl: 6 }],
      equity: [1000, 1000, 1004, 1006],
    },
  }),
  makeCase(
    "an asset that ends early stays open at its last close, its orders are cancelled at the end",
    {
      prices: { A: [100, 100, [102, 102, 102, 102]], B: [50, 50, 50, 50, 50] },
      does: { 0: (broker) => broker.buy("A", 1), 2: (broker) => broker.close("A") },
      expected: {
        trades: [{ exitIndex: -1, exitPrice: 102, reason: "open", pnl: 2 }],
        orders: [{ status: "filled" }, { status: "cancelled", reason: "endOfData", endIndex: 4 }],
        equity: [1000, 1000, 1002, 1002, 1002],
      },
    },
  ),
  makeCase("atEnd close takes it out at its last close, on the last bar", {
    prices: { A: [100, 100, 102], B: [50, 50, 50, 50] },
    settings: { execution: { atEnd: "close" } },
    does: { 0: (broker) => broker.buy("A", 1) },
    expected: { trades: [{ exitIndex: 3, exitPrice: 102, reason: "endOfData", pnl: 2 }] },
  }),
  makeCase("a missing bar is no bar held: the time rule counts the asset's own", {
    prices: { A: [100, 100, undefined, 101, 102, 103], B: [50, 50, 50, 50, 50, 50] },
    settings: { rules: [timeStop(2)] },
    does: { 0: (broker) => broker.buy("A", 1) },
    // Entered on bar 1, the second bar after it is bar 4.
    expected: { trades: [{ exitIndex: 4, exitPrice: 102, reason: "timeStop" }] },
  }),
  makeCase("a stop is tested on the next bar that the asset has", {
    prices: { A: [100, 100, undefined, [80, 85, 79, 84]], B: [50, 50, 50, 50] },
    settings: { rules: [level("stopLoss", "fraction", 0.1)] },
    does: { 0: (broker) => broker.buy("A", 1) },
    expected: { trades: [{ exitIndex: 3, exitPrice: 80, reason: "stopLoss" }] },
  }),
  makeCase("each asset has its own rules over those of the account, type by type", {
    prices: { A: [100, [100, 101, 94, 100]], B: [100, [100, 106, 94, 100]] },
    settings: {
      rules: [level("stopLoss", "fraction", 0.05), level("takeProfit", "fraction", 0.2)],
      assets: { B: { rules: [level("stopLoss", "fraction", 0.1)] } },
    },
    does: {
      0: (broker) => {
        broker.buy("A", 1);
        broker.buy("B", { quantity: 1, bracket: { takeProfit: 0.05 } });
      },
    },
    expected: {
      trades: [
        { asset: 0, exitPrice: 95, reason: "stopLoss" },
        { asset: 1, exitPrice: 105, reason: "takeProfit" },
      ],
    },
  }),
  makeCase("setRules counts for positions opened from then on", {
    prices: { A: [100, 100, [100, 100, 85, 90]], B: [100, 100, [100, 100, 85, 90]] },
    does: {
      0: (broker) => broker.buy("A", 1),
      1: (broker) => {
        broker.setRules([{ stopLoss: 0.1 }]);
        broker.buy("B", 1);
      },
    },
    expected: {
      trades: [{ asset: 1, exitIndex: 2, exitPrice: 90 }, { asset: 0, reason: "open" }],
    },
  }),
  makeCase("parts go out of each position by its own largest quantity", {
    prices: { A: [100, [100, 111, 99, 110]], B: [50, [50, 56, 49, 55]] },
    settings: {
      rules: [{
        type: "scaleOut",
        form: "fraction",
        parts: [{ at: { tag: "number", value: 0.1 }, fraction: { tag: "number", value: 0.5 } }],
      }],
    },
    does: {
      0: (broker) => {
        broker.buy("A", 4);
        broker.buy("B", 2);
      },
    },
    expected: {
      trades: [
        { asset: 0, quantity: 2, exitPrice: 110, reason: "scaleOut" },
        { asset: 1, quantity: 1, exitPrice: 55, reason: "scaleOut" },
        { asset: 0, quantity: 2, reason: "open" },
        { asset: 1, quantity: 1, reason: "open" },
      ],
    },
  }),
  makeCase("a short pays for every bar of the panel, and interest leaves its proceeds out", {
    // 365 days a year and 73 days a bar: a fifth of a year. Borrow 10% of 100, interest 5% of 1100 - 100.
    prices: { A: [100, 100, undefined, 100], B: [50, 50, 50, 50] },
    times: [0, 73, 146, 219].map((days) => days * day),
    settings: { financing: { borrow: 0.1, interest: 0.05 } },
    does: { 0: (broker) => broker.sell("A", 1), 2: (broker) => broker.close("A") },
    // Bar 1: 10 on 1000. Bars 2 and 3: 2 paid; 1% of cash less 100: 10.1, then 10.181.
    expected: {
      trades: [{ exitIndex: 3, financing: 4, pnl: -4 }],
      interest: 10 + 10.1 + 10.181,
      equity: [1000, 1010, 1018.1, 1026.281],
    },
  }),
  makeCase("funding is read of each asset, on every bar", {
    prices: { A: [100, 100, 100], B: [50, 50, 50] },
    columns: { rate: [[0, 0], [0.5, 0.5], [0.01, 0.02]] },
    settings: { financing: { funding: "rate" } },
    does: {
      0: (broker) => {
        broker.buy("A", 1);
        broker.sell("B", 2);
      },
    },
    // Longs pay 1% of 100, shorts get 2% of 100; the rates of bar 1 are before both fills.
    expected: {
      trades: [{ financing: 1, pnl: -1 }, { financing: -2, pnl: 2 }],
      equity: [1000, 1000, 1001],
    },
  }),
  makeCase("ruin cancels all orders, then closes all positions, with and without a bar", {
    // 20 short at 100, then 160: equity 3000 - 3200 - …
    prices: { A: [100, 100, 160, 160], B: [50, 50, undefined, 50] },
    settings: { leverage: 3 },
    does: {
      0: (broker) => {
        broker.sell("A", 20);
        broker.buy("B", 2);
        broker.buy("A", { quantity: 1, limit: 10 });
      },
      2: (broker) => broker.buy("B", 1),
      3: (broker) => broker.buy("B", 1),
    },
    expected: {
      trades: [
        { asset: 0, exitIndex: 2, exitPrice: 160, reason: "liquidation", pnl: -1200 },
        { asset: 1, exitIndex: 2, exitPrice: 50, reason: "liquidation", pnl: 0 },
      ],
      orders: [
        { status: "filled" },
        { status: "filled" },
        { status: "cancelled", reason: "liquidation", endIndex: 2 },
        { status: "cancelled", reason: "liquidation", endIndex: 2 },
        { status: "rejected", reason: "liquidation", endIndex: 3 },
      ],
      equity: [1000, 1000, -200, -200],
      ruinIndex: 2,
    },
  }),
  makeCase("a session that ends closes each position at the close, and refuses entries after it", {
    prices: { A: [100, 100, 101], B: [50, 50, 51] },
    times: [14, 15, 16].map((hour) => hour * 3_600_000),
    settings: { rules: [{ type: "sessionEnd", minute: 16 * 60, zone: "UTC" }] },
    does: {
      0: (broker) => broker.buy("A", 1),
      1: (broker) => broker.buy("B", 1),
    },
    expected: {
      trades: [{ exitIndex: 2, exitPrice: 101, reason: "sessionEnd" }],
      orders: [{ status: "filled" }, { status: "rejected", reason: "sessionClosed" }],
    },
  }),
  makeCase("trades of the day are counted for each asset by itself", {
    prices: { A: [100, 100, 100, 100], B: [50, 50, 50, 50] },
    times: [1, 2, 3, 4].map((hour) => hour * 3_600_000),
    settings: { execution: { maxTradesPerDay: 1 } },
    does: {
      0: (broker) => {
        broker.buy("A", 1);
        broker.buy("B", 1);
      },
      1: (broker) => broker.close("A"),
      2: (broker) => broker.buy("A", 1),
    },
    expected: {
      trades: [{ asset: 0 }, { asset: 1, reason: "open" }],
      orders: [
        { status: "filled" },
        { status: "filled" },
        { status: "filled" },
        { status: "rejected", reason: "maxTradesPerDay" },
      ],
    },
  }),
  makeCase("under impact an asset without volume keeps its market order for the next open", {
    prices: { A: [100, 101, 102], B: [50, 50, 50] },
    volume: { A: [10, 0, 10], B: [10, 10, 10] },
    settings: { slippage: { impact: 0.5 } },
    does: {
      0: (broker) => {
        broker.buy("A", 1);
        broker.buy("B", { quantity: 1, type: "marketOnClose" });
      },
    },
    // 1 of 10: 0.5 * 0.01 * 102 = 0.51; B 0.25.
    expected: {
      trades: [{ asset: 0, entryIndex: 2, entryPrice: 102.51 }, { asset: 1, entryPrice: 50.25 }],
    },
  }),
];
