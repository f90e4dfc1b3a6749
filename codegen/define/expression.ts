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
  | Param
  | Call;

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
