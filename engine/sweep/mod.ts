/**
 * Sweeps: one strategy with many parameter sets, in Workers.
 *
 * `grid/` makes the sets. `sweep.ts` checks everything at once and makes a job (`job.ts`): shared columns, the matrix of
 * numbers, and the store that takes the results. `workers/` runs it in Workers, which take sets from a shared counter, or in
 * this thread; `batch/` is what each of them does: sets that share their indicators go through the bars together, chunk by
 * chunk. `totals/` takes in the trades of a chunk, so that a set leaves nothing but a row of sums; `metrics.ts` makes
 * statistics of a row by the formulas of `engine/stats`, when they are read from the result (`result.ts`). `report/` ranks
 * and filters sets, and makes tables, maps and text of them. `portfolio/` sweeps what drives a run over many assets.
 *
 * @module
 */
export { type Grid, grid, type GridAxes, type GridOptions } from "./grid/grid.ts";
export type { AxisInput } from "./grid/axis.ts";
export { logRange, range } from "./grid/ranges.ts";
export type { SweepFailure } from "./failure.ts";
export type { SetState } from "./job.ts";
export { closeWorkers } from "./workers/kept_workers.ts";
export { sweepStatistics } from "./metrics.ts";
export type { SweepProgress } from "./progress.ts";
export * from "./portfolio/mod.ts";
export * from "./report/mod.ts";
export { GridResult } from "./grid_result.ts";
export { SweepResult } from "./result.ts";
export type { BestOptions, GridJson, SetJson, SweepJson } from "./result_json.ts";
export { sweep, type SweepOptions } from "./sweep.ts";
export type { SweepRunOptions } from "./run_options.ts";
export type { WorkersInput, WorkersOptions } from "./workers/workers_options.ts";
