import { customColumns, expressionsOf } from "../../codegen/define/custom_column.ts";
import type { CustomColumn } from "../../codegen/define/expression.ts";
import type { Strategy } from "../../codegen/define/types.ts";
import type { Bars } from "../data/bars.ts";
import { customColumn } from "../data/custom_column.ts";
import { sliceBars } from "../data/slice.ts";
import { backtest, type BacktestOptions } from "./backtest.ts";
import { type Difference, firstDifference } from "./difference.ts";
import type { RunOutput } from "./output.ts";

/** A place where a run on the first bars is not the beginning of the run on all bars. */
export interface LookAhead extends Difference {
  /** Number of bars of the shorter run; its value is `left`, that of the run on all bars `right`. */
  readonly bars: number;
}

/**
 * Backtests on the first bars and on all, and compares the shorter run with the beginning of the other: equity, closed
 * trades and fills, bit for bit. A difference means that a bar was decided by a later one. A custom column that looks
 * ahead is named with the first bar on which it changed.
 *
 * The end of the data is no such difference: every run leaves its last position open, whatever `atEnd` says. A column
 * that was made with later bars before it came into the data cannot be found out so.
 *
 * @param lengths Numbers of bars to run on.
 * @returns The difference with the earliest bar, or nothing.
 * @throws {DefinitionError} For anything wrong with definition, settings, parameters or missing columns.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { strategy } from "../../codegen/define/strategy.ts";
 * import { barsFrom } from "../data/bars_from.ts";
 * const time = ["2020-01-01", "2020-01-02", "2020-01-03", "2020-01-04"];
 * const bars = barsFrom({ time, close: [10, 11, 12, 11] }, { priceOnly: true });
 * const up = strategy({ name: "up", long: { enter: "rising(close, 1)" } });
 * assertEquals(findLookAhead(up, bars, { lengths: [1, 3] }), undefined);
 * ```
 */
export function findLookAhead(
  strategy: Strategy,
  bars: Bars,
  { lengths, ...options }: BacktestOptions & { readonly lengths: readonly number[] },
): LookAhead | undefined {
  const settings = { ...options, execution: { ...options.execution, atEnd: "open" as const } };
  const all = backtest(strategy, bars, settings).output;
  const customs = customColumns(expressionsOf(strategy));
  const own = { ...bars };
  let first: LookAhead | undefined;
  for (const length of lengths) {
    if (length >= bars.length) continue;
    const beginning = sliceBars(bars, { to: bars.time[length] });
    const { output } = backtest(strategy, beginning, settings);
    // Columns come first: what a run does differently on the same bar is their doing.
    const differences = [
      ...customs.map((column) => columnDifference(column, { ...beginning }, own)),
      firstDifference(upTo(output, length), upTo(all, length)),
    ];
    for (const found of differences) {
      if (found !== undefined && (first === undefined || barOf(found) < barOf(first))) {
        first = { ...found, bars: length };
      }
    }
  }
  return first;
}

/** Totals have no bar; they come last. */
function barOf({ bar }: Difference): number {
  return bar < 0 ? Infinity : bar;
}

function columnDifference(
  column: CustomColumn,
  beginning: Bars,
  bars: Bars,
): Difference | undefined {
  const [left, right] = [customColumn(column, beginning), customColumn(column, bars)];
  const bar = left.findIndex((value, t) => !Object.is(value, right[t]));
  if (bar < 0) return undefined;
  const field = `column ${JSON.stringify(column.name)}`;
  return { bar, field, left: left[bar], right: right[bar] };
}

/** What a run had done at the close of bar `length - 1`. Totals do not say when they arose and are left out. */
function upTo(output: RunOutput, length: number): RunOutput {
  const { equity, trades, ledger, ruinIndex, refused } = output;
  const closed = trades.exitIndex.subarray(0, trades.count)
    .filter((index) => index >= 0 && index < length).length;
  return {
    equity: equity.subarray(0, length),
    trades: { ...trades, count: closed },
    ledger: {
      ...ledger,
      count: ledger.index.subarray(0, ledger.count).filter((index) => index < length).length,
    },
    ambiguousBars: 0,
    ambiguousStake: 0,
    reducedOrders: 0,
    refused: refused.map(() => 0),
    interest: 0,
    ruinIndex: ruinIndex < length ? ruinIndex : -1,
  };
}
