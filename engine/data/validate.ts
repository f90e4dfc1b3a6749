import type { Bars } from "./bars.ts";
import { DataError, type DataProblem, problemLimit } from "./data_error.ts";
import { formatTime } from "./time.ts";

/** The last moment that a date can hold, as far after the epoch as the first is before it. */
const lastDate = 8.64e15;

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
  const problems: DataProblem[] = [];
  let count = 0;
  const add = (problem: DataProblem): void => {
    count++;
    if (problems.length < problemLimit) problems.push(problem);
  };
  checkLengths(bars, add);
  if (count === 0) {
    checkRows(bars, add);
    checkInfinities(bars, add);
  }
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

type Add = (problem: DataProblem) => void;

function checkLengths(bars: Bars, add: Add): void {
  const expected = `${bars.length} values, one a bar`;
  for (const [column, { length }] of [["time", bars.time] as const, ...bars.columns]) {
    if (length !== bars.length) add({ column, value: length, expected });
  }
}

function checkRows(bars: Bars, add: Add): void {
  const { time, open, high, low, close } = bars;
  let before = -lastDate - 1;
  for (let row = 0; row < bars.length; row++) {
    const t = time[row];
    if (t > before && t <= lastDate) {
      before = t;
    } else if (t >= -lastDate && t <= lastDate) {
      add({ row, column: "time", value: t, expected: `a time after ${formatTime(before)}` });
      before = t;
    } else {
      add({ row, column: "time", value: t, expected: "milliseconds since the epoch" });
    }
    const o = open[row];
    const h = high[row];
    const l = low[row];
    const c = close[row];
    const sound = l > 0 && l <= o && l <= c && o <= h && c <= h && h < Infinity;
    if (!sound) checkPrices(bars, row, add);
  }
}

function checkPrices(bars: Bars, row: number, add: Add): void {
  const [open, high, low, close] = [bars.open, bars.high, bars.low, bars.close].map((x) => x[row]);
  const prices = Object.entries({ open, high, low, close });
  const broken = prices.filter(([, value]) => !(value > 0 && value < Infinity));
  for (const [column, value] of broken) {
    add({ row, column, value, expected: "a finite price above 0" });
  }
  if (broken.length > 0) return;
  const top = open >= close ? `open ${open}` : `close ${close}`;
  const bottom = open <= close ? `open ${open}` : `close ${close}`;
  if (high < Math.max(open, close)) {
    add({ row, column: "high", value: high, expected: `at least ${top}` });
  }
  if (low > Math.min(open, close)) {
    add({ row, column: "low", value: low, expected: `at most ${bottom}` });
  }
}

function checkInfinities(bars: Bars, add: Add): void {
  for (const [column, values] of bars.columns) {
    if (values === bars.open || values === bars.high) continue;
    if (values === bars.low || values === bars.close) continue;
    for (let row = 0; row < values.length; row++) {
      const value = values[row];
      if (value === Infinity || value === -Infinity) {
        add({ row, column, value, expected: "a finite number or NaN" });
      }
    }
  }
}
