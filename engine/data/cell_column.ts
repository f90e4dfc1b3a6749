import type { Column } from "./bars.ts";
import { isMissing, numberIn } from "./cell.ts";
import { type DataProblem, problemLimit } from "./data_error.ts";
import { fixedTime } from "./fixed_time.ts";
import { priceNames } from "./names.ts";
import { expectedTime, timeIn } from "./time_text.ts";

/** Texts of times that are kept: what is read once a text should not cost memory once a row. */
const knownLimit = 100_000;

/** A column that is being filled from cells of which some may not be numbers. */
export interface CellColumn {
  /** Name that problems are told under. */
  readonly name: string;
  /** `price`: every cell is a number; `standard`: or missing; `user`: or there is no number at all. */
  readonly kind: "price" | "standard" | "user";
  readonly values: Column;
  /** Cells that were numbers. */
  numbers: number;
  /** Cells that were not what they should be. */
  count: number;
  /** The first of those cells. */
  readonly problems: DataProblem[];
}

/**
 * Makes a column to be filled.
 *
 * @param name Name that problems are told under.
 * @param length Number of cells.
 * @returns The column, of the kind that its name says.
 */
export function cellColumn(name: string, length: number): CellColumn {
  const isPrice = (priceNames as readonly string[]).includes(name);
  const kind = isPrice ? "price" : name === "volume" ? "standard" : "user";
  return { name, kind, values: new Float64Array(length), numbers: 0, count: 0, problems: [] };
}

/** Takes in the part of a text from `from` to `to` as the cell of a row. No objects are made of cells in order. */
export function takeCell(
  column: CellColumn,
  row: number,
  text: string,
  from: number,
  to: number,
): void {
  const value = numberIn(text, from, to);
  column.values[row] = value;
  if (value === value) column.numbers++;
  else takeOther(column, row, text.slice(from, to));
}

/** Takes in a value of any type as the cell of a row: texts are read as in a file, null and undefined are missing. */
export function takeValue(column: CellColumn, row: number, value: unknown): void {
  if (typeof value === "string") {
    takeCell(column, row, value, 0, value.length);
    return;
  }
  const number = typeof value === "number" ? value : NaN;
  column.values[row] = number;
  if (number === number) column.numbers++;
  else if (value !== null && value !== undefined && typeof value !== "number") {
    takeOther(column, row, typeof value);
  }
}

/** Takes in milliseconds, a date or a text as the time of a row. */
export function takeTimeValue(column: CellColumn, row: number, value: unknown): void {
  if (typeof value === "string") {
    takeTime(column, row, value);
  } else {
    column.values[row] = typeof value === "number" || value instanceof Date ? Number(value) : NaN;
  }
}

/** Takes in a text as the time of a row. */
export function takeTime(column: CellColumn, row: number, text: string): void {
  const time = timeIn(text);
  column.values[row] = time;
  if (time === time) column.numbers++;
  else addProblem(column, row, { value: text, expected: expectedTime(text) });
}

/** Takes in a text as the time of a row; `known` holds the times of texts that were read before, of which it may be. */
export function takeKnownTime(
  column: CellColumn,
  row: number,
  text: string,
  known: Map<string, number>,
): void {
  // The commonest forms are read faster than they are found.
  const time = fixedTime(text);
  const found = Number.isNaN(time) ? known.get(text) : time;
  if (found !== undefined) {
    column.values[row] = found;
    column.numbers++;
    return;
  }
  takeTime(column, row, text);
  const isTime = !Number.isNaN(column.values[row]);
  if (isTime && known.size < knownLimit) known.set(text, column.values[row]);
}

function takeOther(column: CellColumn, row: number, text: string): void {
  if (column.kind !== "price" && isMissing(text)) return;
  if (column.problems.length === problemLimit) {
    column.count++;
    return;
  }
  const separated = /^\s*[-+]?[\d.,\s]*\d[\d.,\s]*$/.test(text);
  const expected = separated
    ? "a number with a decimal point and without separators of thousands"
    : "a number such as 12.5";
  addProblem(column, row, { value: text, expected });
}

function addProblem(
  column: CellColumn,
  row: number,
  problem: { value: string; expected: string },
): void {
  column.count++;
  if (column.problems.length < problemLimit) {
    column.problems.push({ row, column: column.name, ...problem });
  }
}
