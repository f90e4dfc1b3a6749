import { alignPanel } from "./align_panel.ts";
import type { Column } from "./bars.ts";
import { DataError, type DataProblem } from "./data_error.ts";
import { cellProblems, type FilledColumns, isText, tellSkipped } from "./load_bars.ts";
import type { Panel } from "./panel.ts";
import type { PanelOptions } from "./panel_from.ts";
import { rowProblems } from "./row_problems.ts";
import { slicePanel } from "./slice_panel.ts";
import type { SymbolColumn } from "./symbol_column.ts";
import { type Origin, placed } from "./validate.ts";

/** Columns of one long table, filled with cells, to be checked. */
export interface FilledTable extends FilledColumns {
  /** The symbol of each row. */
  readonly symbols: SymbolColumn;
}

/**
 * Makes a panel of a filled table: leaves out columns without numbers, checks, aligns, and takes the span asked for.
 *
 * @param filled The columns.
 * @param options The caller's options, and where the data are from.
 * @returns The panel, its assets in order of their first rows.
 * @throws {DataError} Where cells, symbols or bars are not what they should be.
 */
export function loadPanel(filled: FilledTable, options: PanelOptions & Origin): Panel {
  const { ids, symbols } = filled.symbols;
  const time = filled.time.values;
  const attempted = attemptedWith(options.source);
  const refuse = (found: { problems: readonly DataProblem[]; count: number }): void => {
    if (found.count === 0) return;
    const problems = placed(found.problems, time, options).map((problem) => {
      const symbol = symbols[ids[problem.row ?? -1]];
      return symbol === undefined ? problem : { symbol, ...problem };
    });
    throw new DataError(problems, { attempted, count: found.count });
  };
  const kept = filled.columns.filter((column) => !isText(column));
  refuse(cellProblems([filled.rows, filled.time, filled.symbols, ...kept]));
  const columns = new Map(kept.map(({ name, values }) => [name, values]));
  const close = columns.get("close") ?? time;
  const price = (name: string): Column => columns.get(name) ?? close;
  const rows = {
    length: time.length,
    time,
    open: price("open"),
    high: price("high"),
    low: price("low"),
    close,
    columns,
  };
  refuse(rowProblems(rows, { ids, count: symbols.length }));
  tellSkipped(filled, options);
  const priceOnly = !columns.has("open");
  const panel = alignPanel([{ time, assets: ids, columns }], { symbols, priceOnly, attempted });
  return slicePanel(panel, options);
}

/** What could not be done, for errors. */
export function attemptedWith(source: string | undefined): string {
  return source === undefined || source === "" ? "use the panel" : `use the panel of ${source}`;
}
