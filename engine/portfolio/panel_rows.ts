import { didYouMean } from "../../codegen/define/problem.ts";
import type { Column } from "../data/bars.ts";
import type { Panel } from "../data/panel.ts";
import type { Broker } from "./broker.ts";
import type { Handlers, PanelView } from "./handlers.ts";

/** Prices up to the bar of the callback, of one asset or of all at once. */
export interface PanelRows extends PanelView {
  /**
   * A copy of the values of a column for all assets, by index, `ago` bars of the panel ago; NaN where an asset has no bar,
   * throughout before the first bar. Where `into` is given the values go there: code that is called bar after bar need not
   * make new arrays.
   *
   * @throws {RangeError} If `into` has not one place for each asset.
   */
  row(column: string, ago?: number, into?: Float64Array): Float64Array;
}

/** What user code does at the events of a run. Orders work from the next bar on. */
export interface PortfolioHandlers extends Omit<Handlers, "onBar"> {
  /** At the close of each bar. */
  readonly onBar?: (broker: Broker, t: number, bars: PanelRows) => void;
}

/** A view of a panel, one object for a whole run, and what moves it from bar to bar. */
export interface PanelCursor {
  /** The view, of nothing before it has been moved. */
  readonly bars: PanelRows;
  /** Shows everything up to the close of a bar. */
  readonly moveTo: (t: number) => void;
}

/** A view of a panel, whatever engine runs over it. */
export function panelCursor(panel: Panel): PanelCursor {
  const { assets, present, time } = panel;
  let now = -1;
  const start = (ago: number, name: string): number => {
    if (Number.isSafeInteger(ago) && ago >= 0) return (now - ago) * assets;
    throw new RangeError(
      `Cannot read ${name}: found ${ago} bars ago, expected a whole number >= 0`,
    );
  };
  const value = (name: string, asset: string | number, ago = 0): number => {
    const column = columnOf(panel, name);
    const first = start(ago, name);
    const at = first + assetOf(panel, asset);
    return first < 0 || present[at] !== 1 ? NaN : column[at];
  };
  const bars: PanelRows = {
    get index(): number {
      return now;
    },
    get time(): number {
      return now < 0 ? NaN : time[now];
    },
    has: (asset) => now >= 0 && present[now * assets + assetOf(panel, asset)] === 1,
    value,
    open: (asset, ago) => value("open", asset, ago),
    high: (asset, ago) => value("high", asset, ago),
    low: (asset, ago) => value("low", asset, ago),
    close: (asset, ago) => value("close", asset, ago),
    volume: (asset, ago) => value("volume", asset, ago),
    // A copy on fixed memory of its own, whatever the column lies on.
    row: (name, ago = 0, into = new Float64Array(assets)) => {
      const column = columnOf(panel, name);
      const first = start(ago, name);
      if (into.length !== assets) {
        throw new RangeError(
          `Cannot read ${name}: found ${into.length} places to read into, expected ${assets}`,
        );
      }
      if (first < 0) into.fill(NaN);
      else into.set(column.subarray(first, first + assets));
      return into;
    },
  };
  return {
    bars: Object.freeze(bars),
    moveTo: (t) => {
      now = t;
    },
  };
}

function columnOf({ columns }: Panel, name: string): Column {
  const column = columns.get(name);
  if (column !== undefined) return column;
  const { remedy } = didYouMean(name, columns.keys());
  throw new RangeError(
    `Cannot read a price: the panel has no column ${JSON.stringify(name)}` +
      (remedy === undefined ? "" : `; ${remedy}`),
  );
}

function assetOf({ symbols, indexOf }: Panel, asset: string | number): number {
  const index = typeof asset === "string" ? indexOf(asset) : asset;
  if (Number.isInteger(index) && index >= 0 && index < symbols.length) return index;
  const { remedy } = didYouMean(String(asset), symbols);
  throw new RangeError(
    `Cannot read a price: the panel has no asset ${JSON.stringify(asset)}` +
      (remedy === undefined ? "" : `; ${remedy}`),
  );
}
