import type { StatisticName } from "../../stats/registry.ts";
import { type Grid, gridOf } from "../../sweep/grid/grid.ts";
import type { SetState } from "../../sweep/job.ts";
import type { ReturnBlock, SetResults } from "../../sweep/report/set_results.ts";

/** Sets `from` to before `to` of a grid as a grid of their own. */
export function gridPart(grid: Grid, from: number, to: number): Grid {
  if (from === 0 && to === grid.count) return grid;
  const width = grid.names.length;
  return gridOf(grid.names, grid.matrix.slice(from * width, to * width));
}

/** Results of the parts of a grid, in their order, as those of the whole. */
export function joinedSets(grid: Grid, parts: readonly SetResults[]): SetResults {
  const starts: number[] = [];
  parts.reduce((start, part) => {
    starts.push(start);
    return start + part.grid.count;
  }, 0);
  const find = (set: number): { readonly part: SetResults; readonly at: number } => {
    const index = starts.findLastIndex((start) => start <= set);
    return { part: parts[index], at: set - starts[index] };
  };
  return {
    grid,
    state(set: number): SetState {
      const { part, at } = find(set);
      return part.state(at);
    },
    column(name: StatisticName): Float64Array {
      const column = new Float64Array(grid.count);
      parts.forEach((part, index) => column.set(part.column(name), starts[index]));
      return column;
    },
    blocks(set: number): readonly ReturnBlock[] {
      const { part, at } = find(set);
      return part.blocks(at);
    },
  };
}
