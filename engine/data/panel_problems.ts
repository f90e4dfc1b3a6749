import type { Column } from "./bars.ts";
import {
  addProblem,
  checkPrices,
  checkTime,
  isSound,
  type Prices,
  type Problems,
} from "./row_problems.ts";

/** The parts of a panel that are checked; prices may be one column. */
export interface PanelCells extends Prices {
  readonly symbols: readonly string[];
  readonly time: Column;
  /** Every column by name but the time. */
  readonly columns: ReadonlyMap<string, Column>;
  readonly present: Uint8Array;
}

/**
 * Marks the cells in which any price is no NaN.
 *
 * @param prices Time-major prices.
 * @param present The mask, all 0.
 * @returns The mask, written.
 */
export function presenceIn({ open, high, low, close }: Prices, present: Uint8Array): Uint8Array {
  for (let cell = 0; cell < present.length; cell++) {
    const isMissing = close[cell] !== close[cell] && open[cell] !== open[cell] &&
      high[cell] !== high[cell] && low[cell] !== low[cell];
    if (!isMissing) present[cell] = 1;
  }
  return present;
}

/**
 * Checks time-major columns whose lengths fit: rows are moments.
 *
 * @param panel The parts.
 * @returns What is wrong with times, prices and mask in order of moments, then with all other columns.
 */
export function panelProblems(panel: PanelCells): Problems {
  const found: Problems = { problems: [], count: 0 };
  checkTimes(panel.time, found);
  checkCells(panel, found);
  for (const [name, column] of panel.columns) {
    if (!(isPrice(panel, column))) checkColumn(panel, found, { name, column });
  }
  return found;
}

function isPrice({ open, high, low, close }: Prices, column: Column): boolean {
  return column === open || column === high || column === low || column === close;
}

function checkTimes(time: Column, found: Problems): void {
  let before = -Infinity;
  for (let row = 0; row < time.length; row++) {
    const isAfter = time[row] > before && Math.abs(time[row]) <= 8.64e15;
    before = isAfter ? time[row] : checkTime(time[row], before, { row, found });
  }
}

function checkCells(panel: PanelCells, found: Problems): void {
  const { present } = panel;
  for (let cell = 0; cell < present.length; cell++) {
    if (present[cell] === 1 ? isSound(panel, cell) : isEmpty(panel, cell)) continue;
    const at: Problems = { problems: [], count: 0 };
    if (present[cell] === 1) checkPrices(panel, cell, at);
    else checkEmpty(panel, cell, at);
    for (const problem of at.problems) addProblem(found, { ...problem, ...placeOf(panel, cell) });
  }
}

function isEmpty({ open, high, low, close, present }: PanelCells, cell: number): boolean {
  return present[cell] === 0 && close[cell] !== close[cell] && open[cell] !== open[cell] &&
    high[cell] !== high[cell] && low[cell] !== low[cell];
}

function checkEmpty(
  { open, high, low, close, present }: PanelCells,
  cell: number,
  at: Problems,
): void {
  const mask = present[cell];
  if (mask !== 0) addProblem(at, { column: "present", value: mask, expected: "0 or 1" });
  for (const [column, values] of Object.entries({ open, high, low, close })) {
    const value = values[cell];
    if (mask === 0 && !Number.isNaN(value)) addProblem(at, { column, value, expected: noBar });
  }
}

const noBar = "NaN, as the asset has no bar here";

function checkColumn(
  panel: PanelCells,
  found: Problems,
  { name, column: values }: { readonly name: string; readonly column: Column },
): void {
  const { present } = panel;
  for (let cell = 0; cell < values.length; cell++) {
    const value = values[cell];
    if (value !== value || (present[cell] === 1 && value - value === 0)) continue;
    const expected = present[cell] === 1 ? "a finite number or NaN" : noBar;
    addProblem(found, { column: name, value, expected, ...placeOf(panel, cell) });
  }
}

function placeOf(
  { symbols, time }: PanelCells,
  cell: number,
): { symbol: string; row: number; time?: number } {
  const row = Math.floor(cell / symbols.length);
  const symbol = symbols[cell % symbols.length];
  return Number.isNaN(time[row]) ? { symbol, row } : { symbol, row, time: time[row] };
}
