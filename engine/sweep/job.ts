import type { Direction, Settings } from "../../codegen/define/types.ts";
import type { Bars } from "../data/bars.ts";
import type { BarZones } from "./zones.ts";

/** What is run, in a form that can be sent to a Worker: plain values and shared buffers. */
export interface SweepJob {
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

/** Shared arrays that take the results. */
export interface SweepStore {
  /** A row of sums for each set. */
  readonly rows: Float64Array;
  /** Sums of returns and of their squares for each set and block. */
  readonly blocks: Float64Array;
  /** What became of each set, a number of `setStates`. */
  readonly states: Int32Array;
}

/** What became of a set; one that a stopped sweep has not come to is waiting. */
export type SetState = "waiting" | "done" | "failed";

/** The numbers that stand for it. */
export const setStates: Readonly<Record<SetState, number>> = { waiting: 0, done: 1, failed: 2 };
