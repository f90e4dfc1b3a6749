import type * as Arrow from "npm:apache-arrow@21.2.0";
import { FileError } from "./file_error.ts";
import type { FileColumn, FileTable } from "./table.ts";

/** The Arrow library. */
export type ArrowLibrary = typeof Arrow;

/**
 * Loads the Arrow library: only a program that touches Arrow files has to fetch it.
 *
 * @throws {FileError} If it cannot be fetched.
 */
export async function loadArrow(): Promise<ArrowLibrary> {
  // A literal specifier would be fetched whenever a program that can reach this file starts.
  const specifier = "npm:apache-arrow@21.2.0";
  try {
    return await import(specifier);
  } catch (error) {
    throw new FileError(`Cannot load the library for Arrow files: ${error}`, { cause: error });
  }
}

/** A table as an Arrow IPC file: times in microseconds, UTC; indices of 32 bits; what is missing is null. */
export function arrowBytes(arrow: ArrowLibrary, { rows, columns }: FileTable): Uint8Array {
  const vectors = columns.map((column) => vectorOf(arrow, column, rows));
  const fields = columns.map(({ name }, at) => new arrow.Field(name, vectors[at].type, true));
  // A table made of an object would put columns with names such as 7203 first.
  const type = new arrow.Struct(fields);
  const children = vectors.map(({ data: [only] }) => only);
  const batch = new arrow.RecordBatch(
    new arrow.Schema(fields),
    arrow.makeData({ type, length: rows, nullCount: 0, children }),
  );
  return arrow.tableToIPC(new arrow.Table([batch]), "file");
}

function vectorOf(arrow: ArrowLibrary, column: FileColumn, rows: number): Arrow.Vector {
  const { kind, at } = column;
  const all = <T>(read: (row: number) => T): T[] =>
    Array.from({ length: rows }, (_, row) => read(row));
  if (kind === "text") return arrow.vectorFromArray(all(at), new arrow.Utf8());
  if (kind === "flag") return arrow.vectorFromArray(all(at), new arrow.Bool());
  if (kind === "index") return arrow.vectorFromArray(all(at), new arrow.Int32());
  if (kind === "number") {
    return arrow.makeVector(Float64Array.from({ length: rows }, (_, row) => at(row) ?? NaN));
  }
  const type = new arrow.Timestamp(arrow.TimeUnit.MICROSECOND, "UTC");
  const micros = all((row) => {
    const time = at(row);
    return time === null ? null : BigInt(Math.round(time * 1000));
  });
  const nulls = micros.filter((time) => time === null).length;
  const nullBitmap = new Uint8Array(Math.ceil(rows / 8));
  micros.forEach((time, row) => {
    if (time !== null) nullBitmap[row >> 3] |= 1 << (row & 7);
  });
  const data = BigInt64Array.from(micros, (time) => time ?? 0n);
  return arrow.makeVector(
    arrow.makeData({ type, length: rows, nullCount: nulls, nullBitmap, data }),
  );
}
