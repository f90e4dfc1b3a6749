import type { Direction, Settings } from "../../codegen/define/types.ts";
import { type BarsRecord, barsRecord } from "../run/bars_record.ts";
import { type StrategyRecord, strategyRecord } from "../run/strategy_record.ts";
import { type StatisticsJson, statisticsJson } from "../stats/statistics_json.ts";
import type { StatisticName } from "../stats/registry.ts";
import type { SweepFailure } from "./failure.ts";
import type { GridResult } from "./grid_result.ts";
import type { SetState } from "./job.ts";
import type { RankOptions } from "./report/rank_sets.ts";
import type { SweepFields, SweepResult } from "./result.ts";

/** A set with what it came to. */
export interface SetJson extends StatisticsJson {
  /** Its number. */
  readonly set: number;
  /** The numbers that the grid gives it. */
  readonly params: Readonly<Record<string, number>>;
}

/** What the `result.json` of every sweep holds of its sets. */
export interface GridJson {
  /** Names and values of the grid, and the number of its sets. */
  readonly grid: {
    readonly names: readonly string[];
    readonly values: readonly (readonly number[])[];
    readonly count: number;
  };
  /** How many sets are done, failed, and were not come to. */
  readonly sets: Readonly<Record<SetState, number>>;
  /** Whether it was stopped before all sets were done. */
  readonly stopped: boolean;
  /** Sets that came to nothing, from `from` to before `to`, and why. */
  readonly failures: readonly SweepFailure[];
  /** How the best sets were found, the best first. */
  readonly best: {
    readonly by: StatisticName;
    readonly order: "descending" | "ascending";
    /** The condition that they fulfil; null: none that has a text. */
    readonly filter: string | null;
    readonly sets: readonly SetJson[];
  };
}

/** What the `result.json` of a sweep holds, but for timings. Times in milliseconds since the epoch. */
export interface SweepJson extends GridJson {
  /** Changes with the meaning of the fields. */
  readonly schemaVersion: 1;
  /** What was run; `params` are those that are the same in all sets. */
  readonly strategy: StrategyRecord;
  /** What it ran on. */
  readonly data: BarsRecord;
  /** Which sides were traded, and the column that the statistics compare with; null: none. */
  readonly run: { readonly direction: Direction; readonly benchmark: string | null };
  /** Every setting as resolved; those that the grid names are those of the first set. */
  readonly settings: Settings;
}

/** Which sets are told as the best, and how many. */
export interface BestOptions extends RankOptions {
  /** 10 where left out. */
  readonly top?: number;
}

/** Gathers what `result.json` holds, with the `top` best sets. */
export function sweepJson(
  result: SweepResult,
  { params, settings, direction, benchmark }: Pick<
    SweepFields,
    "params" | "settings" | "direction" | "benchmark"
  >,
  options: BestOptions,
): SweepJson {
  const { strategy, bars } = result;
  return {
    schemaVersion: 1,
    strategy: strategyRecord(strategy, params),
    data: barsRecord(bars),
    run: { direction, benchmark: benchmark ?? null },
    settings: settings[0],
    ...gridJson(result, options),
  };
}

/** Gathers what `result.json` holds of the sets, with the best of them. */
export function gridJson(
  result: GridResult,
  { top = 10, by = "sharpe", order = "descending", filter }: BestOptions,
): GridJson {
  const { grid, failures, stopped, count, done } = result;
  const failed = failures.reduce((sum, { from, to }) => sum + to - from, 0);
  const ranking = { by, order, ...(filter === undefined ? {} : { filter }) };
  const best = result.rank(ranking).slice(0, top);
  return {
    grid: { names: grid.names, values: grid.values, count },
    sets: { done, failed, waiting: count - done - failed },
    stopped,
    failures,
    best: {
      by,
      order,
      filter: typeof filter === "string" ? filter : null,
      sets: best.map((set) => ({
        set,
        params: result.params(set),
        ...statisticsJson({ values: result.statistics(set), reasons: result.reasons(set) }),
      })),
    },
  };
}
