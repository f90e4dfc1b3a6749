import type { StatisticName } from "../../stats/registry.ts";
import { axisBins, type Bin, binOf } from "./axis_bins.ts";
import { paramColumn, type SetResults } from "./set_results.ts";

/** A map of two parameters: a value for each pair of bins. */
export interface HeatCells {
  /** Bins of the parameter to the right and of the one down. */
  readonly x: readonly Bin[];
  readonly y: readonly Bin[];
  /** Row by row; NaN where no set has a value. */
  readonly cells: Float64Array;
}

/** The mean value of the sets in each cell. */
export function heatCells(
  results: SetResults,
  { x, y, by, sets, columns, rows }: {
    readonly x: string;
    readonly y: string;
    readonly by: StatisticName;
    /** Numbers of the sets that count. */
    readonly sets: readonly number[];
    /** Most cells in either direction. */
    readonly columns: number;
    readonly rows: number;
  },
): HeatCells {
  const { grid } = results;
  const [across, down] = [x, y].map((name) => ({
    numbers: paramColumn(grid, name),
    values: grid.values[grid.names.indexOf(name)],
  }));
  const xBins = axisBins(across.values, columns);
  const yBins = axisBins(down.values, rows);
  const sums = new Float64Array(xBins.length * yBins.length);
  const counts = new Float64Array(sums.length);
  const column = results.column(by);
  for (const set of sets) {
    if (Number.isNaN(column[set])) continue;
    const cell = binOf(yBins, down.numbers[set]) * xBins.length + binOf(xBins, across.numbers[set]);
    sums[cell] += column[set];
    counts[cell]++;
  }
  return { x: xBins, y: yBins, cells: sums.map((sum, cell) => sum / counts[cell]) };
}
