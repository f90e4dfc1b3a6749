import { arrowColumns, isArrowPath } from "./arrow_columns.ts";
import { alignPanel } from "./align_panel.ts";
import type { Bars } from "./bars.ts";
import { baseName, pathName, readTableFile } from "./csv.ts";
import { DataError } from "./data_error.ts";
import { attemptedWith } from "./load_panel.ts";
import type { Panel } from "./panel.ts";
import { readLongTable } from "./panel_csv.ts";
import { panelOfColumns } from "./panel_from_table.ts";
import type { PanelOptions } from "./panel_from.ts";
import { symbolProblems } from "./panel_symbols.ts";
import { addProblem } from "./row_problems.ts";
import { slicePanel } from "./slice_panel.ts";

/**
 * Where a panel is read from: one long file, a directory of `SYMBOL.csv` or `SYMBOL.arrow`, or a file a symbol, as
 * `SYMBOL=FILE` texts or by symbol.
 */
export type PanelInput = string | URL | readonly string[] | Readonly<Record<string, string | URL>>;

/**
 * Reads a panel from CSV or Arrow files. Needs permission to read them.
 *
 * A long file is what `parsePanel` describes, its assets in order of their first rows. The other files are what
 * `parseBars` describes; their assets are in the order given, those of a directory in order of symbols (by code units).
 * In a directory everything counts whose name ends in `.csv`, `.arrow`, `.feather` or `.ipc`, in any case, but hidden
 * files. Files of the last three are Arrow IPC files, as `readBars` reads them, with the same columns.
 *
 * @param input A path or `file:` URL of a file or directory; or texts `SYMBOL=FILE`, of which a single one without `=` is
 * such a path; or paths by symbol.
 * @param options As for `parsePanel`.
 * @returns The panel.
 * @throws {DataError} As `parsePanel`, with the problems of all files together; also where a directory holds no such file.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const directory = await Deno.makeTempDir();
 * await Deno.writeTextFile(`${directory}/MSFT.csv`, "date,close\n2001-03-06,50\n");
 * await Deno.writeTextFile(`${directory}/AAPL.csv`, "date,close\n2001-03-05,10\n2001-03-06,11\n");
 * const panel = await readPanel(directory, { priceOnly: true });
 * assertEquals([...panel.symbols], ["AAPL", "MSFT"]);
 * assertEquals([...panel.close], [10, NaN, 11, 50]);
 * await Deno.remove(directory, { recursive: true });
 * ```
 */
export async function readPanel(input: PanelInput, options: PanelOptions = {}): Promise<Panel> {
  const path = singlePath(input);
  if (path === undefined) {
    return await readFiles(namedFiles(input as Exclude<PanelInput, string | URL>), options);
  }
  const source = pathName(path);
  if ((await Deno.stat(path)).isDirectory) {
    return await readFiles(await directoryFiles(path, source), { ...options, source });
  }
  if (!isArrowPath(source)) {
    return readLongTable(await Deno.readTextFile(path), { ...options, source });
  }
  const origin = { source, attempted: attemptedWith(source) };
  const columns = await arrowColumns(await Deno.readFile(path), origin);
  return panelOfColumns(columns, { ...options, source });
}

type NamedFile = readonly [symbol: string, path: string | URL];

function singlePath(input: PanelInput): string | URL | undefined {
  if (typeof input === "string" || input instanceof URL) return input;
  const single = isList(input) && input.length === 1 ? input[0] : "=";
  return single.includes("=") ? undefined : single;
}

function namedFiles(
  input: readonly string[] | Readonly<Record<string, string | URL>>,
): NamedFile[] {
  if (!isList(input)) return Object.entries(input);
  return input.map((text) => {
    const at = text.indexOf("=");
    if (at > 0 && at < text.length - 1) return [text.slice(0, at), text.slice(at + 1)];
    const problem = { value: text, expected: "SYMBOL=FILE, such as AAPL=data/aapl.csv" };
    throw new DataError([problem], { attempted: "read a panel" });
  });
}

// Array.isArray alone does not narrow a union with a readonly array.
function isList(input: object): input is readonly string[] {
  return Array.isArray(input);
}

async function directoryFiles(path: string | URL, source: string): Promise<NamedFile[]> {
  const names: string[] = [];
  for await (const { name, isDirectory } of Deno.readDir(path)) {
    if (isDirectory || name.startsWith(".")) continue;
    if (/\.csv$/i.test(name) || isArrowPath(name)) names.push(name);
  }
  if (names.length === 0) {
    const problem = { value: source, expected: "a directory with files such as AAPL.csv" };
    throw new DataError([problem], { attempted: "read a panel" });
  }
  const place = (name: string): string | URL =>
    path instanceof URL
      ? new URL(encodeURIComponent(name), path.href.endsWith("/") ? path : `${path.href}/`)
      : `${path}/${name}`;
  return names.map((name): NamedFile => [baseName(name), place(name)])
    .sort(([a], [b]) => a < b ? -1 : 1);
}

async function readFiles(
  files: readonly NamedFile[],
  options: PanelOptions & { readonly source?: string },
): Promise<Panel> {
  const { from: _from, to: _to, source, onSkip, ...rest } = options;
  const attempted = attemptedWith(source);
  const symbols = files.map(([symbol]) => symbol);
  const found = symbolProblems(symbols);
  const skipped = new Set<string>();
  const read: Bars[] = [];
  let priceOnly = false;
  for (const [symbol, path] of files) {
    try {
      const { bars, isPriceOnly } = await readTableFile(path, {
        ...rest,
        symbol,
        onSkip: (column) => void skipped.add(column),
      });
      read.push(bars);
      priceOnly ||= isPriceOnly;
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      for (const problem of error.problems) addProblem(found, { symbol, ...problem });
      found.count += error.count - error.problems.length;
    }
  }
  if (found.count > 0) throw new DataError(found.problems, { attempted, count: found.count });
  for (const column of skipped) onSkip?.(column);
  const rows = read.map(({ time, columns }, assets) => ({ time, assets, columns }));
  return slicePanel(alignPanel(rows, { symbols, priceOnly, attempted }), options);
}
