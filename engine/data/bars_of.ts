import type { Bars, Column } from "./bars.ts";
import { gathered } from "./gathered.ts";
import { makeBars } from "./make_bars.ts";
import type { Panel } from "./panel.ts";

/**
 * Takes the bars of one asset out of a panel: those that it has, however many the panel has moments. They are copied.
 *
 * @param panel The panel.
 * @param symbol The asset's symbol.
 * @returns The bars, with every column of the panel; those that the asset never had are NaN throughout.
 * @throws {RangeError} Where the panel has no such symbol.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { panelFromTable } from "./panel_from_table.ts";
 * const panel = panelFromTable({
 *   time: ["2001-03-05", "2001-03-06", "2001-03-06"],
 *   symbol: ["AAPL", "AAPL", "MSFT"],
 *   close: [10, 11, 50],
 * }, { priceOnly: true });
 * assertEquals([...barsOf(panel, "AAPL").close], [10, 11]);
 * assertEquals([...barsOf(panel, "MSFT").close], [50]);
 * ```
 */
export function barsOf(panel: Panel, symbol: string): Bars {
  const { assets, present, time } = panel;
  const asset = panel.indexOf(symbol);
  if (asset < 0) {
    throw new RangeError(
      `Cannot take the bars of ${JSON.stringify(symbol)}: found no such symbol, ` +
        `expected one of the ${assets} of the panel`,
    );
  }
  const moments = Int32Array.from({ length: panel.length }, (_, t) => t)
    .filter((t) => present[t * assets + asset] === 1);
  const cells = moments.map((t) => t * assets + asset);
  const columns = [...panel.columns].map(([name, column]): [string, Column] => [
    name,
    gathered(column, cells),
  ]);
  return makeBars({ symbol, time: gathered(time, moments), columns: new Map(columns) });
}
