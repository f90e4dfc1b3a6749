import { randomBars } from "../../bench/random_bars.ts";
import { makeBars } from "../../engine/data/make_bars.ts";
import type { Bars } from "../../engine/data/bars.ts";
import type { ExperimentInput } from "../../engine/experiment/types.ts";

/** Seeded bars of an instrument. */
export function named(symbol: string, count: number): Bars {
  const { time, columns } = randomBars(count);
  return makeBars({ symbol, time, columns });
}

/** A strategy of averages that cross. */
export const cross = {
  name: "cross",
  params: { fast: 5, slow: 20 },
  long: {
    enter: "crossOver(sma(close, fast), sma(close, slow))",
    exit: "crossUnder(sma(close, fast), sma(close, slow))",
  },
};

/** One without parameters. */
export const dip = { name: "dip", long: { enter: "close < sma(close, 5)", exit: "close > open" } };

/** Two strategies on two instruments: a grid for one of them, defaults for the other. */
export function crosses(bars = 400): ExperimentInput {
  return {
    name: "crosses",
    strategies: [cross, dip],
    instruments: [named("ABC", bars), named("XYZ", bars + 100)],
    grids: [{
      strategies: ["cross"],
      axes: { fast: [3, 5, 8, 13], slow: [10, 20, 40], "settings.commission.percent": [0, 0.001] },
      where: "fast < slow",
    }],
    settings: { cash: 50_000 },
  };
}
