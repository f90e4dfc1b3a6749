import type { Direction, Settings, Strategy } from "../../codegen/define/types.ts";
import type { Bars } from "../data/bars.ts";
import { backtest } from "../run/backtest.ts";
import type { BacktestResult } from "../run/result.ts";
import { type GridFields, GridResult, type SetReaders } from "./grid_result.ts";
import type { SweepStore } from "./job.ts";
import { metricsOf } from "./metrics.ts";
import { bestEquity, type SetCurve } from "./report/best_equity.ts";
import type { RankOptions } from "./report/rank_sets.ts";
import { type BestOptions, type SweepJson, sweepJson } from "./result_json.ts";
import { blockLength, readBlocks } from "./totals/block_sums.ts";
import type { Followed } from "./totals/followed.ts";
import { isSettingName } from "./variants.ts";

/** What a result of a sweep is made of. */
export interface SweepFields extends GridFields {
  readonly strategy: Strategy;
  readonly bars: Bars;
  /** Parameters that are the same in all sets. */
  readonly params: Readonly<Record<string, number>>;
  /** The different settings, and which of them each set has. */
  readonly settings: readonly Settings[];
  readonly variants: Int32Array;
  readonly direction: Direction;
  readonly benchmark: string | undefined;
  readonly store: SweepStore;
  /** What the sets under each of the settings are measured against. */
  readonly followed: readonly Followed[];
}

/** The result of a sweep: sets by number, in the order of the grid. */
export class SweepResult extends GridResult {
  /** The strategy. */
  readonly strategy: Strategy;
  /** The bars. */
  readonly bars: Bars;
  readonly #fields: SweepFields;

  /**
   * Puts a result together; no statistic is computed yet.
   *
   * @ignore
   */
  constructor(fields: SweepFields) {
    super(fields, readersOf(fields));
    this.strategy = fields.strategy;
    this.bars = fields.bars;
    this.#fields = fields;
  }

  /** The equity of the `count` best sets, in the order of `rank`: each is run again, and nothing but its curve kept. */
  bestEquity(count: number, options: RankOptions = {}): SetCurve[] {
    return bestEquity(this, count, options);
  }

  /** Runs one set again, in full detail. */
  rerun(set: number): BacktestResult {
    const { strategy, bars, settings, variants, direction, benchmark, params } = this.#fields;
    const own = Object.entries(this.grid.at(set)).filter(([name]) => !isSettingName(name));
    return backtest(strategy, bars, {
      ...settings[variants[set]],
      params: { ...params, ...Object.fromEntries(own) },
      direction,
      ...(benchmark === undefined ? {} : { benchmark }),
    });
  }

  /** What `result.json` of a sweep holds: what was run, and the `top` best sets, 10 where left out. */
  toJSON(options: BestOptions = {}): SweepJson {
    return sweepJson(this, this.#fields, options);
  }
}

/** Reads what sets have left as rows of sums. */
function readersOf({ store, followed, variants, settings }: SweepFields): SetReaders {
  return {
    measure: (set) =>
      metricsOf(store.rows, set, {
        followed: followed[variants[set]],
        cash: settings[variants[set]].cash,
      }),
    blocksOf: (set) => readBlocks(store.blocks, set * blockLength, followed[variants[set]].blocks),
  };
}
