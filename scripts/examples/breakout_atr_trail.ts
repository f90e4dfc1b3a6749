#!/usr/bin/env -S deno run --allow-read
/**
 * Buys new highs of 55 bars, risks two percent of the account a trade, and trails a stop three average ranges behind.
 *
 * @module
 */
import { atr, backtest, close, crossOver, formatTime, formatValue, high } from "../../mod.ts";
import { highest, lag, mul, readBars, riskOfEquity, strategy, trailingStop } from "../../mod.ts";
import { sp500Path } from "../demo_data.ts";

const breakout = strategy({
  name: "breakout",
  long: { enter: crossOver(close, lag(highest(high, 55))) },
  risk: [trailingStop({ distance: mul(3, atr(20)) })],
  size: riskOfEquity(0.02),
});

const bars = await readBars(await sp500Path(), { symbol: "S&P 500" });
const { statistics, trades } = backtest(breakout, bars, {
  commission: { percent: 0.0005 },
  verify: true,
});
const [total, exposure, worst] = [
  statistics.totalReturn,
  statistics.valueExposure,
  statistics.maxDrawdown,
].map((value) => formatValue(value, "fraction"));
console.log(
  `${trades.length} trades, return ${total} with ${exposure} invested on average, ` +
    `worst drawdown ${worst}`,
);
console.log("The three best:");
for (const trade of trades.toSorted((one, other) => other.pnl - one.pnl).slice(0, 3)) {
  const from = formatTime(trade.entryTime).slice(0, 10);
  const profit = formatValue(trade.pnl, "money");
  console.log(`  in ${from}, out after ${trade.barsHeld} bars by ${trade.exitReason}: ${profit}`);
}
