#!/usr/bin/env -S deno run --allow-read
/**
 * In an uptrend, waits up to three bars for a price one percent lower, and shows what the waiting costs and brings against
 * buying at the next open.
 *
 * @module
 */
import { backtest, formatValue, type OrderInput, readBars, strategy } from "../../mod.ts";
import { sp500Path } from "../demo_data.ts";

const entries: Record<string, OrderInput> = {
  "at the next open": { type: "market" },
  "1% below the close": { type: "limit", price: "close * 0.99", expires: 3 },
};

const bars = await readBars(await sp500Path(), { symbol: "S&P 500" });
for (const [name, entry] of Object.entries(entries)) {
  const pullback = strategy({
    name: "pullback",
    long: {
      enter: "close > sma(close, 200) && close < lowest(low, 5)[1]",
      entry,
      exit: "close > sma(close, 10)",
    },
    risk: [{ stopLoss: 0.05 }],
  });
  const result = backtest(pullback, bars, { commission: { percent: 0.0005 }, verify: true });
  const { expired } = result.toJSON().counts.refused;
  const [average, total, exposure] = [
    result.statistics.averageTrade,
    result.statistics.totalReturn,
    result.statistics.exposureTime,
  ].map((value) => formatValue(value, "fraction"));
  console.log(`Buying ${name}: ${result.trades.length} trades, ${expired} orders expired`);
  console.log(`  ${average} a trade, return ${total}, in the market ${exposure} of the time`);
}
