import { DataError, type DataProblem } from "./data_error.ts";
import { priceNames } from "./names.ts";

/** A time: milliseconds since the epoch, a `Date`, or a text that `parseTime` reads. */
export type TimeValue = number | Date | string;

/** Columns of equal length by name: a time, prices, perhaps `volume`, and any others of numbers. */
export interface BarColumns {
  /** Values of the column, one a bar. */
  readonly [name: string]: ArrayLike<TimeValue | null | undefined>;
}

/**
 * The columns of a program's own data.
 *
 * @param source Columns, or one object a bar.
 * @param options `source`: name of the data for errors; `attempted`: what could not be done, if not using its bars.
 * @returns The columns by name, as given. Of objects, every key that any of them has; no objects are standard columns
 * without values.
 * @throws {DataError} Where columns are no arrays or not equally long, or rows are no objects.
 */
export function sourceColumns(
  source: BarColumns | readonly object[],
  options: { readonly source: string; readonly attempted?: string },
): Map<string, ArrayLike<unknown>> {
  const columns = isRows(source)
    ? columnsOf(source, options)
    : new Map<string, ArrayLike<unknown>>(Object.entries(source));
  const problems = [...columns].flatMap(([column, values]) => notArray(column, values));
  if (problems.length > 0) throw new DataError(problems, options);
  const uneven = unevenColumns(columns);
  if (uneven.length > 0) throw new DataError(uneven, options);
  return columns;
}

// Array.isArray alone does not narrow a union with a readonly array.
function isRows(source: BarColumns | readonly object[]): source is readonly object[] {
  return Array.isArray(source);
}

function columnsOf(
  rows: readonly unknown[],
  options: { readonly source: string; readonly attempted?: string },
): Map<string, ArrayLike<unknown>> {
  if (rows.length === 0) return new Map(["time", ...priceNames].map((name) => [name, []]));
  const columns = new Map<string, unknown[]>();
  rows.forEach((values, row) => {
    if (typeof values !== "object" || values === null) {
      const expected = "an object with a time and prices";
      throw new DataError([{ row, value: String(values), expected }], options);
    }
    for (const [name, value] of Object.entries(values)) {
      const column = columns.get(name);
      if (column !== undefined) column[row] = value;
      else {columns.set(
          name,
          Object.assign(new Array(rows.length).fill(undefined), { [row]: value }),
        );}
    }
  });
  return columns;
}

/** What is wrong with a column that is no array; nothing if it is one. */
export function notArray(column: string, values: unknown): DataProblem[] {
  const isArray = Array.isArray(values) || (ArrayBuffer.isView(values) && "length" in values);
  return isArray ? [] : [{ column, value: typeof values, expected: "an array" }];
}

function unevenColumns(columns: ReadonlyMap<string, ArrayLike<unknown>>): DataProblem[] {
  const lengths = [...columns].map(([column, { length }]) => ({ column, value: length }));
  const usual = lengths[0];
  return lengths.filter(({ value }) => value !== usual.value)
    .map((found) => ({ ...found, expected: `${usual.value} values, as in ${usual.column}` }));
}
