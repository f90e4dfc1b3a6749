/** A named number that a run may set: a length, a level, a size. */
export interface Param {
  /** Kind of node. */
  readonly tag: "param";
  /** Name by which a run sets it. */
  readonly name: string;
  /** Value used when a run does not set it. */
  readonly default: number;
  /** Smallest value accepted. */
  readonly min?: number;
  /** Largest value accepted. */
  readonly max?: number;
  /** Whether only whole numbers are accepted. */
  readonly integer?: boolean;
}

/**
 * An expression over the columns of the bars: plain, frozen data.
 *
 * `call` covers operators (`+`, `&&`, `?:`, `crossOver`) and indicators alike; its arguments are complete (defaults are
 * filled in) and `output` names one output of an indicator that has several. `text` stands only where a function takes the
 * name of a time zone.
 */
export type Expression =
  | { readonly tag: "number"; readonly value: number }
  | { readonly tag: "boolean"; readonly value: boolean }
  | { readonly tag: "column"; readonly name: string }
  | { readonly tag: "text"; readonly value: string }
  | CustomColumn
  | Param
  | Call;

/** Bars as the function of a custom column sees them: columns of equal length, which it must not write. */
export interface FillBars {
  /** Number of bars. */
  readonly length: number;
  /** Milliseconds since the epoch, UTC, strictly increasing. */
  readonly time: Float64Array;
  /** Opening prices. */
  readonly open: Float64Array;
  /** Highest prices. */
  readonly high: Float64Array;
  /** Lowest prices. */
  readonly low: Float64Array;
  /** Closing prices. */
  readonly close: Float64Array;
  /** Traded volume; NaN where unknown. */
  readonly volume: Float64Array;
  /** Every numeric column by name, the user's own too. */
  readonly columns: ReadonlyMap<string, Float64Array>;
}

/**
 * Fills `out[from]` to `out[to - 1]` of a custom column, each from its own bar and those before it only. `out` is as long
 * as the bars and NaN where nothing is written; ±Infinity is refused.
 *
 * It is called once a run, for all bars, and gives the same values for the same bars.
 */
export type ColumnFill = (bars: FillBars, out: Float64Array, from: number, to: number) => void;

/** A column that a function computes: what the expression language lacks. It has no text and no JSON form. */
export interface CustomColumn {
  /** Kind of node. */
  readonly tag: "custom";
  /** Name for messages and reports. */
  readonly name: string;
  /** The function. */
  readonly fill: ColumnFill;
}

/** An operator or indicator applied to arguments. */
export interface Call {
  /** Kind of node. */
  readonly tag: "call";
  /** Name in the registry of functions. */
  readonly name: string;
  /** All arguments, in the order of the registry's signature. */
  readonly args: readonly Expression[];
  /** The output asked for, where the function has several. */
  readonly output?: string;
}

/** What an expression yields on a bar. */
export type ValueType = "number" | "boolean";
