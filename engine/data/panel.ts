import type { Column } from "./bars.ts";

/**
 * Bars of many assets on one time axis: every moment at which any of them has a bar. Made by `panelFrom`,
 * `panelFromTable`, `panelFromArrays` and `readPanel`, which check them.
 *
 * Columns are time-major: the value of asset `a` at moment `t` is at index `t * assets + a`, so that the assets of one
 * moment lie side by side. Where an asset has no bar every column holds NaN: nothing is filled in.
 */
export interface Panel {
  /** Names of the assets, by index. */
  readonly symbols: readonly string[];
  /** Index of a symbol in `symbols`; -1 where there is no such asset. */
  readonly indexOf: (symbol: string) => number;
  /** Number of assets. */
  readonly assets: number;
  /** Number of moments. */
  readonly length: number;
  /** Milliseconds since the epoch, UTC, strictly increasing: one value a moment. */
  readonly time: Column;
  /** Opening prices, > 0; this and the following have `length * assets` values. */
  readonly open: Column;
  /** Highest prices. */
  readonly high: Column;
  /** Lowest prices, > 0. */
  readonly low: Column;
  /** Closing prices, > 0. */
  readonly close: Column;
  /** Traded volume; NaN also where unknown. */
  readonly volume: Column;
  /** Every numeric column by name: `open high low close volume` and the user's own, NaN also where unknown. */
  readonly columns: ReadonlyMap<string, Column>;
  /** Whether the asset has a bar at the moment: 1 or 0, at the same index as in the columns. */
  readonly present: Uint8Array;
  /** Whether the data of an asset held closes alone, which then are its open, high and low too. */
  readonly priceOnly: boolean;
}
