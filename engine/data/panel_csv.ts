import { csvLayout } from "./csv_layout.ts";
import { fillTable, openTable } from "./csv_table.ts";
import { attemptedWith, loadPanel } from "./load_panel.ts";
import type { Panel } from "./panel.ts";
import type { PanelOptions } from "./panel_from.ts";
import { symbolColumn, symbolMissing, symbolPosition } from "./symbol_column.ts";

/**
 * Reads a panel from the text of one long CSV file: a row is a bar of one asset.
 *
 * Besides the columns that `parseBars` reads there is one of symbols, called `symbol`, `ticker` or `asset` in any case;
 * space around a symbol does not count. Rows may be in order of time or of symbols or in any other as long as the times
 * of each symbol increase.
 *
 * @param text The text, with or without byte order mark.
 * @param options Closes only, span of time, report of columns left out.
 * @returns The panel, its assets in order of their first rows; none where there is only a header.
 * @throws {DataError} As `parseBars`, with symbols and lines; also where symbols are empty, longer than 100 characters or
 * more than 100,000.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const text = "symbol,date,price\nMSFT,Jan 1 2000,39.81\nMSFT,Feb 1 2000,36.35\nIBM,Feb 1 2000,92.11\n";
 * const panel = parsePanel(text, { priceOnly: true });
 * assertEquals([...panel.symbols], ["MSFT", "IBM"]);
 * assertEquals([...panel.close], [39.81, NaN, 36.35, 92.11]);
 * ```
 */
export function parsePanel(text: string, options: PanelOptions = {}): Panel {
  return readLongTable(text, options);
}

/** Reads a long table as `parsePanel` does; `source` is the file's name, for errors. */
export function readLongTable(
  text: string,
  options: PanelOptions & { readonly source?: string },
): Panel {
  const { source = "" } = options;
  const attempted = attemptedWith(source);
  const { records, lines, refuseHeader } = openTable(text, { source, attempted });
  const { header } = records;
  const cell = symbolPosition(header);
  const layout = csvLayout(records, options.priceOnly ?? false);
  refuseHeader(cell < 0 ? [symbolMissing(header), ...layout.problems] : layout.problems);
  const column = symbolColumn(records.count);
  const columns = new Map([...layout.columns].filter(([, position]) => position !== cell));
  const filled = fillTable(records, { ...layout, columns }, { column, cell });
  return loadPanel({ ...filled, symbols: column }, { ...options, source, lines });
}
