import type { Column } from "./bars.ts";

/**
 * Copies some values of a column.
 *
 * @param column The column.
 * @param cells Their indices.
 * @returns The values, in the order of the indices.
 */
export function gathered(column: Column, cells: Int32Array): Column {
  const values = new Float64Array(cells.length);
  for (let i = 0; i < cells.length; i++) values[i] = column[cells[i]];
  return values;
}
