import type { StrategyInput } from "../codegen/define/strategy.ts";
import { type Grid, grid, range } from "../engine/sweep/mod.ts";

/** Moving averages that cross, both sides, with or without a stop, a trail and a target. */
export function sweepStrategy(stops: boolean): StrategyInput {
  return {
    name: stops ? "crossing with stops" : "crossing",
    params: { fast: 5, slow: 60 },
    long: { enter: "crossOver(sma(close, fast), sma(close, slow))" },
    short: { enter: "crossUnder(sma(close, fast), sma(close, slow))" },
    risk: stops ? [{ stopLoss: 0.02 }, { trailingStop: 0.015 }, { takeProfit: 0.03 }] : [],
    size: { percentOfEquity: 0.95 },
  };
}

/** Costs of the runs. */
export const sweepSettings = { commission: { percent: 0.0005 }, slippage: { percent: 0.0001 } };

/** So many fast times so many slow lengths. */
export function sweepGrid(fast: number, slow: number): Grid {
  return grid({ fast: range(5, 4 + fast), slow: range(60, 56 + 4 * slow, 4) });
}
