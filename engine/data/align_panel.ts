import type { Column } from "./bars.ts";
import { DataError } from "./data_error.ts";
import { makePanel } from "./make_panel.ts";
import { priceNames } from "./names.ts";
import type { Panel } from "./panel.ts";
import { placeNear, timeUnion } from "./time_union.ts";

/** Rows of one asset or of several: columns of equal length, checked. */
export interface PanelRows {
  readonly time: Column;
  /** Index of the asset of each row, or of all. */
  readonly assets: Int32Array | number;
  /** Columns by name. */
  readonly columns: ReadonlyMap<string, Column>;
}

/** The most values that a column of a panel has: an index fits into 31 bits. */
const cellLimit = 2 ** 31 - 1;

/**
 * Puts rows into their places on the axis of all their times.
 *
 * @param rows The rows, in pieces; of no asset and time are there two.
 * @param options The symbols, and what the panel and errors say of the data.
 * @returns The panel.
 * @throws {DataError} Where the columns would be too long.
 */
export function alignPanel(
  rows: readonly PanelRows[],
  options: {
    readonly symbols: readonly string[];
    readonly priceOnly: boolean;
    readonly attempted: string;
  },
): Panel {
  const { symbols, priceOnly, attempted } = options;
  const time = timeUnion(rows.map((piece) => piece.time));
  const size = time.length * symbols.length;
  if (size > cellLimit) {
    const value = `${time.length} times by ${symbols.length} symbols`;
    throw new DataError([{ value, expected: `at most ${cellLimit} cells` }], { attempted });
  }
  const cells = rows.map((piece) => cellsOf(piece, time, symbols.length));
  const present = new Uint8Array(size);
  for (const piece of cells) for (let row = 0; row < piece.length; row++) present[piece[row]] = 1;
  const names = new Set(rows.flatMap(({ columns }) => [...columns.keys()]));
  if (size === 0) { for (const name of priceNames) names.add(name); }
  const columns = new Map<string, Column>();
  const isFull = cells.reduce((sum, { length }) => sum + length, 0) === size;
  for (const name of names) {
    const column = new Float64Array(size);
    if (!isFull || rows.some((piece) => !piece.columns.has(name))) column.fill(NaN);
    // One column of all rows before the next: what is written then stays in the cache from asset to asset.
    rows.forEach((piece, i) => put(piece.columns.get(name), cells[i], column));
    columns.set(name, column);
  }
  return makePanel({ symbols, time, columns, present, priceOnly });
}

function cellsOf(rows: PanelRows, time: Column, width: number): Int32Array {
  const cells = new Int32Array(rows.time.length);
  const ids = typeof rows.assets === "number" ? undefined : rows.assets;
  const one = typeof rows.assets === "number" ? rows.assets : 0;
  let at = 0;
  for (let row = 0; row < cells.length; row++) {
    at = placeNear(time, at, rows.time[row]);
    cells[row] = at * width + (ids === undefined ? one : ids[row]);
  }
  return cells;
}

function put(values: Column | undefined, cells: Int32Array, column: Column): void {
  if (values === undefined) return;
  for (let row = 0; row < cells.length; row++) column[cells[row]] = values[row];
}
