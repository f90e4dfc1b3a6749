import { readResults } from "../../engine/experiment/store/read_store.ts";
import type { SimulationRecord } from "../../engine/experiment/store/records.ts";
import { FileError } from "../../engine/files/file_error.ts";
import type { StatisticName } from "../../engine/stats/registry.ts";
import { sweepStatistics } from "../../engine/sweep/metrics.ts";
import { type RankOptions, rankSets } from "../../engine/sweep/report/rank_sets.ts";
import type { SetResults } from "../../engine/sweep/report/set_results.ts";

/** A simulation and its best set. */
export interface BestRow {
  readonly record: SimulationRecord;
  /** The best of its sets that are done and pass the filter, if there is one. */
  readonly best: BestSet | undefined;
}

/** A set with what it came to. */
export interface BestSet {
  readonly set: number;
  readonly params: Readonly<Record<string, number>>;
  /** Statistics by name; NaN where they are not defined. */
  readonly statistics: Readonly<Record<StatisticName, number>>;
}

/** The best set of each simulation that has results. */
export async function bestRows(
  store: string,
  records: readonly SimulationRecord[],
  options: RankOptions,
): Promise<BestRow[]> {
  const rows: BestRow[] = [];
  for (const record of records) rows.push({ record, best: await bestSet(store, record, options) });
  return rows;
}

async function bestSet(
  store: string,
  record: SimulationRecord,
  options: RankOptions,
): Promise<BestSet | undefined> {
  const results = await resultsOf(store, record);
  if (results === undefined) return undefined;
  const [first] = rankSets(results, options);
  if (first === undefined) return undefined;
  const { set } = first;
  const values = sweepStatistics.map(({ name }) => [name, results.column(name)[set]]);
  return {
    set,
    params: { ...record.simulation.params, ...results.grid.at(set) },
    statistics: Object.fromEntries(values),
  };
}

/** The results of a simulation that was completed, or of one that failed as far as it came. */
async function resultsOf(
  store: string,
  record: SimulationRecord,
): Promise<SetResults | undefined> {
  try {
    return await readResults(store, record);
  } catch (error) {
    if (record.status === "completed" || !(error instanceof FileError)) throw error;
    return undefined;
  }
}
