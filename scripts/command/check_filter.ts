import { gridOf } from "../../engine/sweep/grid/grid.ts";
import { setFilter } from "../../engine/sweep/report/set_filter.ts";

/**
 * Reads a filter of sets before there are results, so that one that cannot be used is told before the work.
 *
 * @param names Parameters of the grid.
 * @throws {DefinitionError} If it is no condition over statistics and these parameters.
 */
export function checkFilter(filter: string | undefined, names: readonly string[]): void {
  if (filter === undefined) return;
  setFilter({
    grid: gridOf(names, new Float64Array(names.length)),
    state: () => "waiting",
    column: () => new Float64Array(1),
    blocks: () => [],
  }, filter);
}
