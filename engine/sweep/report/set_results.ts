import type { StatisticName } from "../../stats/registry.ts";
import type { Grid } from "../grid/grid.ts";
import type { SetState } from "../job.ts";

/** Returns of a set in one of 16 equal parts of the data. */
export interface ReturnBlock {
  /** Sampled returns in it. */
  readonly count: number;
  /** Their sum. */
  readonly sum: number;
  /** Sum of their squares. */
  readonly squares: number;
}

/** The results of many parameter sets, of a sweep that just ran or out of a store. */
export interface SetResults {
  /** The sets. */
  readonly grid: Grid;
  /** What became of a set. */
  state(set: number): SetState;
  /** A statistic of every set; NaN where it is not defined, and of sets that are not done. */
  column(name: StatisticName): Float64Array;
  /** The sampled returns of a set that is done, in 16 equal parts of the data. */
  blocks(set: number): readonly ReturnBlock[];
}

/** The numbers of the sets that are done and pass a filter, in the order of the grid. */
export function setsDone(
  results: SetResults,
  filter: (set: number) => boolean = () => true,
): number[] {
  return Array.from({ length: results.grid.count }, (_, set) => set)
    .filter((set) => results.state(set) === "done" && filter(set));
}

/** The values of one parameter, a set each. */
export function paramColumn({ names, matrix, count }: Grid, name: string): Float64Array {
  const axis = names.indexOf(name);
  return Float64Array.from({ length: count }, (_, set) => matrix[set * names.length + axis]);
}
