import type { Bars } from "./bars.ts";
import type { TimeBound } from "./bound.ts";
import type { CellColumn } from "./cell_column.ts";
import { DataError, type DataProblem } from "./data_error.ts";
import { makeBars } from "./make_bars.ts";
import { sliceBars } from "./slice.ts";
import { type Origin, placed, validateBars } from "./validate.ts";

/** Options of everything that makes bars. */
export interface BarsOptions {
  /** Name of the instrument. */
  readonly symbol?: string;
  /** Whether closes alone are accepted, as open, high, low and close of the bar; default false. */
  readonly priceOnly?: boolean;
  /** First moment taken. All data are checked, also what is not taken. */
  readonly from?: TimeBound;
  /** First moment not taken; a text that names a day takes that whole day. */
  readonly to?: TimeBound;
  /** Called with the name of each column that is left out because it holds no number, "" if it has no name. */
  readonly onSkip?: (column: string) => void;
}

/** Columns filled with cells, to be checked. */
export interface FilledColumns {
  /** Milliseconds since the epoch. */
  readonly time: CellColumn;
  /** All other columns, in their order. */
  readonly columns: readonly CellColumn[];
  /** Problems of whole rows, the first of them and the number of all. */
  readonly rows: { readonly problems: readonly DataProblem[]; readonly count: number };
  /** How many columns have no name. */
  readonly unnamed: number;
}

/**
 * Makes bars of filled columns: leaves out those without numbers, checks, and takes the span asked for.
 *
 * @param filled The columns.
 * @param options The caller's options, and where the data are from.
 * @returns The bars.
 * @throws {DataError} Where cells or bars are not what they should be.
 */
export function loadBars(filled: FilledColumns, options: BarsOptions & Origin): Bars {
  const { time } = filled;
  const kept = filled.columns.filter((column) => !isText(column));
  const { problems, count } = cellProblems([filled.rows, time, ...kept]);
  if (count > 0) throw new DataError(placed(problems, time.values, options), { ...options, count });
  const bars = makeBars({
    symbol: options.symbol ?? "",
    time: time.values,
    columns: new Map(kept.map(({ name, values }) => [name, values])),
  });
  validateBars(bars, options);
  tellSkipped(filled, options);
  return options.from === undefined && options.to === undefined ? bars : sliceBars(bars, options);
}

/** Whether a column of the user's holds no number but something else. */
export function isText({ kind, numbers, count }: CellColumn): boolean {
  return kind === "user" && numbers === 0 && count > 0;
}

/** Reports the columns that are left out. */
export function tellSkipped(
  { columns, unnamed }: FilledColumns,
  { onSkip }: Pick<BarsOptions, "onSkip">,
): void {
  for (const { name } of columns.filter(isText)) onSkip?.(name);
  for (let i = 0; i < unnamed; i++) onSkip?.("");
}

/** Problems of several columns in order of rows, and the number of all. */
export function cellProblems(
  parts: readonly { readonly problems: readonly DataProblem[]; readonly count: number }[],
): { problems: DataProblem[]; count: number } {
  const count = parts.reduce((sum, part) => sum + part.count, 0);
  const problems = parts.flatMap((part) => part.problems)
    .sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
  return { problems, count };
}
