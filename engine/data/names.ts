import type { DataProblem } from "./data_error.ts";

/** Prices of a bar, in the order of the columns of `Bars`. */
export const priceNames = ["open", "high", "low", "close"] as const;

const known: ReadonlyMap<string, string> = new Map([
  ...["time", "date", "datetime", "timestamp", "unix", ...priceNames, "volume", "price"].map(
    (name): [string, string] => [name, name],
  ),
  ["vol", "volume"],
  ["adjclose", "adjClose"],
]);

/**
 * The name that a column goes by: standard columns are known in any case and with spaces, underscores, hyphens, points
 * or angle brackets (`Adj Close`, `adj_close`, `<VOL>`), all others keep their own name.
 *
 * @param name Name as given.
 * @returns `time date datetime timestamp unix open high low close volume price adjClose`, or the name without space
 * around it.
 */
export function columnName(name: string): string {
  return known.get(name.toLowerCase().replace(/[\s_.<>-]/g, "")) ?? name.trim();
}

/**
 * Finds columns by the names they go by. `price` counts as `close` where there is no `close`. Columns without a name
 * are left out.
 *
 * @param names Names as given.
 * @returns Position of each column by name, and the names that two columns claim.
 */
export function indexColumns(
  names: readonly string[],
): { index: Map<string, number>; problems: DataProblem[] } {
  const index = new Map<string, number>();
  const problems: DataProblem[] = [];
  names.forEach((given, position) => {
    const name = columnName(given);
    if (name === "") return;
    if (index.has(name)) problems.push({ value: given, expected: `one column ${name} only` });
    else index.set(name, position);
  });
  const price = index.get("price");
  if (price !== undefined && !index.has("close")) {
    index.delete("price");
    index.set("close", price);
  }
  return { index, problems };
}

/**
 * Looks for prices that are missing.
 *
 * @param names Names of the columns there are.
 * @param priceOnly Whether closes alone will do.
 * @returns What is expected besides; undefined where open, high, low and close are there, or close alone will do and is
 * alone.
 */
export function missingPrices(names: ReadonlySet<string>, priceOnly: boolean): string | undefined {
  const missing = priceNames.filter((name) => !names.has(name));
  if (missing.length === 0) return undefined;
  const closeOnly = missing.length === 3 && names.has("close");
  if (closeOnly && priceOnly) return undefined;
  const remedy = closeOnly ? ", or the option priceOnly: true to use close for all four" : "";
  return `also column${missing.length === 1 ? "" : "s"} ${missing.join(", ")}${remedy}`;
}
