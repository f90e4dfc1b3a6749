import type { Bars } from "./bars.ts";
import { type CellColumn, cellColumn, takeCell, takeKnownTime, takeTime } from "./cell_column.ts";
import { type CsvLayout, csvLayout } from "./csv_layout.ts";
import { DataError, type DataProblem, problemLimit } from "./data_error.ts";
import { type BarsOptions, type FilledColumns, loadBars } from "./load_bars.ts";
import { plainRecords } from "./plain_records.ts";
import { quotedRecords } from "./quoted_records.ts";
import { recordLines, type Records, type RecordView } from "./records.ts";
import { type SymbolColumn, takeSymbol } from "./symbol_column.ts";

/**
 * Reads a CSV text as `parseBars` describes it.
 *
 * @param text The text.
 * @param options The caller's options, and the file's name.
 * @returns The bars, and whether the file holds closes alone.
 * @throws {DataError} Where the text is not such a file.
 */
export function readTable(
  text: string,
  options: BarsOptions & { readonly source?: string },
): { bars: Bars; isPriceOnly: boolean } {
  const { source = "" } = options;
  const { records, lines, refuseHeader } = openTable(text, { source });
  const layout = csvLayout(records, options.priceOnly ?? false);
  refuseHeader(layout.problems);
  const bars = loadBars(fillTable(records, layout), { ...options, source, lines });
  return { bars, isPriceOnly: !layout.columns.has("open") };
}

/** A text split into records. */
export interface CsvTable {
  readonly records: Records;
  /** The lines at which the records after the header start. */
  readonly lines: () => number[];
  /** Throws if there are problems of the header. */
  readonly refuseHeader: (problems: readonly DataProblem[]) => void;
}

/**
 * Splits a CSV text into records.
 *
 * @param text The text.
 * @param options The file's name; for errors also what could not be done, if not using its bars.
 * @returns The records, with at least a header.
 * @throws {DataError} Where there is none, or quotes do not match.
 */
export function openTable(
  text: string,
  options: { readonly source: string; readonly attempted?: string },
): CsvTable {
  const body = text.startsWith("\ufeff") ? text.slice(1) : text;
  if (/^[\r\n]*$/.test(body)) {
    const expected = "a header such as time,open,high,low,close,volume";
    throw new DataError([{ line: 1, value: "", expected }], options);
  }
  return {
    records: body.includes('"') ? quotedRecords(body, options.source) : plainRecords(body),
    lines: () => recordLines(body).slice(1),
    refuseHeader(problems): void {
      if (problems.length === 0) return;
      const [line] = recordLines(body);
      throw new DataError(problems.map((problem) => ({ line, ...problem })), options);
    },
  };
}

/**
 * Fills columns with the cells of a table.
 *
 * @param records The table's records.
 * @param layout Where its columns are.
 * @param symbols A column of symbols to be filled, and its position; where the table has one.
 * @returns The columns but that of symbols.
 */
export function fillTable(
  records: Records,
  layout: CsvLayout,
  symbols?: { readonly column: SymbolColumn; readonly cell: number },
): FilledColumns {
  const time = cellColumn(layout.timeName, records.count);
  const columns = [...layout.columns.keys()].map((name) => cellColumn(name, records.count));
  const cells = Int32Array.from(layout.columns.values());
  const rows = { problems: [] as DataProblem[], count: 0 };
  const known = new Map<string, number>();
  const width = records.header.length;
  records.forEach((view, row) => {
    if (view.cells === width) {
      const when = timeCell(view, layout);
      if (symbols === undefined) {
        takeTime(time, row, when);
      } else {
        const { text, edges } = view;
        const at = 2 * symbols.cell;
        takeSymbol(symbols.column, row, text, edges[at], edges[at + 1]);
        // At most times several assets have a row.
        takeKnownTime(time, row, when, known);
      }
      takeCells(view, row, columns, cells);
      return;
    }
    time.values[row] = NaN;
    rows.count++;
    if (rows.problems.length < problemLimit) {
      rows.problems.push({ row, value: view.cells, expected: `${width} cells, as in the header` });
    }
  });
  return { time, columns, rows, unnamed: layout.unnamed };
}

function timeCell({ text, edges }: RecordView, { time, clock }: CsvLayout): string {
  const cell = text.slice(edges[2 * time], edges[2 * time + 1]);
  return clock < 0 ? cell : `${cell} ${text.slice(edges[2 * clock], edges[2 * clock + 1])}`;
}

function takeCells(
  { text, edges }: RecordView,
  row: number,
  columns: readonly CellColumn[],
  cells: Int32Array,
): void {
  for (let i = 0; i < columns.length; i++) {
    const cell = cells[i];
    takeCell(columns[i], row, text, edges[2 * cell], edges[2 * cell + 1]);
  }
}
