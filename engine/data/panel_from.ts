import { alignPanel } from "./align_panel.ts";
import type { Bars } from "./bars.ts";
import type { BarsOptions } from "./load_bars.ts";
import { DataError } from "./data_error.ts";
import type { Panel } from "./panel.ts";
import { symbolProblems } from "./panel_symbols.ts";
import { addProblem, rowProblems } from "./row_problems.ts";
import { slicePanel } from "./slice_panel.ts";
import { placed } from "./validate.ts";

/** Options of everything that makes panels. */
export type PanelOptions = Omit<BarsOptions, "symbol">;

/**
 * Makes a panel of the bars of several assets. Everything is copied and checked.
 *
 * @param source The bars by symbol, in the order of assets; or a list of bars with their own symbols, which also keeps
 * symbols such as `"600519"` in order, as an object does not. A column that an asset lacks is NaN for it.
 * @param options `priceOnly`: whether the bars were made of closes alone, for the record; `from`, `to`: span of time.
 * @returns The panel: `bars.length` rows of each, at the moments of all.
 * @throws {DataError} Where bars break the rules of bars or symbols are empty, longer than 100 characters, given twice,
 * or more than 100,000; with symbols.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { barsFrom } from "./bars_from.ts";
 * const closes = (time: string[], close: number[]) => barsFrom({ time, close }, { priceOnly: true });
 * const panel = panelFrom({
 *   AAPL: closes(["2001-03-05", "2001-03-06"], [10, 11]),
 *   MSFT: closes(["2001-03-06", "2001-03-07"], [50, 51]),
 * }, { priceOnly: true });
 * assertEquals([panel.length, panel.assets, panel.indexOf("MSFT")], [3, 2, 1]);
 * assertEquals([...panel.close], [10, NaN, 11, 50, NaN, 51]);
 * assertEquals([...panel.present], [1, 0, 1, 1, 0, 1]);
 * ```
 */
export function panelFrom(
  source: Readonly<Record<string, Bars>> | ReadonlyMap<string, Bars> | readonly Bars[],
  options: Pick<PanelOptions, "priceOnly" | "from" | "to"> = {},
): Panel {
  const attempted = "use the panel";
  const given = entriesOf(source);
  const symbols = given.map(([symbol]) => symbol);
  const found = symbolProblems(symbols);
  for (const [symbol, bars] of given) {
    if (!isBars(bars)) {
      const expected = "bars, as barsFrom and readBars make them";
      addProblem(found, { symbol, value: typeof bars, expected });
      continue;
    }
    const { problems, count } = rowProblems(bars);
    for (const problem of placed(problems, bars.time, {})) {
      addProblem(found, { symbol, ...problem });
    }
    found.count += count - problems.length;
  }
  if (found.count > 0) throw new DataError(found.problems, { attempted, count: found.count });
  const rows = given.map(([, { time, columns }], assets) => ({ time, assets, columns }));
  const { priceOnly = false } = options;
  return slicePanel(alignPanel(rows, { symbols, priceOnly, attempted }), options);
}

function entriesOf(
  source: Readonly<Record<string, Bars>> | ReadonlyMap<string, Bars> | readonly Bars[],
): [string, Bars][] {
  if (source instanceof Map) return [...source];
  if (isList(source)) return source.map((bars) => [bars.symbol, bars]);
  return Object.entries(source);
}

function isBars(bars: Partial<Bars> | undefined): bars is Bars {
  return bars?.time instanceof Float64Array && bars.columns instanceof Map;
}

// Array.isArray alone does not narrow a union with a readonly array.
function isList(source: object): source is readonly Bars[] {
  return Array.isArray(source);
}
