import type { Grid, GridAxes } from "./grid/grid.ts";
import type { SweepProgress } from "./progress.ts";
import type { WorkersInput } from "./workers/workers_options.ts";

/** Which sets are run, and where. */
export interface SweepRunOptions extends WorkersInput {
  /** The parameter sets: a grid, or its axes. */
  readonly grid: Grid | GridAxes;
  /** Values of the parameters that the grid does not name; defaults where left out. */
  readonly params?: Readonly<Record<string, number>>;
  /** Stops the sweep; sets that are done are kept. */
  readonly signal?: AbortSignal;
  /** Told ten times a second how far the sweep is. */
  readonly onProgress?: (progress: SweepProgress) => void;
}
