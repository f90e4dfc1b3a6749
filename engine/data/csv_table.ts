import type { Bars } from "./bars.ts";
import { type CellColumn, cellColumn, takeCell, takeTime } from "./cell_column.ts";
import { type CsvLayout, csvLayout } from "./csv_layout.ts";
import { DataError, type DataProblem, problemLimit } from "./data_error.ts";
import { type BarsOptions, type FilledColumns, loadBars } from "./load_bars.ts";
import { plainRecords } from "./plain_records.ts";
import { quotedRecords } from "./quoted_records.ts";
import { recordLines, type Records, type RecordView } from "./records.ts";

/**
 * Reads a CSV text as `parseBars` describes it.
 *
 * @param text The text.
 * @param options The caller's options, and the file's name.
 * @returns The bars.
 * @throws {DataError} Where the text is not such a file.
 */
export function readTable(text: string, options: BarsOptions & { readonly source?: string }): Bars {
  const { source = "" } = options;
  const body = text.startsWith("\ufeff") ? text.slice(1) : text;
  if (/^[\r\n]*$/.test(body)) {
    const expected = "a header such as time,open,high,low,close,volume";
    throw new DataError([{ line: 1, value: "", expected }], { source });
  }
  const records = body.includes('"') ? quotedRecords(body, source) : plainRecords(body);
  const layout = csvLayout(records, options.priceOnly ?? false);
  if (layout.problems.length > 0) {
    const [line] = recordLines(body);
    throw new DataError(layout.problems.map((problem) => ({ line, ...problem })), { source });
  }
  const lines = (): number[] => recordLines(body).slice(1);
  return loadBars(fill(records, layout), { ...options, source, lines });
}

function fill(records: Records, layout: CsvLayout): FilledColumns {
  const time = cellColumn(layout.timeName, records.count);
  const columns = [...layout.columns.keys()].map((name) => cellColumn(name, records.count));
  const cells = Int32Array.from(layout.columns.values());
  const rows = { problems: [] as DataProblem[], count: 0 };
  const width = records.header.length;
  records.forEach((view, row) => {
    if (view.cells === width) {
      takeTime(time, row, timeCell(view, layout));
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
