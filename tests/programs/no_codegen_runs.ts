import type { Bars, SettingsInput, StrategyInput } from "../../mod.ts";
import { barsFrom } from "../../mod.ts";

/** Closes that rise, fall and rise again. */
const close = [10, 11, 12, 11, 10, 9, 10, 12, 13, 11, 12, 14, 15, 13];

/** What `no_codegen.ts` runs where strings may not become code, and `no_codegen_test.ts` where they may. */
export const bars: Bars = barsFrom({
  time: close.map((_, day) => day * 86_400_000),
  open: close.map((price, t) => t === 0 ? price : close[t - 1]),
  high: close.map((price) => price + 2),
  low: close.map((price) => price - 2),
  close,
  volume: close.map(() => 1000),
});

/** Signals alone. */
export const up: StrategyInput = {
  name: "up",
  long: { enter: "rising(close, 2)", exit: "falling(close, 2)" },
};

/** Orders, additions, parts and rules. */
export const dips: StrategyInput = {
  name: "dips",
  long: {
    enter: "close < 12",
    exit: "close > 14",
    entry: { type: "limit", price: "close - 0.5", expires: 2 },
    exitOrder: { type: "marketOnClose" },
  },
  risk: [
    { stopLoss: { distance: 3 } },
    { scaleOut: [{ at: { riskMultiple: 0.5 }, fraction: 0.5 }] },
    { breakEven: 0.1 },
    { trailingStop: { distance: 4, after: 0.1 } },
  ],
  size: { riskOfEquity: 0.02 },
  filter: { weekdays: ["mon", "tue", "wed", "thu", "fri"] },
};

/** Settings under which they run. */
export const costs: SettingsInput = {
  tick: 0.25,
  slippage: { ticks: 1, impact: 0.1 },
  financing: { interest: 0.02 },
  execution: { pyramid: 2 },
};
