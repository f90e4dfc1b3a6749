#!/usr/bin/env -S deno run --allow-read
/**
 * Follows a trend with one unit, and with up to three more that are added at new highs.
 *
 * @module
 */
import { backtest, formatValue, readBars, strategy, trailingStop } from "../../mod.ts";
import { sp500Path } from "../demo_data.ts";

const trend = strategy({
  name: "pyramid",
  long: { enter: "crossOver(close, highest(high, 20)[1])" },
  risk: [trailingStop({ distance: "5 * atr(20)" })],
  size: { percentOfEquity: 0.25 },
});

const bars = await readBars(await sp500Path(), { symbol: "S&P 500" });
for (const pyramid of [0, 1, 3]) {
  const { statistics, output } = backtest(trend, bars, {
    commission: { percent: 0.0005 },
    execution: { pyramid },
    verify: true,
  });
  const { quantity, count } = output.ledger;
  const fills = quantity.slice(0, count);
  const added = fills.filter((now, fill) =>
    fill > 0 && fills[fill - 1] > 0 && now > fills[fill - 1]
  );
  const [total, exposure, worst] = [
    statistics.totalReturn,
    statistics.valueExposure,
    statistics.maxDrawdown,
  ].map((value) => formatValue(value, "fraction"));
  console.log(
    `At most ${pyramid} additions: ${statistics.trades} trades, ${added.length} additions, ` +
      `return ${total} with ${exposure} invested, worst drawdown ${worst}`,
  );
}
