#!/usr/bin/env -S deno run --allow-read
/**
 * Long while a fast average is above a slow one, for three pairs of lengths: one strategy, run with other parameters.
 *
 * @module
 */
import { backtest, close, crossOver, crossUnder, formatValue, param } from "../../mod.ts";
import { readBars, sma, strategy } from "../../mod.ts";
import { sp500Path } from "../demo_data.ts";

const fast = sma(close, param("fast", 50, { min: 1, integer: true }));
const slow = sma(close, param("slow", 200, { min: 1, integer: true }));

const trend = strategy({
  name: "crossover",
  long: { enter: crossOver(fast, slow), exit: crossUnder(fast, slow) },
});

const bars = await readBars(await sp500Path(), { symbol: "S&P 500" });
for (const params of [{ fast: 10, slow: 50 }, { fast: 20, slow: 100 }, { fast: 50, slow: 200 }]) {
  const { statistics, trades } = backtest(trend, bars, {
    params,
    commission: { percent: 0.001 },
    verify: true,
  });
  const [gain, worst, hold] = [
    statistics.totalReturn,
    statistics.maxDrawdown,
    statistics.buyAndHoldReturn,
  ].map((value) => formatValue(value, "fraction"));
  console.log(
    `${params.fast}/${params.slow}: ${trades.length} trades, return ${gain} (held: ${hold}), ` +
      `worst drawdown ${worst}`,
  );
}
