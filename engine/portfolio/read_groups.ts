import { DataError, type DataProblem } from "../data/data_error.ts";
import type { Panel } from "../data/panel.ts";
import { recordLines } from "../data/records.ts";
import { symbolMissing, symbolPosition } from "../data/symbol_column.ts";
import { textRecords } from "../data/text_records.ts";

/**
 * Reads the groups of assets, such as sectors, from the text of a CSV file: one row an asset, columns `symbol` (or `ticker`,
 * `asset`) and `group`; of a file with two columns the other one is the group, whatever its name.
 *
 * Rows of assets that the panel does not have are left out, as a file may cover more than a panel; one of them at least must
 * be of the panel. An empty cell is no group. Separators, quotes and blank lines are as in `parseBars`.
 *
 * @param text The text, with or without byte order mark.
 * @param panel The assets.
 * @returns Groups by symbol, to be given to `portfolio` as `groups`.
 * @throws {DataError} Where the text is no such file, names an asset twice or none of the panel.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const panel = { symbols: ["AAPL", "XOM"] };
 * assertEquals(parseGroups("symbol,sector\nXOM,energy\nIBM,tech\n", panel), { XOM: "energy" });
 * ```
 */
export function parseGroups(
  text: string,
  panel: Pick<Panel, "symbols">,
): Record<string, string> {
  return groupsOf(text, panel, "");
}

/**
 * Reads the groups of assets from a CSV file; see `parseGroups` for what it may hold. Needs permission to read the file.
 *
 * @param path Path or `file:` URL.
 * @param panel The assets.
 * @throws {DataError} As `parseGroups`, with the file's name.
 */
export async function readGroups(
  path: string | URL,
  panel: Pick<Panel, "symbols">,
): Promise<Record<string, string>> {
  const text = await Deno.readTextFile(path);
  return groupsOf(text, panel, path instanceof URL ? decodeURIComponent(path.pathname) : path);
}

function groupsOf(
  text: string,
  { symbols }: Pick<Panel, "symbols">,
  source: string,
): Record<string, string> {
  const attempted = `read the groups${source === "" ? "" : ` of ${source}`}`;
  const { body, records } = textRecords(text, { attempted, header: "symbol,group" });
  const { symbol, group } = columnsOf(records.header, attempted);
  const lines = recordLines(body);
  const problems: DataProblem[] = [];
  const known = new Set(symbols);
  const seen = new Set<string>();
  const groups: [symbol: string, group: string][] = [];
  records.forEach(({ text, edges, cells }, row) => {
    const line = lines[row + 1];
    if (cells !== records.header.length) {
      const expected = `${records.header.length}, as the header has`;
      problems.push({ line, value: `${cells} cells`, expected });
      return;
    }
    const cell = (at: number): string => text.slice(edges[2 * at], edges[2 * at + 1]).trim();
    const name = cell(symbol);
    if (seen.has(name)) {
      problems.push({ line, column: "symbol", value: name, expected: "one row a symbol" });
    }
    seen.add(name);
    if (known.has(name) && cell(group) !== "") groups.push([name, cell(group)]);
  });
  if (problems.length === 0 && symbols.length > 0 && !symbols.some((name) => seen.has(name))) {
    const some = symbols.slice(0, 5).join(", ") + (symbols.length > 5 ? ", …" : "");
    const expected = `at least one of the assets (${some})`;
    problems.push({ column: records.header[symbol].trim(), value: [...seen][0] ?? "", expected });
  }
  if (problems.length > 0) throw new DataError(problems, { attempted });
  return Object.fromEntries(groups);
}

function columnsOf(
  header: readonly string[],
  attempted: string,
): { readonly symbol: number; readonly group: number } {
  const symbol = symbolPosition(header);
  if (symbol < 0) throw new DataError([{ line: 1, ...symbolMissing(header) }], { attempted });
  const named = header.findIndex((name) => name.trim().toLowerCase() === "group");
  if (named >= 0) return { symbol, group: named };
  if (header.length === 2) return { symbol, group: 1 - symbol };
  const expected = "a column group, or one column beside the symbol";
  throw new DataError([{ line: 1, value: header.join(), expected }], { attempted });
}
