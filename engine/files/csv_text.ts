import type { FileColumn, FileTable } from "./table.ts";
import { timeWriter } from "./time_writer.ts";

/** Rows that are put together before they are handed on. */
const piece = 4096;

/**
 * A table as CSV (RFC 4180, line feeds) in pieces: times ISO-8601 in UTC, no number an empty cell, flags `true` and
 * `false`, and every other number so that reading it gives the same double.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const at = (row: number) => [0.1, NaN][row];
 * const table = { rows: 2, columns: [{ name: "x", kind: "number", at }] } as const;
 * assertEquals([...csvText(table)].join(""), "x\n0.1\n\n");
 * ```
 */
export function* csvText({ rows, columns }: FileTable): Generator<string> {
  yield columns.map(({ name }) => quoted(name)).join(",") + "\n";
  const writers = columns.map(cellWriter);
  for (let from = 0; from < rows; from += piece) {
    const to = Math.min(rows, from + piece);
    let text = "";
    for (let row = from; row < to; row++) {
      for (let column = 0; column < writers.length; column++) {
        if (column > 0) text += ",";
        text += writers[column](row);
      }
      text += "\n";
    }
    yield text;
  }
}

function cellWriter(column: FileColumn): (row: number) => string {
  if (column.kind === "text") return (row) => quoted(column.at(row));
  if (column.kind === "flag") return (row) => String(column.at(row));
  const written = column.kind === "time" ? timeWriter() : plainNumber;
  // Cash and exposure stay for long: what was written last is often what is to be written.
  let last: number | null = null;
  let text = "";
  return (row) => {
    const value = column.at(row);
    if (Object.is(value, last)) return text;
    last = value;
    return text = value === null || Number.isNaN(value) ? "" : written(value);
  };
}

/** `String` writes the fewest digits that read back as the same double, but forgets the sign of zero. */
function plainNumber(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
