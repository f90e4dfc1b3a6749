/**
 * Sweeps: one strategy with many parameter sets, in Workers.
 *
 * `grid/` makes the sets. `sweep.ts` checks everything at once and makes a job (`job.ts`): shared columns, the matrix of
 * numbers, and the store that takes the results. `pool.ts` runs it in Workers (`sweep_worker.ts`), which wait for the next
 * sweep then (`kept_workers.ts`) and whose part is `serve.ts`; they take sets from a shared counter (`protocol.ts`) and run
 * them (`run_sets.ts`) chunk by chunk. `totals/` takes in the fills and trades of a chunk, so that a set leaves nothing but
 * a row of sums; `metrics.ts` makes statistics of a row by the formulas of `engine/stats`, when they are read from the
 * result (`result.ts`). `report/` ranks and filters sets, and makes tables, maps and text of them.
 *
 * @module
 */
export { type Grid, grid, type GridAxes, type GridOptions } from "./grid/grid.ts";
export type { AxisInput } from "./grid/axis.ts";
export { logRange, range } from "./grid/ranges.ts";
export type { SweepFailure } from "./failure.ts";
export type { SetState } from "./job.ts";
export { closeWorkers } from "./kept_workers.ts";
export { sweepStatistics } from "./metrics.ts";
export type { SweepProgress } from "./progress.ts";
export * from "./portfolio/mod.ts";
export * from "./report/mod.ts";
export { GridResult } from "./grid_result.ts";
export { SweepResult } from "./result.ts";
export type { BestOptions, GridJson, SetJson, SweepJson } from "./result_json.ts";
export { sweep, type SweepOptions } from "./sweep.ts";
export type { SweepRunOptions } from "./run_options.ts";
export type { WorkersInput, WorkersOptions } from "./workers_options.ts";
