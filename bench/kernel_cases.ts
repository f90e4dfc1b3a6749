import { settings } from "../codegen/define/settings.ts";
import { strategy } from "../codegen/define/strategy.ts";
import type { Settings, Strategy } from "../codegen/define/types.ts";
import { bollinger } from "./baselines/bollinger.ts";
import { breakout } from "./baselines/breakout.ts";
import type { Baseline } from "./baselines/output.ts";
import { rsiReversion } from "./baselines/rsi_reversion.ts";
import { smaCross } from "./baselines/sma_cross.ts";
import { smaCrossRisk } from "./baselines/sma_cross_risk.ts";
import { smaCrossRiskBare } from "./baselines/sma_cross_risk_bare.ts";

/** A strategy that is measured: in the language, and written by hand. */
export interface KernelCase {
  readonly name: string;
  readonly strategy: Strategy;
  readonly settings: Settings;
  /** The same in JavaScript. */
  readonly javascript: Baseline;
  /** The same without excursions and ambiguity. */
  readonly javascriptBare?: Baseline;
  /** Name of the same in C; with `_bare` the one without them, if there is one. */
  readonly native: string;
}

const most = { percentOfEquity: 0.95 };
const crossing = {
  let: { fast: "sma(close, 20)", slow: "sma(close, 50)" },
  up: "crossOver(fast, slow)",
  down: "crossUnder(fast, slow)",
};

/** Five strategies, from a bare crossing to one with rules, costs and reversal. */
export const kernelCases: readonly KernelCase[] = [
  {
    name: "sma cross, risk and costs",
    strategy: strategy({
      name: "sma cross, risk and costs",
      let: crossing.let,
      long: { enter: crossing.up },
      short: { enter: crossing.down },
      risk: [{ stopLoss: 0.02 }, { takeProfit: 0.03 }, { trailingStop: 0.015 }],
      size: most,
    }),
    settings: settings({ commission: { percent: 0.0005 }, slippage: { percent: 0.0001 } }),
    javascript: smaCrossRisk,
    javascriptBare: smaCrossRiskBare,
    native: "sma_cross_risk",
  },
  {
    name: "sma cross, long only",
    strategy: strategy({
      name: "sma cross, long only",
      let: crossing.let,
      long: { enter: crossing.up, exit: crossing.down },
      size: most,
    }),
    settings: settings(),
    javascript: smaCross,
    native: "sma_cross",
  },
  {
    name: "rsi reversion",
    strategy: strategy({
      name: "rsi reversion",
      long: { enter: "rsi(close, 14) < 30", exit: "rsi(close, 14) > 55" },
      risk: [{ stopLoss: 0.03 }, { timeStop: 50 }],
      size: most,
    }),
    settings: settings(),
    javascript: rsiReversion,
    native: "rsi_reversion",
  },
  {
    name: "breakout, atr trail",
    strategy: strategy({
      name: "breakout, atr trail",
      long: { enter: "close > lag(highest(high, 55), 1)", exit: "close < lag(lowest(low, 20), 1)" },
      risk: [{ trailingStop: { distance: "3 * atr(20)" } }],
      size: most,
    }),
    settings: settings(),
    javascript: breakout,
    native: "breakout",
  },
  {
    name: "bollinger at the close",
    strategy: strategy({
      name: "bollinger at the close",
      let: {
        upper: "bbands(close, 20, 2).upper",
        middle: "bbands(close, 20, 2).middle",
        lower: "bbands(close, 20, 2).lower",
        trend: "ema(close, 100)",
      },
      long: { enter: "close > upper && close > trend", exit: "close < middle" },
      short: { enter: "close < lower && close < trend", exit: "close > middle" },
      risk: [{ takeProfit: { distance: "2 * atr(14)" } }],
      size: { value: 10_000 },
    }),
    settings: settings({
      // So much that fixed costs do not use it up on ten million bars.
      cash: 10_000_000,
      commission: { perUnit: 0.02, minimum: 1 },
      slippage: { fixed: 0.01 },
      execution: { fill: "close" },
    }),
    javascript: bollinger,
    native: "bollinger",
  },
];
