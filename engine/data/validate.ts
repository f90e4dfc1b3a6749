import type { Bars } from "./bars.ts";
import { DataError, type DataProblem } from "./data_error.ts";
import { rowProblems } from "./row_problems.ts";

/** What the errors of a check say of the data's origin. */
export interface Origin {
  /** Name of the file or instrument. */
  readonly source?: string;
  /** Line of the file at which each bar stands; called only if there is a problem. */
  readonly lines?: () => readonly number[];
}

/**
 * Checks bars: times are finite, within the range of dates and strictly increasing; prices are finite and above 0;
 * `low <= open, close <= high`; no column holds an infinity; all columns are equally long. NaN is allowed in volume and
 * in user columns. No bars at all are fine.
 *
 * @param bars The bars.
 * @param options Where they are from, for the message.
 * @throws {DataError} With the first problems in order of rows (user columns last) and the number of all.
 *
 * @example
 * ```ts
 * import { assertThrows } from "@std/assert";
 * const column = (value: number) => Float64Array.of(value);
 * const [open, high, low, close, volume] = [12.5, 12.1, 11, 11.5, 800].map(column);
 * const columns = new Map(Object.entries({ open, high, low, close, volume }));
 * const bars = { symbol: "", length: 1, time: column(0), open, high, low, close, volume, columns };
 * assertThrows(
 *   () => validateBars(bars),
 *   Error,
 *   "Row 0 (1970-01-01T00:00:00.000Z), column high: found 12.1, expected at least open 12.5",
 * );
 * ```
 */
export function validateBars(bars: Bars, options: Origin = {}): void {
  const { problems, count } = rowProblems(bars);
  if (count > 0) throw new DataError(placed(problems, bars.time, options), { ...options, count });
}

/**
 * Adds times and lines to problems that name a row.
 *
 * @param problems The problems.
 * @param time Times of the rows, NaN where unknown.
 * @param origin Where the data are from.
 * @returns The problems with what is known of their rows.
 */
export function placed(
  problems: readonly DataProblem[],
  time: ArrayLike<number>,
  origin: Origin,
): DataProblem[] {
  const lines = origin.lines?.();
  return problems.map((problem) => {
    const { row } = problem;
    if (row === undefined) return problem;
    return {
      ...problem,
      ...(lines === undefined ? {} : { line: lines[row] }),
      ...(Number.isNaN(time[row]) ? {} : { time: time[row] }),
    };
  });
}
