import type { Bars } from "./bars.ts";
import { type CellColumn, cellColumn, takeTimeValue, takeValue } from "./cell_column.ts";
import { DataError } from "./data_error.ts";
import { type BarsOptions, loadBars } from "./load_bars.ts";
import { indexColumns, missingPrices } from "./names.ts";
import { type BarColumns, sourceColumns } from "./source_columns.ts";

const timeNames = ["time", "datetime", "timestamp", "date"];

/**
 * Makes bars of data that a program already has. Everything is copied and checked.
 *
 * @param source Columns, or one object a bar. The time is called `time`, `datetime`, `timestamp` or `date`; its numbers
 * are milliseconds since the epoch. Standard names may be in any case; `price` is the close where there is no `close`.
 * Other columns keep their names. Values that are missing (`null`, `undefined`, no such key) are NaN in volume and user
 * columns and refused in prices.
 * @param options Symbol, closes only, span of time, report of columns left out because they hold no numbers.
 * @returns The bars.
 * @throws {DataError} Where columns are missing or not equally long, or values break the rules of bars.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const bars = barsFrom([
 *   { date: "2001-03-05", open: 10, high: 12, low: 9.5, close: 11, rank: 3 },
 *   { date: "2001-03-06", open: 11, high: 11, low: 10, close: 10.5, rank: 1 },
 * ]);
 * assertEquals([...bars.close], [11, 10.5]);
 * assertEquals([...bars.columns.keys()], ["open", "high", "low", "close", "volume", "rank"]);
 *
 * const closes = barsFrom({ time: [new Date("2001-03-05")], close: [11] }, { priceOnly: true });
 * assertEquals(closes.open[0], 11);
 * ```
 */
export function barsFrom(source: BarColumns | readonly object[], options: BarsOptions = {}): Bars {
  const origin = { source: options.symbol ?? "" };
  const arrays = sourceColumns(source, origin);
  const given = [...arrays.keys()];
  const { index, problems } = indexColumns(given);
  const timeName = timeNames.find((name) => index.has(name)) ?? "";
  const found = given.join(", ");
  if (timeName === "") problems.push({ value: found, expected: "also a column time" });
  const names = new Set(index.keys());
  names.delete(timeName);
  const missing = missingPrices(names, options.priceOnly ?? false);
  if (missing !== undefined) problems.push({ value: found, expected: missing });
  if (problems.length > 0) throw new DataError(problems, origin);

  const filled = (name: string, take: typeof takeValue): CellColumn =>
    fillColumn(name, arrays.get(given[index.get(name) as number]) ?? [], take);
  return loadBars({
    time: filled(timeName, takeTimeValue),
    columns: [...names].map((name) => filled(name, takeValue)),
    rows: { problems: [], count: 0 },
    unnamed: given.length - index.size,
  }, { ...options, ...origin });
}

function fillColumn(
  name: string,
  source: ArrayLike<unknown>,
  take: typeof takeValue,
): CellColumn {
  const column = cellColumn(name, source.length);
  for (let row = 0; row < source.length; row++) take(column, row, source[row]);
  return column;
}
