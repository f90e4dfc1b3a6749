#!/usr/bin/env -S deno run --allow-read --allow-write
/**
 * Backtests a strategy file on a CSV file: `--help` lists its flags, exit codes and what it writes.
 *
 * @module
 */
import { compile } from "../codegen/compile.ts";
import { backtest } from "../engine/run/backtest.ts";
import { checkFlags } from "./backtest/check_flags.ts";
import { backtestCommand } from "./backtest/flags.ts";
import { resultPage } from "./backtest/result_page.ts";
import { writeResult } from "./backtest/write_result.ts";
import { loadBars } from "./command/load_bars.ts";
import { loadSettings } from "./command/load_settings.ts";
import { loadStrategy } from "./command/load_strategy.ts";
import { paint, showsColor } from "./command/paint.ts";
import { Phases } from "./command/phases.ts";
import { readCount } from "./command/read_count.ts";
import { readParams } from "./command/read_params.ts";
import { runCommand } from "./command/run_command.ts";

await runCommand(backtestCommand, async (flags) => {
  checkFlags(flags);
  const rolling = flags.rolling === undefined
    ? undefined
    : readCount("--rolling", flags.rolling, { min: 2 });
  const phases = new Phases();
  const { "sim-mode": simMode, direction, verify, quiet, out, format = "csv" } = flags;
  const benchmark = flags.benchmark === undefined ? {} : { benchmark: flags.benchmark };
  const params = readParams(flags.param);
  const onSkip = (column: string): void => {
    if (!quiet) console.error(`Column left out, it holds no numbers: ${JSON.stringify(column)}`);
  };
  const bars = await phases.time(
    "read",
    () => loadBars({ ...flags, priceOnly: flags["price-only"], onSkip }),
  );
  const [strategy, settings] = await phases.time("compile", async () => {
    const loaded = [await loadStrategy(flags.strategy), await loadSettings(flags.config)] as const;
    // The run finds the kernel in the cache.
    if (simMode === "batch") compile(...loaded, direction);
    return loaded;
  });
  const options = { ...settings, params, direction, simMode, verify, ...benchmark };
  const result = await phases.time("run", () => backtest(strategy, bars, options));
  await phases.time("statistics", () => result.statistics);
  await phases.time("costs", () => result.costReturns);
  const text = await writeResult(result, { out, format, rolling, phases });
  if (flags.json) return console.log(text);
  if (quiet) return;
  const page = resultPage(result, { phases, verified: verify, out });
  console.log(showsColor() ? paint(page) : page);
});
