import { type CellColumn, cellColumn, takeTimeValue, takeValue } from "./cell_column.ts";
import { DataError, type DataProblem } from "./data_error.ts";
import type { FilledColumns } from "./load_bars.ts";
import { indexColumns, missingPrices } from "./names.ts";

const timeNames = ["time", "datetime", "timestamp", "date"];

/**
 * Fills columns with the values of a program's own data.
 *
 * @param arrays Columns of equal length by name, as given.
 * @param options Whether closes alone will do; problems already found; for errors the name of the data, and what could
 * not be done, if not using their bars.
 * @returns The columns.
 * @throws {DataError} Where there are problems, or columns are missing or there twice.
 */
export function filledSource(
  arrays: ReadonlyMap<string, ArrayLike<unknown>>,
  options: {
    readonly priceOnly: boolean;
    readonly problems?: readonly DataProblem[];
    readonly source?: string;
    readonly attempted?: string;
  },
): FilledColumns {
  const given = [...arrays.keys()];
  const { index, problems } = indexColumns(given);
  problems.unshift(...options.problems ?? []);
  const timeName = timeNames.find((name) => index.has(name)) ?? "";
  const found = given.join(", ");
  if (timeName === "") problems.push({ value: found, expected: "also a column time" });
  const names = new Set(index.keys());
  names.delete(timeName);
  const missing = missingPrices(names, options.priceOnly);
  if (missing !== undefined) problems.push({ value: found, expected: missing });
  if (problems.length > 0) throw new DataError(problems, options);

  const filled = (name: string, take: typeof takeValue): CellColumn =>
    filledColumn(name, arrays.get(given[index.get(name) as number]) ?? [], take);
  return {
    time: filled(timeName, takeTimeValue),
    columns: [...names].map((name) => filled(name, takeValue)),
    rows: { problems: [], count: 0 },
    unnamed: given.length - index.size,
  };
}

/** Fills one column. */
export function filledColumn(
  name: string,
  source: ArrayLike<unknown>,
  take: typeof takeValue,
): CellColumn {
  const column = cellColumn(name, source.length);
  for (let row = 0; row < source.length; row++) take(column, row, source[row]);
  return column;
}
