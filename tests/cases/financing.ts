import { type Case, makeCase, scaleOut, size } from "./case.ts";

const first = [100, 101, 99, 100] as const;
/** A tenth of a year of 365 days from bar to bar. */
const times = [0, 1, 2, 3].map((value) => value * 36.5 * 86_400_000);
const quiet = { prices: [first, first, first], times: times.slice(0, 3) };

/** What holding costs and cash earns, section 8. */
export const financingCases: readonly Case[] = [
  makeCase("a short pays for borrowing, on the value at the close before", {
    prices: [first, [100, 121, 99, 120], first, first],
    times,
    signals: { se: [0], sx: [2] },
    financing: { borrow: 0.1 },
    // 0.1 * 120 * 0.1 over bar 2, 0.1 * 100 * 0.1 over bar 3.
    expected: {
      trades: [{ side: -1, exitIndex: 3, pnl: -2.2, financing: 2.2, fees: 0 }],
      equity: [1000, 980, 998.8, 997.8],
      ledger: [[1, 1100, -1], [3, 997.8, 0]],
    },
  }),
  makeCase("a long borrows nothing", {
    ...quiet,
    signals: { le: [0] },
    financing: { borrow: 0.1 },
    expected: { trades: [{ pnl: 0, financing: 0 }] },
  }),
  makeCase("a position opened and closed within one bar pays nothing", {
    prices: [first, [100, 106, 99, 100], first],
    times: times.slice(0, 3),
    signals: { se: [0] },
    risk: [scaleOut("distance", [[1, 1]])],
    financing: { borrow: 0.1 },
    expected: { trades: [{ exitIndex: 1, exitPrice: 99, pnl: 1, financing: 0 }] },
  }),
  makeCase("cash earns interest", {
    ...quiet,
    signals: { le: [0] },
    financing: { interest: 0.05 },
    // 1000 * 0.05 * 0.1 = 5; then 905 * 0.05 * 0.1 = 4.525.
    expected: {
      trades: [{ pnl: 0, financing: 0 }],
      equity: [1000, 1005, 1009.525],
      interest: 9.525,
    },
  }),
  makeCase("interest of the night before an entry is not in its size", {
    ...quiet,
    signals: { le: [0] },
    size: size("percentOfEquity", 1),
    financing: { interest: 0.05 },
    // 1000 / 100; then 5 * 0.05 * 0.1.
    expected: { trades: [{ quantity: 10 }], ledger: [[1, 5, 10]], interest: 5.025 },
  }),
  makeCase("interest is in what the second leg of a reversal is sized with", {
    prices: [first, first, first, first],
    times,
    signals: { le: [0], se: [1] },
    size: size("percentOfEquity", 0.5),
    financing: { interest: 0.05 },
    // 5 units; cash 505, then 507.525; 1007.525 when the short fills. Then b = 1511.2875 - 503.7625.
    expected: {
      trades: [{ quantity: 5 }, { side: -1, quantity: 5.037625 }],
      interest: 5 + 2.525 + 5.037625,
    },
  }),
  makeCase("cash below zero pays margin interest", {
    ...quiet,
    signals: { le: [0] },
    size: size("units", 15),
    leverage: 2,
    financing: { interest: 0, marginInterest: 0.2 },
    // -500 * 0.2 * 0.1.
    expected: { trades: [{ pnl: 0 }], equity: [1000, 1000, 990], interest: -10 },
  }),
  makeCase("the proceeds of a short earn nothing", {
    ...quiet,
    signals: { se: [0] },
    size: size("units", 5),
    financing: { interest: 0.05 },
    // 1005 of its own on bar 2: 5.025.
    expected: { trades: [{ side: -1, pnl: 0 }], interest: 10.025 },
  }),
  makeCase("longs pay funding, of the bar at its start", {
    ...quiet,
    signals: { le: [0] },
    columns: { rate: [0.5, 0.5, 0.001] },
    size: size("units", 2),
    financing: { funding: "rate" },
    // 0.001 * 200; what bar 1 says is before the position.
    expected: { trades: [{ pnl: -0.2, financing: 0.2 }], equity: [1000, 1000, 999.8] },
  }),
  makeCase("shorts receive funding, and pay for borrowing too", {
    ...quiet,
    signals: { se: [0] },
    columns: { rate: [0, 0, 0.03] },
    size: size("units", 2),
    financing: { borrow: 0.1, funding: "rate" },
    // 0.1 * 200 * 0.1 - 0.03 * 200.
    expected: {
      trades: [{ side: -1, pnl: 4, financing: -4 }],
      equity: [1000, 1000, 1004],
    },
  }),
  makeCase("funding that is NaN is none", {
    ...quiet,
    signals: { le: [0] },
    columns: { rate: [NaN, NaN, NaN] },
    financing: { funding: "rate" },
    expected: { trades: [{ pnl: 0, financing: 0 }] },
  }),
  makeCase("a part takes its share of what was paid for holding", {
    prices: [first, first, [100, 106, 99, 104], first],
    times,
    signals: { le: [0] },
    columns: { rate: [0, 0, 0.01, 0.01] },
    size: size("units", 4),
    risk: [scaleOut("distance", [[5, 0.25]])],
    financing: { funding: "rate" },
    // 4 over bar 2, a quarter of it to the part; 0.01 * 3 * 104 over bar 3 to the rest.
    expected: {
      trades: [
        { quantity: 1, pnl: 4, financing: 1 },
        { quantity: 3, pnl: -6.12, financing: 6.12 },
      ],
    },
  }),
  makeCase("nothing is earned after ruin", {
    prices: [first, [100, 400, 99, 300], first],
    times: times.slice(0, 3),
    signals: { se: [0] },
    size: size("units", 8),
    financing: { interest: 0.05, marginInterest: 0.2 },
    // 5 over bar 1; 1805 - 2400.
    expected: {
      trades: [{ side: -1, reason: "liquidation" }],
      equity: [1000, -595, -595],
      interest: 5,
      ruinIndex: 1,
    },
  }),
];
