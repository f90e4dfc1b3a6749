import type { Direction, Settings } from "../../codegen/define/types.ts";
import type { Bars } from "../data/bars.ts";
import type { BarZones } from "./zones.ts";

/** What is run, in a form that can be sent to a Worker: plain values and shared buffers. */
export interface SweepJob extends SetsJob {
  readonly bars: Bars;
  readonly zones: BarZones;
  /** Parameters that are the same in all sets. */
  readonly params: Readonly<Record<string, number>>;
  /** Names of the parameters of the sets, in the order of the matrix. */
  readonly names: readonly string[];
  /** One row of numbers a set. */
  readonly matrix: Float64Array;
  /** Position in `settings` for each set. */
  readonly variants: Int32Array;
  /** The different settings. */
  readonly settings: readonly Settings[];
  readonly direction: Direction;
  readonly benchmark: string | undefined;
  /** Bars a pass; results do not depend on it. */
  readonly chunk: number;
  /** Where the results go. */
  readonly store: SweepStore;
}

/** What Workers and their pool know of any job. */
export interface SetsJob {
  /** Shared arrays that take the results. */
  readonly store: {
    /** What became of each set, a number of `setStates`. */
    readonly states: Int32Array;
  };
}

/** Shared arrays that take the results. */
export interface SweepStore {
  /** A row of sums for each set. */
  readonly rows: Float64Array;
  /** Sums of returns and of their squares for each set and block. */
  readonly blocks: Float64Array;
  /** What became of each set, a number of `setStates`. */
  readonly states: Int32Array;
}

/** What runs sets of a job in a thread. */
export interface SetsRunner {
  /** Sets that are taken at once where they share no work; left out: as many as one thread would do. */
  readonly piece?: number;
  /**
   * Runs the sets from `from` to `to`. Gives way after every piece of work, so that its caller can stop it or do something
   * else, and says how many units of work it has passed. A set counts as done only once its results are whole.
   */
  run(from: number, to: number): Generator<number>;
}

/** What became of a set; one that a stopped sweep has not come to is waiting. */
export type SetState = "waiting" | "done" | "failed";

/** The numbers that stand for it. */
export const setStates: Readonly<Record<SetState, number>> = { waiting: 0, done: 1, failed: 2 };
