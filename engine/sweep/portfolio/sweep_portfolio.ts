import { strategyToJson } from "../../../codegen/define/json.ts";
import type { ExpressionInput } from "../../../codegen/define/scope.ts";
import type { Direction } from "../../../codegen/define/types.ts";
import type { Panel } from "../../data/panel.ts";
import type { PortfolioBenchmark } from "../../portfolio/benchmark.ts";
import type { PortfolioSettingsInput } from "../../portfolio/portfolio_settings.ts";
import type { SimMode } from "../../run/result_fields.ts";
import { grid as makeGrid, isGrid } from "../grid/grid.ts";
import { runJob } from "../workers/run_job.ts";
import type { SweepRunOptions } from "../run_options.ts";
import { shared } from "../shared_bars.ts";
import { sharedColumn } from "../zones.ts";
import { codeOf, type PortfolioDefinition } from "./driver.ts";
import type { PortfolioJob } from "./job.ts";
import { readSweep } from "./read_sweep.ts";
import { PortfolioSweepResult } from "./result.ts";
import { PortfolioSetRunner } from "./run_sets.ts";
import { newSetRows } from "./set_rows.ts";
import { sharedPanel } from "./shared_panel.ts";

/** How a portfolio is swept. */
export interface PortfolioSweepOptions extends SweepRunOptions {
  /** Settings of all runs; those that the grid names vary, rules by their place: `settings.rules.0.stopLoss`. */
  readonly settings?: PortfolioSettingsInput;
  /** Of a strategy: which entries come first, as `Portfolio.strategy` takes it. */
  readonly rank?: ExpressionInput;
  /** Of a strategy: the sides to trade; `"BOTH"` where left out. */
  readonly direction?: Direction;
  /** Compiled code where it has all that is asked for (`"batch"`, the default), or the reference engine (`"event"`). */
  readonly simMode?: SimMode;
  /** What alpha, beta and information ratio are measured against. */
  readonly benchmark?: PortfolioBenchmark;
}

/**
 * Runs a portfolio with every set of a grid, on all cores, and keeps every statistic of each that needs no sorting.
 *
 * The statistics have the bits that `portfolio()` has with these parameters, however many Workers there are. A set whose
 * code throws fails with the reason, the others go on.
 *
 * @param definition Code that makes what drives a run (weights, orders, a strategy, or code for its events) from the
 * parameters of a set; or a strategy, whose parameters are swept; or the URL of a module whose default export is one of
 * these, which every Worker imports. Functions go to Workers as such a URL only.
 * @param panel Made by `panelFrom`, `readPanel` and the like.
 * @throws {DefinitionError} For anything wrong with definition, grid, settings, options, parameters or missing columns, all
 * at once where they can be told together.
 * @example The strongest of three, by several look-backs
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { panelFromArrays } from "../../data/panel_from_arrays.ts";
 * import { topBottom } from "../../portfolio/top_bottom.ts";
 * const time = Array.from({ length: 90 }, (_, day) => Date.UTC(2024, 0, 1 + day));
 * const close = time.flatMap((_, t) => [1, 2, 3].map((k) => 100 + 10 * Math.sin(t / (4 * k)) + t / k));
 * const panel = panelFromArrays({ symbols: ["A", "B", "C"], time, close, priceOnly: true });
 * const result = await sweepPortfolio(({ days, count }) => ({
 *   weights: (_, bars) => {
 *     const before = bars.row("close", days);
 *     return topBottom(bars.row("close").map((now, asset) => now / before[asset] - 1), count, 0);
 *   },
 *   every: 5,
 * }), panel, { grid: { days: [5, 10, 20], count: [1, 2] } });
 * const [best] = result.rank({ by: "totalReturn" });
 * assertEquals(result.column("totalReturn")[best], result.rerun(best).statistics.totalReturn);
 * ```
 */
export async function sweepPortfolio(
  definition: PortfolioDefinition | URL,
  panel: Panel,
  options: PortfolioSweepOptions,
): Promise<PortfolioSweepResult> {
  const module = definition instanceof URL ? definition : undefined;
  const own: unknown = module === undefined ? definition : (await import(module.href)).default;
  const sets = isGrid(options.grid) ? options.grid : makeGrid(options.grid);
  const { params = {}, simMode, benchmark } = options;
  const read = readSweep(own, panel, { ...options, sets, isModule: module !== undefined });
  const { strategy, ofStrategy, settings, workers, sealed, against } = read;
  const store = newSetRows(sets.count);
  const matrix = sharedColumn(sets.matrix.length);
  matrix.set(sets.matrix);
  const job: PortfolioJob = {
    panel: sharedPanel(panel),
    params,
    names: sets.names,
    matrix,
    variants: settings.variants,
    settings: settings.settings.map(({ input }) => input),
    strategy: ofStrategy,
    simMode: simMode ?? "batch",
    benchmark: against === undefined ? undefined : shared(against.prices),
    store,
  };
  const { states, ...end } = await runJob(job, {
    ...options,
    workers,
    sealed,
    bars: panel.length,
    units: 1,
    runner: () => new PortfolioSetRunner(job, own),
    module,
    definition: () => strategy && strategyToJson(strategy.strategy),
    entry: new URL("./worker.ts", import.meta.url),
    server: new URL("./serve_portfolio.ts", import.meta.url),
  });
  return new PortfolioSweepResult({
    grid: sets,
    ...end,
    store: { ...store, states },
    panel,
    code: codeOf(own, ofStrategy),
    strategy,
    params,
    ...settings,
    options: {
      ...(simMode === undefined ? {} : { simMode }),
      ...(benchmark === undefined ? {} : { benchmark }),
    },
    benchmark: against?.name ?? null,
  });
}
