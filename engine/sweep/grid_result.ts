import type { StatisticName } from "../stats/registry.ts";
import type { Reason } from "../stats/statistic.ts";
import type { SweepFailure } from "./failure.ts";
import type { Grid } from "./grid/grid.ts";
import { type SetsJob, type SetState, setStates } from "./job.ts";
import { metricNumber, type Metrics, missingReason, sweepStatistics } from "./metrics.ts";
import { type RankOptions, rankSets } from "./report/rank_sets.ts";
import type { ReturnBlock, SetResults } from "./report/set_results.ts";

/** What became of the sets of a grid. */
export interface GridFields extends SetsJob {
  readonly grid: Grid;
  readonly failures: readonly SweepFailure[];
  /** Whether a signal stopped the sweep before all sets were done. */
  readonly stopped: boolean;
}

/** What the sets that are done have left. */
export interface SetReaders {
  /** The statistics of a set, or why there are none. */
  readonly measure: (set: number) => Metrics;
  /** Its sampled returns in 16 equal parts of the data. */
  readonly blocksOf: (set: number) => readonly ReturnBlock[];
}

/** Sets up to which all statistics are computed when the first is read: 130 MB. */
const keptSets = 250_000;

/** The results of the sets of a grid by number, in the order of the grid, whatever ran them. */
export class GridResult implements SetResults {
  /** The sets. */
  readonly grid: Grid;
  /** Sets that came to nothing, and why. */
  readonly failures: readonly SweepFailure[];
  /** Whether a signal stopped the sweep before all sets were done. */
  readonly stopped: boolean;
  readonly #states: Int32Array;
  readonly #readers: SetReaders;
  readonly #columns = new Map<StatisticName, Float64Array>();

  /**
   * Puts a result together; no statistic is computed yet.
   *
   * @ignore
   */
  constructor({ grid, failures, stopped, store }: GridFields, readers: SetReaders) {
    this.grid = grid;
    this.failures = failures;
    this.stopped = stopped;
    this.#states = store.states;
    this.#readers = readers;
  }

  /** Number of sets, done or not. */
  get count(): number {
    return this.grid.count;
  }

  /** Number of sets that are done. */
  get done(): number {
    return this.#states.reduce(
      (sum, state) => sum + Number(state === setStates.done),
      0,
    );
  }

  /** What became of a set. */
  state(set: number): SetState {
    const states = this.#states;
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
    const states = this.#states;
    for (let set = 0; set < this.count; set++) {
      if (states[set] !== setStates.done) continue;
      const metrics = this.#readers.measure(set);
      for (const [each, column] of columns) column[set] = metricNumber(metrics[each]);
    }
    for (const [each, column] of columns) this.#columns.set(each, column);
    return this.#columns.get(name)!;
  }

  /** The statistics of one set by name; NaN where they are not defined. */
  statistics(set: number): Readonly<Partial<Record<StatisticName, number>>> {
    this.#refuseUndone(set);
    const metrics = this.#readers.measure(set);
    return Object.fromEntries(
      sweepStatistics.map(({ name }) => [name, metricNumber(metrics[name])]),
    );
  }

  /** Why, for each statistic of a set that is not defined. */
  reasons(set: number): Readonly<Partial<Record<StatisticName, Reason>>> {
    this.#refuseUndone(set);
    const metrics = this.#readers.measure(set);
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
    return this.#readers.blocksOf(set);
  }

  /** The numbers of the sets that are done, the best first, in the order of `rankSets`. */
  rank(options: RankOptions = {}): number[] {
    return rankSets(this, options).map(({ set }) => set);
  }

  #refuseUndone(set: number): void {
    if (this.#states[set] === setStates.done) return;
    const found = set in this.#states ? `it is ${this.state(set)}` : "there is no such set";
    throw new RangeError(`Cannot read set ${set} of a sweep: ${found}`);
  }
}
