#!/usr/bin/env -S deno run --allow-read
/**
 * Buys dips in an uptrend between a stop and a target, both two average ranges away, for at most ten bars.
 *
 * @module
 */
import { backtest, formatValue, readBars, stopLoss, strategy } from "../../mod.ts";
import { takeProfit, timeStop } from "../../mod.ts";
import { sp500Path } from "../demo_data.ts";

const reversion = strategy({
  name: "mean-reversion",
  long: { enter: "rsi(close, 2) < 10 && close > sma(close, 200)" },
  risk: [
    stopLoss({ distance: "2 * atr(14)" }),
    takeProfit({ riskMultiple: 1 }),
    timeStop(10),
  ],
});

const bars = await readBars(await sp500Path(), { symbol: "S&P 500" });
const { statistics, trades } = backtest(reversion, bars, {
  slippage: { percent: 0.0002 },
  verify: true,
});
const [won, average, total] = [
  statistics.winRate,
  statistics.averageTrade,
  statistics.totalReturn,
].map((value) => formatValue(value, "fraction"));
console.log(`${trades.length} trades, ${won} won, ${average} on average, return ${total}`);
for (const [reason, group] of Map.groupBy(trades, ({ exitReason }) => exitReason)) {
  const profit = group.reduce((sum, { pnl }) => sum + pnl, 0);
  console.log(`  ${reason || "open"}: ${group.length}, profit ${formatValue(profit, "money")}`);
}
console.log(`Bars that touched stop and target: ${statistics.ambiguousBars}`);
