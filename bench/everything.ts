import { settings } from "../codegen/define/settings.ts";
import { strategy } from "../codegen/define/strategy.ts";
import type { Settings, Strategy } from "../codegen/define/types.ts";

/** A run that uses all that makes a kernel long: both sides, every rule, resting orders, every cost. */
export const everything: { readonly strategy: Strategy; readonly settings: Settings } = {
  strategy: strategy({
    name: "everything",
    let: { fast: "sma(close, 5)", slow: "sma(close, 20)" },
    long: {
      enter: "crossOver(fast, slow)",
      exit: "crossUnder(fast, slow)",
      entry: { type: "stopLimit", price: "high", limit: "high * 1.01", expires: 5 },
      exitOrder: { type: "limit", price: "close * 1.01", expires: 3 },
    },
    short: {
      enter: "crossUnder(fast, slow)",
      exit: "crossOver(fast, slow)",
      entry: { type: "limit", price: "close * 1.01", expires: 5 },
      exitOrder: { type: "stopLimit", price: "close * 1.01", limit: "close * 1.02", expires: 3 },
    },
    risk: [
      { stopLoss: { distance: "2 * atr(14)" } },
      { takeProfit: { riskMultiple: 3 } },
      { trailingStop: { fraction: 0.05, after: { riskMultiple: 1 } } },
      { breakEven: { after: 0.02, offset: 0.001 } },
      {
        scaleOut: [
          { at: { riskMultiple: 1 }, fraction: 0.3 },
          { at: { riskMultiple: 2 }, fraction: 0.3 },
        ],
      },
      { timeStop: 50 },
      { sessionEnd: { time: "15:55", zone: "America/New_York" } },
    ],
    filter: {
      from: "2000-01-01",
      to: "2030-01-01",
      weekdays: [1, 2, 3],
      hours: ["09:30", "15:00"],
      zone: "America/New_York",
    },
    size: { riskOfEquity: 0.01 },
  }),
  settings: settings({
    lot: 1,
    minQuantity: 1,
    maxQuantity: 1000,
    tick: 0.01,
    leverage: 2,
    commission: {
      perUnit: 0.005,
      perOrder: 1,
      minimum: 1,
      maximum: 50,
      tiers: [
        { upTo: 10_000, percent: 0.001 },
        { upTo: 100_000, percent: 0.0005 },
        { upTo: 1_000_000, percent: 0.0002 },
      ],
    },
    slippage: { percent: 0.001, fixed: 0.01, spread: 0.02, ticks: 1, impact: 0.1 },
    financing: { borrow: 0.02, interest: 0.01, marginInterest: 0.05, funding: "funding" },
    execution: {
      pyramid: 2,
      cooldown: 3,
      cooldownAfter: "loss",
      maxTradesPerDay: 3,
      ambiguity: "nearestOpen",
      trailTiming: "current",
    },
  }),
};
