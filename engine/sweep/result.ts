import type { Direction, Settings, Strategy } from "../../codegen/define/types.ts";
import type { Bars } from "../data/bars.ts";
import { backtest } from "../run/backtest.ts";
import type { BacktestResult } from "../run/result.ts";
import type { StatisticName } from "../stats/registry.ts";
import type { SweepFailure } from "./failure.ts";
import type { Grid } from "./grid/grid.ts";
import { type SetState, setStates, type SweepStore } from "./job.ts";
import { metricNumber, metricsOf, missingReason, sweepStatistics } from "./metrics.ts";
import { bestEquity, type SetCurve } from "./report/best_equity.ts";
import { type RankOptions, rankSets } from "./report/rank_sets.ts";
import { type SweepJson, sweepJson } from "./result_json.ts";
import { blockCount, blockLength, type Followed } from "./totals/followed.ts";
import { isSettingName } from "./variants.ts";

/** What a result of a sweep is made of. */
export interface SweepFields {
  readonly strategy: Strategy;
  readonly bars: Bars;
  readonly grid: Grid;
  /** Parameters that are the same in all sets. */
  readonly params: Readonly<Record<string, number>>;
  /** The different settings, and which of them each set has. */
  readonly settings: readonly Settings[];
  readonly variants: Int32Array;
  readonly direction: Direction;
  readonly benchmark: string | undefined;
  readonly store: SweepStore;
  readonly failures: readonly SweepFailure[];
  /** What the sets under each of the settings are measured against. */
  readonly followed: readonly Followed[];
  /** Whether a signal stopped the sweep before all sets were done. */
  readonly stopped: boolean;
}

/** Returns of a set in one of 16 equal parts of the data. */
export interface ReturnBlock {
  /** Sampled returns in it. */
  readonly count: number;
  /** Their sum. */
  readonly sum: number;
  /** Sum of their squares. */
  readonly squares: number;
}

/** Sets up to which all statistics are computed when the first is read: 130 MB. */
const keptSets = 250_000;

/** The result of a sweep: sets by number, in the order of the grid. */
export class SweepResult {
  /** The strategy. */
  readonly strategy: Strategy;
  /** The bars. */
  readonly bars: Bars;
  /** The sets. */
  readonly grid: Grid;
  /** Sets that came to nothing, and why. */
  readonly failures: readonly SweepFailure[];
  /** Whether a signal stopped the sweep before all sets were done. */
  readonly stopped: boolean;
  readonly #fields: SweepFields;
  readonly #columns = new Map<StatisticName, Float64Array>();

  /**
   * Puts a result together; no statistic is computed yet.
   *
   * @ignore
   */
  constructor(fields: SweepFields) {
    this.strategy = fields.strategy;
    this.bars = fields.bars;
    this.grid = fields.grid;
    this.failures = fields.failures;
    this.stopped = fields.stopped;
    this.#fields = fields;
  }

  /** Number of sets, done or not. */
  get count(): number {
    return this.grid.count;
  }

  /** Number of sets that are done. */
  get done(): number {
    return this.#fields.store.states.reduce(
      (sum, state) => sum + Number(state === setStates.done),
      0,
    );
  }

  /** What became of a set. */
  state(set: number): SetState {
    const { states } = this.#fields.store;
    const found = Object.entries(setStates).find(([, state]) => state === states[set]);
    return (found?.[0] ?? "waiting") as SetState;
  }

  /** The numbers of a set by name, settings too. */
  params(set: number): Readonly<Record<string, number>> {
    return this.grid.at(set);
  }

  /** A statistic of every set; NaN where it is not defined, and of sets that are not done. Computed when first read. */
  column(name: StatisticName): Float64Array {
    const known = this.#columns.get(name);
    if (known !== undefined) return known;
    if (!sweepStatistics.some((statistic) => statistic.name === name)) {
      throw new RangeError(
        `Cannot read ${name} of a sweep: expected a statistic that needs no sorting; rerun(set) has all`,
      );
    }
    // What one statistic takes gives all of them: they are kept as long as that is not much memory.
    const names = this.count <= keptSets
      ? sweepStatistics.map((statistic) => statistic.name)
      : [name];
    const columns = names.map((each) => [each, new Float64Array(this.count).fill(NaN)] as const);
    const { states } = this.#fields.store;
    for (let set = 0; set < this.count; set++) {
      if (states[set] !== setStates.done) continue;
      const metrics = this.#metrics(set);
      for (const [each, column] of columns) column[set] = metricNumber(metrics[each]);
    }
    for (const [each, column] of columns) this.#columns.set(each, column);
    return this.#columns.get(name)!;
  }

  /** The statistics of one set by name; NaN where they are not defined. */
  statistics(set: number): Readonly<Partial<Record<StatisticName, number>>> {
    this.#refuseUndone(set);
    const metrics = this.#metrics(set);
    return Object.fromEntries(
      sweepStatistics.map(({ name }) => [name, metricNumber(metrics[name])]),
    );
  }

  /** Why, for each statistic of a set that is not defined. */
  reasons(set: number): Readonly<Partial<Record<StatisticName, string>>> {
    this.#refuseUndone(set);
    const metrics = this.#metrics(set);
    return Object.fromEntries(
      sweepStatistics.flatMap(({ name }) => {
        const reason = missingReason(metrics[name]);
        return reason === undefined ? [] : [[name, reason]];
      }),
    );
  }

  /** The sampled returns of a set in 16 equal parts of the data. */
  blocks(set: number): readonly ReturnBlock[] {
    this.#refuseUndone(set);
    const { store, followed, variants } = this.#fields;
    const counts = new Array<number>(blockCount).fill(0);
    for (const block of followed[variants[set]].blocks) counts[block]++;
    return counts.map((count, block) => {
      const at = set * blockLength + 2 * block;
      return { count, sum: store.blocks[at], squares: store.blocks[at + 1] };
    });
  }

  /** The numbers of the sets that are done, the best first, in the order of `rankSets`. */
  rank(options: RankOptions = {}): number[] {
    return rankSets(this, options).map(({ set }) => set);
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
  toJSON(options: RankOptions & { readonly top?: number } = {}): SweepJson {
    return sweepJson(this, this.#fields, { top: 10, ...options });
  }

  #metrics(set: number): ReturnType<typeof metricsOf> {
    const { store, followed, variants, settings } = this.#fields;
    const variant = variants[set];
    return metricsOf(store.rows, set, {
      followed: followed[variant],
      cash: settings[variant].cash,
    });
  }

  #refuseUndone(set: number): void {
    if (this.#fields.store.states[set] === setStates.done) return;
    const found = set in this.#fields.store.states
      ? `it is ${this.state(set)}`
      : "there is no such set";
    throw new RangeError(`Cannot read set ${set} of a sweep: ${found}`);
  }
}
