#!/usr/bin/env -S deno run --allow-read
/**
 * Backtests a moving-average strategy on twenty years of S&P 500 prices and prints what came of it.
 *
 * @module
 */
import { readBars } from "../engine/data/csv.ts";
import { backtest } from "../engine/run/backtest.ts";
import type { BacktestResult } from "../engine/run/result.ts";
import { besides } from "../engine/stats/table.ts";
import { charts } from "./backtest/charts.ts";
import { exitCodeNotes } from "./command/exit.ts";
import { paint, showsColor } from "./command/paint.ts";
import { runCommand } from "./command/run_command.ts";
import { readingInput } from "./command/system_error.ts";
import config from "./demo_config.json" with { type: "json" };
import { sp500Path } from "./demo_data.ts";
import strategy from "./demo_strategy.json" with { type: "json" };

await runCommand({
  run: "deno run --allow-read scripts/demo.ts",
  summary: "Backtests a moving-average strategy on twenty years of S&P 500 prices",
  flags: {},
  notes: exitCodeNotes(),
}, async () => {
  const bars = await readingInput(
    "the demonstration data",
    async () => readBars(await sp500Path(), { symbol: "S&P 500" }),
  );
  const text = page(backtest(strategy, bars, config));
  console.log(showsColor() ? paint(text) : text);
});

/** Statistics, trades, curves and yearly returns, in fewer lines than a tall terminal has. */
function page(result: BacktestResult): string {
  const curves = charts(result, { width: 52 }).flatMap((block) => block.split("\n"));
  const [, ...years] = result.yearlyTable().split("\n");
  const third = Math.ceil(years.length / 3);
  const columns = [0, 1, 2].map((at) => years.slice(at * third, (at + 1) * third));
  const returns = ["Returns by year", ...columns.reduce((left, right) => besides(left, right))];
  return [result.toString(), besides(curves, returns).join("\n"), yourOwn()].join("\n\n");
}

/** The line that does the same with the reader's data; the scripts may have been run by URL. */
function yourOwn(): string {
  const here = import.meta.url.startsWith("file:")
    ? "scripts/"
    : new URL(".", import.meta.url).href;
  return `Your own: deno run --allow-read --allow-write ${here}backtest.ts ` +
    `--data bars.csv --strategy ${here}demo_strategy.json`;
}
