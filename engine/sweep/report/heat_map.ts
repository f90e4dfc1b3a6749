import { formatValue } from "../../stats/format.ts";
import { statistics } from "../../stats/registry.ts";
import { type HeatCells, heatCells } from "./heat_cells.ts";
import type { RankOptions } from "./rank_sets.ts";
import { setFilter } from "./set_filter.ts";
import { type SetResults, setsDone } from "./set_results.ts";

/** What a heat map shows. */
export interface HeatMapOptions extends RankOptions {
  /** Parameter to the right; the last of the grid with more than one value where left out. */
  readonly x?: string;
  /** Parameter down; the last but one where left out. */
  readonly y?: string;
  /** Whether cells have colours, as a terminal shows them, behind their digits; default false. */
  readonly color?: boolean;
  /** Characters of a line; 100 where left out. */
  readonly width?: number;
  /** Lines of cells; 40 where left out. */
  readonly height?: number;
}

/** From dark to light in ten steps that also differ for those who do not see red and green: colours of 256. */
const palette = [53, 60, 61, 67, 31, 37, 36, 72, 113, 185];
const reset = "\x1b[0m";

/**
 * A statistic over two parameters as a map for a terminal.
 *
 * A cell holds the mean of the sets in it: of all values of other parameters, and of neighbouring values where there are
 * more than fit. Its digit says where it lies between the smallest (0) and the largest mean (9):
 * `min(9, floor(10 * (mean - smallest) / (largest - smallest)))`; a dot means that no set has a value there.
 *
 * @throws {RangeError} If x or y is no parameter of the grid, or both are the same.
 */
export function heatMap(results: SetResults, options: HeatMapOptions = {}): string {
  const { by = "sharpe", filter = () => true, color = false, width = 100, height = 40 } = options;
  const { x, y } = chosenAxes(results, options);
  const sets = setsDone(results, setFilter(results, filter));
  const { unit, label } = statistics.get(by)!;
  const margin = 14;
  const columns = Math.floor((width - margin) / 2);
  const map = heatCells(results, { x, y, by, sets, columns, rows: height });
  const { low, high } = extremes(map.cells);
  const title = `${label}: mean of the sets by ${x} (to the right) and ${y} (down)`;
  if (!(low <= high)) return `${title}\n(no values)`;
  const labelWidth = Math.max(...map.y.map((bin) => bin.label.length));
  const cellWidth = widthOfCells(map, width - labelWidth - 1);
  const paint = (cell: number): string => {
    if (Number.isNaN(cell)) return ".".padStart(cellWidth);
    const step = high > low ? Math.min(9, Math.floor(10 * (cell - low) / (high - low))) : 9;
    const text = String(step).padStart(cellWidth);
    if (!color) return text;
    return `\x1b[48;5;${palette[step]};38;5;${step < 5 ? 231 : 16}m${text}${reset}`;
  };
  const lines = map.y.map((bin, row) => {
    const cells = map.cells.subarray(row * map.x.length, (row + 1) * map.x.length);
    return `${bin.label.padStart(labelWidth)} ${Array.from(cells, paint).join("")}`;
  });
  const header = " ".repeat(labelWidth + 1) + labels(map.x.map((bin) => bin.label), cellWidth);
  const scale = high > low
    ? `0 from ${formatValue(low, unit)}, 9 up to ${formatValue(high, unit)}; a dot: no value`
    : `9: all ${formatValue(high, unit)}; a dot: no value`;
  return [title, header, ...lines, scale].join("\n");
}

function chosenAxes(
  { grid: { names, values } }: SetResults,
  options: HeatMapOptions,
): { readonly x: string; readonly y: string } {
  const varied = names.filter((_, axis) => values[axis].length > 1);
  // Those that vary come first in question.
  const free = (taken: string | undefined): string | undefined =>
    [...names, ...varied].findLast((name) => name !== taken);
  const x = options.x ?? free(options.y);
  const y = options.y ?? free(x);
  if (
    x !== undefined && y !== undefined && x !== y && [x, y].every((name) => names.includes(name))
  ) {
    return { x, y };
  }
  throw new RangeError(
    `Cannot draw a heat map of ${x ?? "nothing"} and ${y ?? "nothing"}: expected two of the ` +
      `parameters ${names.join(", ")}`,
  );
}

function extremes(cells: Float64Array): { readonly low: number; readonly high: number } {
  let [low, high] = [Infinity, -Infinity];
  for (const cell of cells) {
    if (cell < low) low = cell;
    if (cell > high) high = cell;
  }
  return { low, high };
}

/** As wide as the longest label where there is room, else two characters. */
function widthOfCells({ x }: HeatCells, room: number): number {
  const longest = 1 + Math.max(...x.map(({ label }) => label.length));
  return Math.max(2, longest * x.length <= room ? longest : 2);
}

/** Labels that end where their cell ends, as many as do not touch. */
function labels(texts: readonly string[], cellWidth: number): string {
  let line = "";
  texts.forEach((text, cell) => {
    const end = (cell + 1) * cellWidth;
    const start = end - text.length;
    if (start > line.length || (line === "" && start >= 0)) line = line.padEnd(start) + text;
  });
  return line;
}
