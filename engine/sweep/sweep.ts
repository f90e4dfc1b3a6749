import { expressionsOf } from "../../codegen/define/custom_column.ts";
import { strategyToJson } from "../../codegen/define/json.ts";
import { type Problem, throwProblems } from "../../codegen/define/problem.ts";
import { readChoice, readNumber } from "../../codegen/define/read_object.ts";
import { settings as readSettings, type SettingsInput } from "../../codegen/define/settings.ts";
import { strategy as makeStrategy, type StrategyInput } from "../../codegen/define/strategy.ts";
import type { Direction, Strategy } from "../../codegen/define/types.ts";
import type { Bars } from "../data/bars.ts";
import { checkColumns } from "../run/check_columns.ts";
import { benchmarkProblem } from "../stats/benchmark.ts";
import { checkNames, checkSets } from "./check_sets.ts";
import { closureProblems } from "./workers/closures.ts";
import { type Grid, grid as makeGrid, isGrid } from "./grid/grid.ts";
import type { SweepJob } from "./job.ts";
import { SweepResult } from "./result.ts";
import { followedBySettings } from "./batch/followed_by_settings.ts";
import { runJob } from "./workers/run_job.ts";
import type { SweepRunOptions } from "./run_options.ts";
import { SetRunner } from "./batch/run_sets.ts";
import { preparedBars } from "./prepared_bars.ts";
import { blockLength } from "./totals/block_sums.ts";
import type { Followed } from "./totals/followed.ts";
import { rowLength } from "./totals/slots.ts";
import { settingsVariants } from "./variants.ts";
import { readWorkers } from "./workers/workers_options.ts";
import { sharedColumn } from "./zones.ts";

/** How a strategy is swept. */
export interface SweepOptions extends SweepRunOptions {
  /** Settings of all runs; those that the grid names vary. */
  readonly settings?: SettingsInput;
  /** The sides to trade; `"BOTH"` where left out. */
  readonly direction?: Direction;
  /** Column of the bars to compare with. */
  readonly benchmark?: string;
  /** Bars a pass, a whole number >= 1; results do not depend on it. */
  readonly chunk?: number;
}

/**
 * Runs a strategy with every set of a grid, on all cores, and keeps every statistic of each that needs no sorting.
 *
 * The statistics have the bits that `backtest()` with these parameters has, however many Workers there are.
 *
 * @param definition A strategy or its definition; or the URL of a module whose default export is one, which every Worker
 * imports. A strategy with custom columns, which are functions, goes to Workers as such a URL only.
 * @param bars Made by `barsFrom` or `readBars`.
 * @throws {DefinitionError} For anything wrong with definition, grid, settings, parameters or missing columns, all at once
 * where they can be told together.
 * @throws {DataError} If a custom column cannot be filled.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { barsFrom } from "../data/bars_from.ts";
 * import { grid } from "./grid/grid.ts";
 * const close = Array.from({ length: 200 }, (_, t) => 100 + 10 * Math.sin(t / 9));
 * const time = close.map((_, day) => day * 86_400_000);
 * const bars = barsFrom({ time, close }, { priceOnly: true });
 * const cross = {
 *   name: "cross",
 *   params: { fast: 3, slow: 10 },
 *   long: {
 *     enter: "crossOver(sma(close, fast), sma(close, slow))",
 *     exit: "crossUnder(sma(close, fast), sma(close, slow))",
 *   },
 * };
 * const sets = grid({ fast: [2, 4, 8], slow: [4, 8, 16] }, { where: "fast < slow" });
 * const result = await sweep(cross, bars, { grid: sets });
 * const [best] = result.rank({ by: "totalReturn" });
 * assertEquals(result.column("totalReturn")[best], result.rerun(best).statistics.totalReturn);
 * ```
 */
export async function sweep(
  definition: Strategy | StrategyInput | URL,
  bars: Bars,
  options: SweepOptions,
): Promise<SweepResult> {
  const module = definition instanceof URL ? definition : undefined;
  const strategy = makeStrategy(
    module === undefined
      ? definition as StrategyInput
      : (await import(module.href)).default as StrategyInput,
  );
  const sets = isGrid(options.grid) ? options.grid : makeGrid(options.grid);
  const { job, workers, sealed } = prepare(bars, strategy, { ...options, sets });
  if (workers > 0) refuseClosures(strategy, module);
  let known: readonly Followed[] | undefined;
  const followed = (): readonly Followed[] => known ??= followedBySettings(job);
  const { states, ...end } = await runJob(job, {
    ...options,
    workers,
    sealed,
    bars: bars.length,
    units: Math.ceil(bars.length / job.chunk),
    runner: () => new SetRunner(job, strategy, followed()),
    module,
    definition: () => strategyToJson(strategy),
    entry: new URL("./workers/worker.ts", import.meta.url),
    server: new URL("./workers/serve_strategy.ts", import.meta.url),
  });
  const store = { ...job.store, states };
  return new SweepResult({ ...job, ...end, store, strategy, grid: sets, followed: followed() });
}

function prepare(
  bars: Bars,
  strategy: Strategy,
  options: SweepOptions & { readonly sets: Grid },
): { readonly job: SweepJob; readonly workers: number; readonly sealed: boolean } {
  const { sets, params = {}, benchmark } = options;
  const problems: Problem[] = [];
  const attempted = `sweep strategy ${JSON.stringify(strategy.name)}`;
  const base = readSettings(options.settings);
  const unknown = benchmarkProblem(benchmark, bars);
  if (unknown !== undefined) problems.push(unknown);
  const direction = readChoice(options.direction, { path: "direction", problems }, [
    "BOTH",
    "LONG",
    "SHORT",
  ]);
  const chunk = readNumber(options.chunk, { path: "chunk", problems }, {
    default: defaultChunk,
    min: 1,
    integer: true,
  });
  const work = { work: sets.count * bars.length, sets: sets.count, problems };
  const { workers, sealed } = readWorkers(options, work);
  checkNames(sets, { strategy, params, settings: base }, problems);
  throwProblems(attempted, problems);
  checkColumns(strategy, bars, { settings: base });
  checkSets(sets, strategy, params, problems);
  const variants = settingsVariants(options.settings ?? {}, sets, problems);
  throwProblems(attempted, problems);
  const { count } = sets;
  const matrix = sharedColumn(sets.matrix.length);
  matrix.set(sets.matrix);
  const job: SweepJob = {
    ...preparedBars(bars, workers > 0),
    params,
    names: sets.names,
    matrix,
    ...variants,
    direction,
    benchmark,
    // Zones of 8 bars begin where chunks do.
    chunk: 8 * Math.ceil(Math.min(chunk, Math.max(1, bars.length)) / 8),
    store: {
      rows: sharedColumn(count * rowLength),
      blocks: sharedColumn(count * blockLength),
      states: new Int32Array(new SharedArrayBuffer(4 * count)),
    },
  };
  return { job, workers, sealed };
}

const defaultChunk = 4096;

/** A function cannot be sent to another thread. */
function refuseClosures(strategy: Strategy, module: URL | undefined): void {
  if (module !== undefined) return;
  throwProblems(
    `send strategy ${JSON.stringify(strategy.name)} to Workers`,
    closureProblems(expressionsOf(strategy), "sweep()"),
  );
}
