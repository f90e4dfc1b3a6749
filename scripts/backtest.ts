#!/usr/bin/env -S deno run --allow-read --allow-write
/**
 * Backtests a strategy file on a file of bars, or compares two: `--help` lists its flags, exit codes and what it writes.
 *
 * @module
 */
import { checkFlags } from "./backtest/check_flags.ts";
import { backtestCommand } from "./backtest/flags.ts";
import { resultPage } from "./backtest/result_page.ts";
import { runStrategies } from "./backtest/run_strategies.ts";
import { writeResult } from "./backtest/write_result.ts";
import { paint, showsColor } from "./command/paint.ts";
import { Phases } from "./command/phases.ts";
import { print } from "./command/print.ts";
import { runCommand } from "./command/run_command.ts";

await runCommand(backtestCommand, async (flags) => {
  const { places, rolling, range } = checkFlags(flags);
  const { compare, quiet, json, verify: verified, out, format = "csv" } = flags;
  const show = (page: string): void => console.log(showsColor() ? paint(page) : page);
  const phases = new Phases();
  // What one kind of run needs is loaded only there: no other run waits for it.
  if (range !== undefined) {
    const { runTrace } = await import("./backtest/run_trace.ts");
    const pieces = await runTrace(places[0], flags, { range, phases });
    if (!quiet) print(json || !showsColor() ? pieces : pieces.map(paint));
    return;
  }
  const results = await runStrategies(places, flags, phases);
  if (compare !== undefined) {
    if (quiet) return;
    const { comparisonPage } = await import("./backtest/comparison_page.ts");
    const page = comparisonPage(results, { json, verified, phases });
    return json ? console.log(page) : show(page);
  }
  const [result] = results;
  const text = await writeResult(result, { out, format, rolling, phases });
  if (json) return console.log(text);
  if (!quiet) show(resultPage(result, { phases, verified, out }));
});
