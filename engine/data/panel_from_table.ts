import { filledSource } from "./filled_source.ts";
import { attemptedWith, loadPanel } from "./load_panel.ts";
import type { Panel } from "./panel.ts";
import type { PanelOptions } from "./panel_from.ts";
import { type BarColumns, sourceColumns } from "./source_columns.ts";
import { symbolColumn, symbolMissing, symbolPosition, takeSymbolValue } from "./symbol_column.ts";

/**
 * Makes a panel of one long table that a program already has: a row is a bar of one asset. Everything is copied and
 * checked.
 *
 * @param source Columns, or one object a row, as for `barsFrom`, and with them a column of symbols, called `symbol`,
 * `ticker` or `asset` in any case. Rows may be in any order as long as the times of each symbol increase.
 * @param options Closes only, span of time, report of columns left out because they hold no numbers.
 * @returns The panel, its assets in order of their first rows.
 * @throws {DataError} As `barsFrom`, with symbols; also where symbols are no texts, empty, longer than 100 characters or
 * more than 100,000.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const panel = panelFromTable([
 *   { date: "2001-03-05", symbol: "MSFT", open: 50, high: 52, low: 49, close: 51 },
 *   { date: "2001-03-05", symbol: "AAPL", open: 10, high: 12, low: 9.5, close: 11 },
 *   { date: "2001-03-06", symbol: "AAPL", open: 11, high: 11, low: 10, close: 10.5 },
 * ]);
 * assertEquals([...panel.symbols], ["MSFT", "AAPL"]);
 * assertEquals([...panel.close], [51, 11, NaN, 10.5]);
 * ```
 */
export function panelFromTable(
  source: BarColumns | readonly object[],
  options: PanelOptions = {},
): Panel {
  if (Array.isArray(source) && source.length === 0) {
    return panelFromTable(
      { time: [], symbol: [], open: [], high: [], low: [], close: [] },
      options,
    );
  }
  const columns = sourceColumns(source, { source: "", attempted: attemptedWith("") });
  return panelOfColumns(columns, options);
}

/** Makes a panel of the columns of one long table; `source` is the file's name, for errors. */
export function panelOfColumns(
  table: ReadonlyMap<string, ArrayLike<unknown>>,
  options: PanelOptions & { readonly source?: string },
): Panel {
  const { priceOnly = false, source } = options;
  const attempted = attemptedWith(source);
  const columns = new Map(table);
  const given = [...columns.keys()];
  const at = symbolPosition(given);
  const texts = columns.get(given[at]) ?? [];
  if (at >= 0) columns.delete(given[at]);
  const problems = at < 0 ? [symbolMissing(given)] : [];
  const filled = filledSource(columns, { priceOnly, problems, attempted });
  const symbols = symbolColumn(texts.length);
  for (let row = 0; row < texts.length; row++) takeSymbolValue(symbols, row, texts[row]);
  return loadPanel({ ...filled, symbols }, options);
}
