import { compile } from "../../codegen/compile.ts";
import { backtest } from "../../engine/run/backtest.ts";
import type { BacktestResult } from "../../engine/run/result.ts";
import { loadSettings } from "../command/load_settings.ts";
import { loadStrategy } from "../command/load_strategy.ts";
import type { Phases } from "../command/phases.ts";
import { readParams } from "../command/read_params.ts";
import type { BacktestFlags } from "./check_flags.ts";
import { loadRunBars } from "./load_run_bars.ts";
import { strategyParams } from "./strategy_params.ts";

/**
 * Runs strategies on the same bars under the same settings, and computes their statistics.
 *
 * @param places Where the strategies are.
 * @param phases Where the time goes.
 */
export async function runStrategies(
  places: readonly string[],
  flags: BacktestFlags,
  phases: Phases,
): Promise<BacktestResult[]> {
  const { "sim-mode": simMode, direction, verify, benchmark } = flags;
  const given = readParams(flags.param);
  const bars = await phases.time("read", () => loadRunBars(flags));
  const { strategies, settings } = await phases.time("compile", async () => {
    const strategies = [];
    for (const place of places) strategies.push(await loadStrategy(place));
    const settings = await loadSettings(flags.config);
    // The runs find the kernels in the cache.
    if (simMode === "batch") strategies.forEach((made) => compile(made, settings, direction));
    return { strategies, settings };
  });
  const options = {
    ...settings,
    direction,
    simMode,
    verify,
    ...(benchmark === undefined ? {} : { benchmark }),
  };
  const results = await phases.time("run", () =>
    strategies.map((made) => {
      const params = strategyParams(given, made, strategies);
      return backtest(made, bars, { ...options, params });
    }));
  await phases.time("statistics", () => results.forEach(({ statistics }) => statistics));
  await phases.time("costs", () => results.forEach(({ costReturns }) => costReturns));
  return results;
}
