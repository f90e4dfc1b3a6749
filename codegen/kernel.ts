/** The arrays that the first pass fills for the second, one chunk at a time. */
export interface Events {
  /** How many bars of the chunk have a signal. */
  count: number;
  /** Those bars. */
  readonly bars: Int32Array;
  /** Their signals as bits. */
  readonly flags: Int32Array;
  /** Values wanted there, one array for each. */
  readonly values: readonly Float64Array[];
  /** The level of a trailing stop in price form on each bar of the chunk. */
  readonly trailLevels: Float64Array;
  /** Series whose earlier values are read: the history, then the chunk. */
  readonly history: readonly Float64Array[];
  /** Values of bars that an operator chose, and windows that an indicator has in order, kept from chunk to chunk. */
  readonly rings: readonly Float64Array[];
}

/** Typed arrays that a kernel writes: the equity, the trade log's columns, the ledger's. */
export type Out = readonly (Float64Array | Int32Array)[];

/** One function of a kernel: all have the same parameters, and run over the bars `[from, to)`. */
export type Pass<Result> = (
  columns: readonly Float64Array[],
  p: Float64Array,
  s: Float64Array,
  events: Events,
  out: Out,
  from: number,
  to: number,
) => Result;

/** The compiled functions of a strategy. Their state lives in `s` between calls, so any chunks give the same bits. */
export interface Kernel {
  /** Indicators and signals of a chunk; returns the number of bars with a signal. */
  readonly signals: Pass<number>;
  /** Orders, rules, fills and marks of the same chunk. */
  readonly orders: Pass<void>;
  /** The end of the data at bar `to - 1`: what is still open or queued. */
  readonly finish: Pass<void>;
}
