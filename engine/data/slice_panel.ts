import type { Column } from "./bars.ts";
import type { TimeBound } from "./bound.ts";
import { gathered } from "./gathered.ts";
import { makePanel } from "./make_panel.ts";
import type { Panel } from "./panel.ts";
import { spanOf } from "./slice.ts";

/**
 * Takes a span of time, or some of the assets, of a panel.
 *
 * A span is not copied: the columns of the result are views of the same buffers, with all assets, also those without a
 * bar in it. Chosen symbols are copied, in the order given, and moments at which none of them has a bar are left out, so
 * that the result is the panel of these assets alone.
 *
 * @param panel The panel.
 * @param options `from`: first moment taken; `to`: first moment not taken, a text that names a day takes that whole day
 * (UTC); `symbols`: the assets taken.
 * @returns The panel of `from <= time < to`, perhaps without a moment.
 * @throws {RangeError} Where a bound is no time, `from` is after `to`, or a symbol is unknown or there twice.
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
 * assertEquals([...slicePanel(panel, { from: "2001-03-06" }).close], [11, 50]);
 * assertEquals([...slicePanel(panel, { symbols: ["MSFT"] }).close], [50]);
 * ```
 */
export function slicePanel(
  panel: Panel,
  options: {
    readonly from?: TimeBound;
    readonly to?: TimeBound;
    readonly symbols?: readonly string[];
  },
): Panel {
  const span = options.from === undefined && options.to === undefined
    ? panel
    : spanOfPanel(panel, options);
  return options.symbols === undefined ? span : chosen(span, options.symbols);
}

function spanOfPanel(
  panel: Panel,
  options: { readonly from?: TimeBound; readonly to?: TimeBound },
): Panel {
  const { start, end } = spanOf(panel.time, { ...options, what: "a panel" });
  const cut = (column: Column): Column => column.subarray(start * panel.assets, end * panel.assets);
  return makePanel({
    ...panel,
    time: panel.time.subarray(start, end),
    present: panel.present.subarray(start * panel.assets, end * panel.assets),
    columns: new Map([...panel.columns].map(([name, column]) => [name, cut(column)])),
  });
}

function chosen(panel: Panel, symbols: readonly string[]): Panel {
  const assets = indicesOf(panel, symbols);
  const { present } = panel;
  const moments = Int32Array.from({ length: panel.length }, (_, t) => t)
    .filter((t) => assets.some((asset) => present[t * panel.assets + asset] === 1));
  const cells = new Int32Array(moments.length * assets.length);
  moments.forEach((t, row) => {
    for (let a = 0; a < assets.length; a++) {
      cells[row * assets.length + a] = t * panel.assets + assets[a];
    }
  });
  const columns = [...panel.columns].map(([name, column]): [string, Column] => [
    name,
    gathered(column, cells),
  ]);
  return makePanel({
    symbols,
    time: gathered(panel.time, moments),
    columns: new Map(columns),
    present: Uint8Array.from(cells, (cell) => present[cell]),
    priceOnly: panel.priceOnly,
  });
}

function indicesOf(panel: Panel, symbols: readonly string[]): number[] {
  const seen = new Set<string>();
  return symbols.map((symbol) => {
    const index = panel.indexOf(symbol);
    if (index >= 0 && !seen.has(symbol)) {
      seen.add(symbol);
      return index;
    }
    const names = panel.symbols.slice(0, 10).join(", ") + (panel.assets > 10 ? ", ..." : "");
    throw new RangeError(
      `Cannot slice a panel: found symbol ${JSON.stringify(symbol)}${index < 0 ? "" : " twice"}, ` +
        `expected different ones of its ${panel.assets}: ${names}`,
    );
  });
}
