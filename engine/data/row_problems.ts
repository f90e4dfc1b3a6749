import type { Column } from "./bars.ts";
import { type DataProblem, problemLimit } from "./data_error.ts";
import { formatTime } from "./time.ts";

/** The last moment that a date can hold, as far after the epoch as the first is before it. */
const lastDate = 8.64e15;

/** The four prices of bars; they may be one column. */
export interface Prices {
  readonly open: Column;
  readonly high: Column;
  readonly low: Column;
  readonly close: Column;
}

/** Columns of equal length; a row is a bar. */
export interface BarRows extends Prices {
  readonly length: number;
  readonly time: Column;
  /** Every column by name but the time. */
  readonly columns: ReadonlyMap<string, Column>;
}

/** The assets that rows are of. */
export interface RowAssets {
  /** Index of the asset of each row. */
  readonly ids: Int32Array;
  /** Number of assets. */
  readonly count: number;
}

/** Problems: the first of them and the number of all. */
export interface Problems {
  readonly problems: DataProblem[];
  count: number;
}

/**
 * Checks rows as `validateBars` says.
 *
 * @param rows The rows.
 * @param assets The assets that rows are of, where these are several: times increase for each by itself.
 * @returns What is wrong, without lines and times.
 */
export function rowProblems(rows: BarRows, assets?: RowAssets): Problems {
  const found: Problems = { problems: [], count: 0 };
  checkLengths(rows, found);
  if (found.count === 0) {
    checkRows(rows, found, assets);
    checkInfinities(rows, found);
  }
  return found;
}

/** Counts a problem, and keeps it if it is one of the first. */
export function addProblem(found: Problems, problem: DataProblem): void {
  found.count++;
  if (found.problems.length < problemLimit) found.problems.push(problem);
}

function checkLengths(rows: BarRows, found: Problems): void {
  const expected = `${rows.length} values, one a bar`;
  for (const [column, { length }] of [["time", rows.time] as const, ...rows.columns]) {
    if (length !== rows.length) addProblem(found, { column, value: length, expected });
  }
}

function checkRows(rows: BarRows, found: Problems, assets: RowAssets | undefined): void {
  const before = new Float64Array(assets?.count ?? 1).fill(-lastDate - 1);
  for (let row = 0; row < rows.length; row++) {
    const asset = assets === undefined ? 0 : assets.ids[row];
    const time = rows.time[row];
    if (time > before[asset] && time <= lastDate) before[asset] = time;
    else before[asset] = checkTime(time, before[asset], { row, found });
    if (!isSound(rows, row)) checkPrices(rows, row, found);
  }
}

/** Tells what is wrong with a time that is not after the one before it; gives the one that the next must be after. */
export function checkTime(
  time: number,
  before: number,
  { row, found }: { readonly row: number; readonly found: Problems },
): number {
  const isDate = time >= -lastDate && time <= lastDate;
  const after = isDate ? `a time after ${formatTime(before)}` : "milliseconds since the epoch";
  addProblem(found, { row, column: "time", value: time, expected: after });
  return isDate ? time : before;
}

/** Whether the prices of a row are finite, above 0 and `low <= open, close <= high`. */
export function isSound({ open, high, low, close }: Prices, row: number): boolean {
  const o = open[row];
  const h = high[row];
  const l = low[row];
  const c = close[row];
  return l > 0 && l <= o && l <= c && o <= h && c <= h && h < Infinity;
}

/** Tells what is wrong with prices that are not sound. */
export function checkPrices(prices: Prices, row: number, found: Problems): void {
  const [open, high, low, close] = [prices.open, prices.high, prices.low, prices.close]
    .map((column) => column[row]);
  // Of closes that stand for all four prices one is told of.
  const named = prices.open === prices.close ? { close } : { open, high, low, close };
  const broken = Object.entries(named).filter(([, value]) => !(value > 0 && value < Infinity));
  for (const [column, value] of broken) {
    addProblem(found, { row, column, value, expected: "a finite price above 0" });
  }
  if (broken.length > 0) return;
  const top = open >= close ? `open ${open}` : `close ${close}`;
  const bottom = open <= close ? `open ${open}` : `close ${close}`;
  if (high < Math.max(open, close)) {
    addProblem(found, { row, column: "high", value: high, expected: `at least ${top}` });
  }
  if (low > Math.min(open, close)) {
    addProblem(found, { row, column: "low", value: low, expected: `at most ${bottom}` });
  }
}

function checkInfinities(rows: BarRows, found: Problems): void {
  for (const [column, values] of rows.columns) {
    if (values === rows.open || values === rows.high) continue;
    if (values === rows.low || values === rows.close) continue;
    for (let row = 0; row < values.length; row++) {
      const value = values[row];
      if (value === Infinity || value === -Infinity) {
        addProblem(found, { row, column, value, expected: "a finite number or NaN" });
      }
    }
  }
}
