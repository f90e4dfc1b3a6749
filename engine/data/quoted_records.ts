import defer * as csv from "npm:deno-std@1.4.0/csv/mod.js";
import { DataError } from "./data_error.ts";
import { type Records, separatorOf } from "./records.ts";

type Parse = (text: string, options: { separator: string }) => string[][];

/**
 * Splits a text with quoted cells (RFC 4180) into records.
 *
 * @param text The file's text, without byte order mark and with at least one line that is not blank.
 * @param source Name of the file for errors.
 * @returns Its records.
 * @throws {DataError} Where quotes do not match.
 */
export function quotedRecords(text: string, source: string): Records {
  const [header, ...rows] = parse(text, source);
  return {
    header,
    first: rows[0] ?? [],
    count: rows.length,
    forEach(take): void {
      const edges = new Int32Array(2 * header.length);
      rows.forEach((cells, row) => {
        let end = 0;
        cells.slice(0, header.length).forEach((cell, i) => {
          edges[2 * i] = end;
          end += cell.length;
          edges[2 * i + 1] = end;
        });
        take({ text: cells.join(""), edges, cells: cells.length }, row);
      });
    },
  };
}

function parse(text: string, source: string): string[][] {
  try {
    const [header] = text.replace(/^[\r\n]+/, "").split("\n", 1);
    return (csv.parse as Parse)(text, { separator: separatorOf(header) });
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const expected = `quotes around whole cells and doubled inside them (${error.message})`;
    throw new DataError([{ value: '"', expected }], { source });
  }
}
