import type { Bars } from "./bars.ts";
import { filledSource } from "./filled_source.ts";
import { type BarsOptions, loadBars } from "./load_bars.ts";
import { type BarColumns, sourceColumns } from "./source_columns.ts";

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
  return barsOfColumns(sourceColumns(source, origin), { ...options, ...origin }).bars;
}

/** Makes bars of columns by name, from `source`, and tells whether they are closes alone. */
export function barsOfColumns(
  columns: ReadonlyMap<string, ArrayLike<unknown>>,
  options: BarsOptions & { readonly source: string },
): { readonly bars: Bars; readonly isPriceOnly: boolean } {
  const { priceOnly = false, source } = options;
  const filled = filledSource(columns, { source, priceOnly });
  const isPriceOnly = !filled.columns.some(({ name }) => name === "open");
  return { bars: loadBars(filled, options), isPriceOnly };
}
