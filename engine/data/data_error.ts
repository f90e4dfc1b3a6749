import { formatTime } from "./time.ts";

/** One thing that is wrong with data: where it is, what was found and what was expected. */
export interface DataProblem {
  /** Symbol of the asset in data of many; absent where it is not known or none is meant. */
  readonly symbol?: string;
  /** Bar or row of a table, counted from 0; absent where a column or the whole file is meant. */
  readonly row?: number;
  /** Line of the file, counted from 1; absent where there is no file. */
  readonly line?: number;
  /** Time of that bar in milliseconds since the epoch; absent where it is not known. */
  readonly time?: number;
  /** Name of the column; absent where the whole row is meant. */
  readonly column?: string;
  /** What was found: a number, or the text as it stood. */
  readonly value: number | string;
  /** What was expected instead, in words that follow "expected". */
  readonly expected: string;
}

/** Number of problems that an error lists; the rest are only counted. */
export const problemLimit = 10;

/** Characters of a text that a message shows: a file that is no CSV may be one endless line. */
const textLimit = 120;

/**
 * Data that cannot be used, with every problem that was found in it.
 *
 * @example The problems are data
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const error = new DataError([{ row: 17, column: "high", value: 12.1, expected: "at least open 12.5" }]);
 * assertEquals(error.count, 1);
 * assertEquals(
 *   error.message,
 *   "Cannot use the bars, 1 problem:\n  Row 17, column high: found 12.1, expected at least open 12.5",
 * );
 * ```
 */
export class DataError extends Error {
  /** Always `DataError`. */
  override name = "DataError";
  /** The first problems, at most `problemLimit`. */
  readonly problems: readonly DataProblem[];
  /** Number of all problems. */
  readonly count: number;

  /**
   * Makes the error and its message.
   *
   * @param problems The problems; those beyond `problemLimit` are dropped.
   * @param options `count`: number of all problems, where more were found than are given; `source`: name of the
   * file or instrument for the message; `attempted`: what could not be done instead of using its bars; `cause`.
   */
  constructor(
    problems: readonly DataProblem[],
    options: { count?: number; source?: string; attempted?: string; cause?: unknown } = {},
  ) {
    const { count = problems.length, source = "" } = options;
    const shown = problems.slice(0, problemLimit);
    const { attempted = `use ${source === "" ? "the bars" : `the bars of ${source}`}` } = options;
    const head = `Cannot ${attempted}, ` +
      `${count} problem${count === 1 ? "" : "s"}` +
      (count > shown.length ? `, the first ${shown.length}:` : ":");
    super(
      [head, ...shown.map(describe)].join("\n  "),
      options.cause === undefined ? {} : { cause: options.cause },
    );
    this.problems = shown;
    this.count = count;
  }
}

function describe(problem: DataProblem): string {
  const places: string[] = [];
  if (problem.symbol !== undefined) places.push(`symbol ${JSON.stringify(problem.symbol)}`);
  if (problem.line !== undefined) places.push(`line ${problem.line}`);
  else if (problem.row !== undefined) places.push(`row ${problem.row}`);
  const last = places.length - 1;
  if (isDate(problem.time)) places[last] += ` (${formatTime(problem.time)})`;
  if (problem.column !== undefined) places.push(`column ${problem.column}`);
  const where = places.length === 0 ? "" : `${places.join(", ")}: `;
  const text = `${where}found ${shownValue(problem)}, expected ${problem.expected}`;
  return text[0].toUpperCase() + text.slice(1);
}

function shownValue({ row, column, value }: DataProblem): string {
  if (typeof value === "string") {
    return JSON.stringify(value.length > textLimit ? `${value.slice(0, textLimit)}...` : value);
  }
  return row !== undefined && column === "time" && isDate(value)
    ? formatTime(value)
    : String(value);
}

function isDate(time: number | undefined): time is number {
  return time !== undefined && Math.abs(time) <= 8.64e15;
}
