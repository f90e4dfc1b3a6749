import type { ArrowLibrary } from "./arrow_bytes.ts";
import { FileError } from "./file_error.ts";

/** A column as read back: numbers, times in milliseconds since the epoch, NaN where there is none; or texts. */
export type ArrowColumn = Float64Array | readonly string[];

/**
 * The columns of an Arrow file that `arrowBytes` wrote, without its flags.
 *
 * @param path Named in errors.
 * @throws {FileError} If it is no whole Arrow file.
 */
export function arrowColumns(
  arrow: ArrowLibrary,
  bytes: Uint8Array,
  path: string,
): ReadonlyMap<string, ArrowColumn> {
  const table = (() => {
    try {
      return arrow.tableFromIPC(bytes);
    } catch (error) {
      throw new FileError(`Cannot read ${path}: expected an Arrow file`, { cause: error });
    }
  })();
  return new Map(table.schema.fields.map(({ name, type }): [string, ArrowColumn] => {
    const vector = table.getChild(name)!;
    if (arrow.DataType.isUtf8(type)) return [name, Array.from(vector, String)];
    if (!arrow.DataType.isTimestamp(type)) return [name, Float64Array.from(vector, Number)];
    const micros = vector.toArray() as BigInt64Array;
    const time = (row: number): number => vector.isValid(row) ? Number(micros[row]) / 1000 : NaN;
    return [name, Float64Array.from({ length: table.numRows }, (_, row) => time(row))];
  }));
}
