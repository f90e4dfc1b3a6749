import type { Strategy } from "../../codegen/define/types.ts";
import type { Bars } from "../data/bars.ts";
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
 * trades and fills, bit for bit. A difference means that a bar was decided by a later one.
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
  let first: LookAhead | undefined;
  for (const length of lengths) {
    if (length >= bars.length) continue;
    const beginning = sliceBars(bars, { to: bars.time[length] });
    const { output } = backtest(strategy, beginning, settings);
    const found = firstDifference(upTo(output, length), upTo(all, length));
    // Totals have no bar; they come last.
    const bar = (difference: Difference): number => difference.bar < 0 ? Infinity : difference.bar;
    if (found !== undefined && (first === undefined || bar(found) < bar(first))) {
      first = { ...found, bars: length };
    }
  }
  return first;
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
    ruinIndex: ruinIndex < length ? ruinIndex : -1,
  };
}
