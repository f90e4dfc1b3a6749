#!/usr/bin/env -S deno run --allow-read
/**
 * Holds the two strongest of five shares, by their return over twelve months, and looks again every month; beside it all
 * five in equal parts, from the same file of monthly closes, in which one company lists late.
 *
 * @module
 */
import { formatValue, portfolio, readPanel, topBottom } from "../../mod.ts";
import type { PortfolioResult } from "../../mod.ts";
import { stocksPath } from "../demo_data.ts";

const panel = await readPanel(await stocksPath(), { priceOnly: true });
const account = portfolio(panel, { cash: 100_000, commission: { percent: 0.001 } });

const rotation = account.weights((_, bars) => {
  const before = bars.row("close", 12);
  return topBottom(bars.row("close").map((close, asset) => close / before[asset] - 1), 2, 0);
}, { on: "monthly", buffer: 0.01 });

const equal = account.weights((_, bars) => {
  const listed = bars.row("close").map((close) => Number(close > 0));
  const count = listed.reduce((sum, one) => sum + one, 0);
  return listed.map((one) => one / count);
}, { on: "monthly", buffer: 0.01, band: 0.05 });

function summary(name: string, { statistics, curves }: PortfolioResult): string {
  const [gain, worst] = [statistics.annualReturn, statistics.maxDrawdown]
    .map((value) => formatValue(value, "fraction"));
  const held = formatValue(Math.max(...curves.gross), "fraction");
  return `${name}: ${gain} a year, worst drawdown ${worst}, at most ${held} invested`;
}
console.log(summary("Two strongest", rotation));
console.log(summary("Equal parts", equal));
const assets = rotation.assets.toSorted((one, other) => other.pnl - one.pnl);
for (const { symbol, trades, pnl } of assets) {
  console.log(`  ${symbol}: ${trades} trades, profit ${formatValue(pnl, "money")}`);
}
