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
  const isText = ({ kind, numbers, count }: CellColumn): boolean =>
    kind === "user" && numbers === 0 && count > 0;
  const kept = filled.columns.filter((column) => !isText(column));
  refuseProblems([filled.rows, time, ...kept], time, options);
  const bars = makeBars({
    symbol: options.symbol ?? "",
    time: time.values,
    columns: new Map(kept.map(({ name, values }) => [name, values])),
  });
  validateBars(bars, options);
  for (const { name } of filled.columns.filter(isText)) options.onSkip?.(name);
  for (let i = 0; i < filled.unnamed; i++) options.onSkip?.("");
  return options.from === undefined && options.to === undefined ? bars : sliceBars(bars, options);
}

function refuseProblems(
  parts: readonly { problems: readonly DataProblem[]; count: number }[],
  time: CellColumn,
  origin: Origin,
): void {
  const count = parts.reduce((sum, part) => sum + part.count, 0);
  if (count === 0) return;
  const problems = parts.flatMap((part) => part.problems)
    .sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
  throw new DataError(placed(problems, time.values, origin), { ...origin, count });
}
