import { sweepStatistics } from "../../engine/sweep/metrics.ts";
import { version } from "../command/version.ts";
import type { BestRow } from "./best_rows.ts";
import type { CheckedBatchFlags } from "./check_flags.ts";
import type { BatchRun } from "./run_batch.ts";

/** What `--json` prints: the simulations as the store has them, and the best set of each. */
export function batchJson(
  { name, stopped }: BatchRun,
  rows: readonly BestRow[],
  { by, order, filter }: CheckedBatchFlags,
): string {
  const simulations = rows.map(({ record, best }) => ({
    ...record,
    best: best === undefined ? null : {
      set: best.set,
      params: best.params,
      statistics: Object.fromEntries(
        sweepStatistics.map(({ name, key }) => [key, finite(best.statistics[name])]),
      ),
    },
  }));
  const ranking = { by, order, filter: filter ?? null };
  return JSON.stringify(
    { schemaVersion: 1, name, stopped, ...ranking, simulations, version },
    null,
    2,
  );
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
