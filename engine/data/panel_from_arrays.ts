import type { Column } from "./bars.ts";
import { takeTimeValue, takeValue } from "./cell_column.ts";
import { DataError } from "./data_error.ts";
import { filledColumn } from "./filled_source.ts";
import { cellProblems } from "./load_bars.ts";
import { makePanel, maskLike } from "./make_panel.ts";
import { missingPrices, priceNames } from "./names.ts";
import type { Panel } from "./panel.ts";
import { panelProblems, presenceIn } from "./panel_problems.ts";
import { symbolProblems } from "./panel_symbols.ts";
import { addProblem, type Problems } from "./row_problems.ts";
import { notArray, type TimeValue } from "./source_columns.ts";

/** Values of a column; a `Float64Array` is taken as it is, anything else copied. */
export type PanelValues = ArrayLike<number | null | undefined>;

/** A panel's symbols, times and time-major columns: index `t * symbols.length + a`. */
export interface PanelArrays {
  /** Names of the assets, by index. */
  readonly symbols: readonly string[];
  /** One value a moment, strictly increasing. */
  readonly time: ArrayLike<TimeValue>;
  /** Opening prices; as all columns `time.length * symbols.length` values, NaN where an asset has no bar. */
  readonly open?: PanelValues;
  /** Highest prices. */
  readonly high?: PanelValues;
  /** Lowest prices. */
  readonly low?: PanelValues;
  /** Closing prices. */
  readonly close: PanelValues;
  /** Traded volume; NaN throughout where it is left out. */
  readonly volume?: PanelValues;
  /** Further columns by name; those named above are not read here. */
  readonly columns?: ReadonlyMap<string, PanelValues> | Readonly<Record<string, PanelValues>>;
  /** Which bars there are; where it is left out an asset has a bar wherever a price is no NaN. */
  readonly present?: Uint8Array;
  /** Whether closes alone are accepted, or open, high and low were made of them; default false. */
  readonly priceOnly?: boolean;
}

/**
 * Makes a panel of time-major arrays, which are checked and taken as they are: nothing is copied but what is no
 * `Float64Array` of fixed length. Shared arrays stay shared, and what is added to them (a mask, open, high and low of
 * closes) is shared too. Nobody may write to them afterwards.
 *
 * A panel can be sent to a worker as these arrays, all of it but `indexOf`.
 *
 * @param arrays Symbols, times and columns.
 * @returns The panel.
 * @throws {DataError} Where lengths do not fit, symbols are empty, longer than 100 characters, there twice or more than
 * 100,000, times do not increase, prices break the rules of bars, there is ±Infinity, or anything but NaN where an asset
 * has no bar.
 *
 * @example
 * ```ts
 * import { assert, assertEquals } from "@std/assert";
 * const close = Float64Array.of(10, NaN, 11, 50);
 * const time = ["2001-03-05", "2001-03-06"];
 * const panel = panelFromArrays({ symbols: ["AAPL", "MSFT"], time, close, priceOnly: true });
 * assertEquals([...panel.present], [1, 0, 1, 1]);
 * assert(panel.close === close);
 *
 * const { indexOf: _, ...arrays } = panel;
 * assertEquals(panelFromArrays(structuredClone(arrays)).close, close);
 * ```
 */
export function panelFromArrays(arrays: PanelArrays): Panel {
  const { symbols, priceOnly = false } = arrays;
  const given = givenColumns(arrays);
  const parts = [["symbols", symbols] as const, ["time", arrays.time] as const, ...given];
  const wrong = parts.flatMap(([name, values]) => notArray(name, values));
  refuse({ problems: wrong, count: wrong.length });
  const found = symbolProblems(symbols);
  const missing = missingPrices(new Set(given.keys()), priceOnly);
  if (missing !== undefined) {
    addProblem(found, { value: [...given.keys()].join(), expected: missing });
  }
  checkLengths(arrays, given, found);
  refuse(found);

  const read = columnReader(symbols);
  const time = isFixed(arrays.time) ? arrays.time : read.time(arrays.time);
  const columns = new Map([...given].map(([name, values]): [string, Column] => [
    name,
    isFixed(values) ? values : read.column(name, values),
  ]));
  refuse(read.problems());
  const close = columns.get("close") as Column;
  const price = (name: string): Column => columns.get(name) ?? close;
  const prices = { open: price("open"), high: price("high"), low: price("low"), close };
  const present = arrays.present ?? presenceIn(prices, maskLike(close));
  refuse(panelProblems({ symbols, time, ...prices, columns, present }));
  return makePanel({ symbols, time, columns, present, priceOnly });
}

function refuse({ problems, count }: Problems): void {
  if (count > 0) throw new DataError(problems, { attempted: "use the panel", count });
}

function givenColumns(arrays: PanelArrays): Map<string, PanelValues> {
  const { columns = new Map() } = arrays;
  const standard = [...priceNames, "volume"] as const;
  const further = columns instanceof Map ? [...columns] : Object.entries(columns);
  const named = standard.flatMap((name): [string, PanelValues][] => {
    const values = arrays[name];
    return values === undefined ? [] : [[name, values]];
  });
  return new Map([
    ...named,
    ...further.filter(([name]) => !(standard as readonly string[]).includes(name)),
  ]);
}

function checkLengths(
  { symbols, time, present }: PanelArrays,
  columns: ReadonlyMap<string, PanelValues>,
  found: Problems,
): void {
  const size = time.length * symbols.length;
  const expected = `${size} values, ${time.length} times by ${symbols.length} symbols`;
  const all = [...columns, ...(present === undefined ? [] : [["present", present] as const])];
  for (const [column, { length }] of all) {
    if (length !== size) addProblem(found, { column, value: length, expected });
  }
}

/** Whether values are a column that can be used as it is: its length cannot change under a run. */
function isFixed(values: ArrayLike<unknown>): values is Column {
  if (!(values instanceof Float64Array)) return false;
  const { buffer } = values;
  return !(buffer instanceof ArrayBuffer ? buffer.resizable : buffer.growable);
}

/** Copies arrays into columns, and collects what is wrong with their values. */
function columnReader(symbols: readonly string[]): {
  readonly time: (values: ArrayLike<unknown>) => Column;
  readonly column: (name: string, values: ArrayLike<unknown>) => Column;
  readonly problems: () => Problems;
} {
  const filled: Problems[] = [];
  return {
    time(values): Column {
      const column = filledColumn("time", values, takeTimeValue);
      filled.push(column);
      return column.values;
    },
    column(name, values): Column {
      const column = filledColumn(name, values, takeValue);
      const problems = column.problems.map(({ row = 0, ...problem }) => ({
        symbol: symbols[row % symbols.length],
        row: Math.floor(row / symbols.length),
        ...problem,
      }));
      filled.push({ problems, count: column.count });
      return column.values;
    },
    problems: () => cellProblems(filled),
  };
}
