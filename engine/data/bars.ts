/** A fixed-length column of numbers, one a bar; its buffer may be plain or shared. */
export type Column = Float64Array;

/** Bars of one instrument: columns of equal length. Made by `barsFrom` and `readBars`, which check them. */
export interface Bars {
  /** Name of the instrument. */
  readonly symbol: string;
  /** Number of bars. */
  readonly length: number;
  /** Milliseconds since the epoch, UTC, strictly increasing. */
  readonly time: Column;
  /** Opening prices, > 0. */
  readonly open: Column;
  /** Highest prices. */
  readonly high: Column;
  /** Lowest prices, > 0. */
  readonly low: Column;
  /** Closing prices, > 0. */
  readonly close: Column;
  /** Traded volume; NaN where unknown. */
  readonly volume: Column;
  /** Every numeric column by name: `open high low close volume` and the user's own. */
  readonly columns: ReadonlyMap<string, Column>;
}
