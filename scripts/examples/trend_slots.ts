#!/usr/bin/env -S deno run --allow-read
/**
 * One trend-following strategy for five shares with room for two: held above their ten-month mean, the strongest over half
 * a year first where more of them ask than there is room for; beside it the same with room for all.
 *
 * @module
 */
import { formatValue, portfolio, readPanel, strategy } from "../../mod.ts";
import type { PortfolioResult } from "../../mod.ts";
import { stocksPath } from "../demo_data.ts";

const trend = strategy({
  name: "trend",
  params: { months: 10 },
  let: { mean: "sma(close, months)" },
  long: { enter: "close > mean", exit: "close < mean" },
  risk: [{ stopLoss: 0.2 }],
  size: { percentOfEquity: "0.98 / 2" },
});
const panel = await readPanel(await stocksPath(), { priceOnly: true });
const costs = { cash: 100_000, commission: { percent: 0.001 } };
const two = portfolio(panel, { ...costs, maxPositions: 2 }).strategy(trend, {
  rank: "roc(close, 6)",
});
const all = portfolio(panel, costs).strategy(trend);

function summary(name: string, { statistics, trades, rejected }: PortfolioResult): string {
  const [gain, worst] = [statistics.annualReturn, statistics.maxDrawdown]
    .map((value) => formatValue(value, "fraction"));
  const left = rejected.maxPositions + rejected.buyingPower;
  return `${name}: ${gain} a year, worst drawdown ${worst}, ${trades.length} trades, ${left} entries left out`;
}
console.log(summary("Room for two, by rank", two));
console.log(summary("Room for all, by cash", all));
const [best] = two.trades.toSorted((one, other) => other.pnl - one.pnl);
const since = new Date(best.entryTime).toISOString().slice(0, 7);
console.log(`  best: ${best.symbol} from ${since}, ${formatValue(best.pnl, "money")}`);
