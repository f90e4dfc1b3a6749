import { arrowColumns, isArrowPath } from "./arrow_columns.ts";
import type { Bars } from "./bars.ts";
import { barsOfColumns } from "./bars_from.ts";
import type { BarsOptions } from "./load_bars.ts";
import { readTable } from "./csv_table.ts";

/**
 * Reads bars from the text of a CSV file.
 *
 * The first line names the columns, in any case and order: a time (`datetime`, `timestamp`, `unix`, `date` or `time`, the
 * first of these that is there; `date` and `time` together where the date is a day only; else a first column without a
 * name), `open high low close`, and perhaps `volume` or `vol`. `price` is the close where there is no `close`. Every
 * other column with numbers in it becomes a column of the user's under its own name, the adjusted close under `adjClose`.
 * Separators are comma, semicolon or tab; cells may be quoted; blank lines do not count. Times are what `parseTime`
 * reads. Empty cells, `NaN`, `null` and `NA` are NaN in volume and user columns and refused in prices.
 *
 * A last line that was cut off inside its last cell looks like a whole one and cannot be told from it.
 *
 * @param text The text, with or without byte order mark.
 * @param options Symbol, closes only, span of time, report of columns left out.
 * @returns The bars; none where there is only a header.
 * @throws {DataError} Where the text holds anything else, with lines, columns, what was found and what was expected.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const bars = parseBars("Date,Open,High,Low,Close\n2001-03-05,10,12,9.5,11\n", { symbol: "ABC" });
 * assertEquals([bars.symbol, bars.length, bars.close[0]], ["ABC", 1, 11]);
 * ```
 */
export function parseBars(text: string, options: BarsOptions = {}): Bars {
  return readTable(text, options).bars;
}

/**
 * Reads bars from a CSV file; see `parseBars` for what it may hold. Needs permission to read the file.
 *
 * A file whose name ends in `.arrow`, `.feather` or `.ipc` is an Arrow IPC file with the same columns: times are
 * timestamps, dates, texts or whole numbers as in CSV files, missing values null. They may be
 * compressed. For these `npm:apache-arrow` is loaded.
 *
 * @param path Path or `file:` URL.
 * @param options As for `parseBars`; the symbol is the file's name without extension, unless given.
 * @returns The bars.
 * @throws {DataError} As `parseBars`, with the file's name.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const path = await Deno.makeTempFile({ suffix: ".csv" });
 * await Deno.writeTextFile(path, "date,open,high,low,close\n2001-03-05,10,12,9.5,11\n");
 * assertEquals((await readBars(path)).length, 1);
 * await Deno.remove(path);
 * ```
 */
export async function readBars(path: string | URL, options: BarsOptions = {}): Promise<Bars> {
  return (await readTableFile(path, options)).bars;
}

/** Reads a file as `readBars` does, and tells whether it holds closes alone. */
export async function readTableFile(
  path: string | URL,
  options: BarsOptions,
): Promise<{ bars: Bars; isPriceOnly: boolean }> {
  const source = pathName(path);
  const named = { symbol: baseName(source), ...options, source };
  if (!isArrowPath(source)) return readTable(await Deno.readTextFile(path), named);
  return barsOfColumns(await arrowColumns(await Deno.readFile(path), { source }), named);
}

/** What a path is called in errors. */
export function pathName(path: string | URL): string {
  return path instanceof URL ? decodeURIComponent(path.pathname) : path;
}

/** The name of a file without folders and extension. */
export function baseName(path: string): string {
  const name = path.split(/[\\/]/).at(-1) ?? path;
  return name.replace(/(?<=.)\.[^.]*$/, "");
}
