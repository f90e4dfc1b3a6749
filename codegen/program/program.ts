import type { ParamValues } from "../define/static.ts";
import type { Settings } from "../define/types.ts";
import type { CustomColumn, ValueType } from "../define/expression.ts";
import type { Step } from "../indicators/indicator.ts";
import type { Shape } from "./shape.ts";

/** A number that the generated code reads from the parameter array. */
export interface NumberSlot {
  /** Identifier in the generated code. */
  readonly word: string;
  /** Whether it holds a whole number. */
  readonly whole: boolean;
  /** Its value for one set of parameters and settings. */
  readonly value: (values: ParamValues, settings: Settings) => number;
}

/** Where a column comes from that the generated code reads. */
export type ColumnSource =
  /** A column of the bars. */
  | { readonly kind: "bars"; readonly name: string }
  /** What the clock and calendar of a time zone show at the time of each bar: milliseconds, as if they were UTC's. */
  | { readonly kind: "time" }
  | { readonly kind: "localTime"; readonly zone: string }
  /** What a function computes. */
  | { readonly kind: "custom"; readonly column: CustomColumn };

/** A state variable of the generated code, kept in the state array between calls. */
export interface StateSlot {
  readonly word: string;
  readonly whole: boolean;
  /** Value before the first bar. */
  readonly initial: number;
}

/** How far back earlier values of a node are read. */
export interface Window {
  /** Word of the node. */
  readonly word: string;
  readonly bars: (values: ParamValues) => number;
}

/** The newest values of a node at bars of its own choice: so many and one more. */
export interface Ring {
  readonly slot: NumberSlot;
  readonly bars: (values: ParamValues) => number;
}

/** Something that is computed for each bar, once however many read it. */
export interface Node {
  /** Identifier of its value in the generated code. */
  readonly word: string;
  readonly type: ValueType;
  readonly what:
    | { readonly kind: "column"; readonly column: ColumnSource }
    | { readonly kind: "number"; readonly slot: NumberSlot }
    /** A column of one chunk that is computed before, for all who read it. */
    | { readonly kind: "row"; readonly index: number }
    | { readonly kind: "operator"; readonly name: string }
    | { readonly kind: "lag"; readonly bars: NumberSlot }
    | { readonly kind: "before" }
    | { readonly kind: "crossing"; readonly up: boolean }
    | { readonly kind: "order" }
    | { readonly kind: "clock"; readonly name: string }
    | { readonly kind: "stateful"; readonly name: string; readonly ring?: Ring }
    | { readonly kind: "run"; readonly up: boolean; readonly bars: NumberSlot }
    | {
      readonly kind: "step";
      readonly step: Step;
      readonly numbers: ReadonlyMap<string, NumberSlot>;
      /** How many numbers it has room for between bars. */
      readonly room?: (values: ParamValues) => number;
    };
  readonly inputs: readonly Node[];
  /** Bar of its first value. */
  readonly first: (values: ParamValues) => number;
  /** Slot of the bar from which a node with warm-up counts or has a value. */
  readonly start?: NumberSlot;
  /** `price`: finite and > 0 on every bar; `finite`; or `any`. */
  readonly range: "price" | "finite" | "any";
  /** Whether an `order` compares it, which needs no value where it is a quotient. */
  compared: boolean;
  /** How many others read its value. */
  readers: number;
  /** Whether others read its earlier values, so that it is kept as a column. */
  kept: boolean;
  /** Whether another reads its value of the bar before. */
  remembered: boolean;
}

/** What is said of a node where it is made; the rest comes with its readers. */
export type NewNode = Omit<Node, "word" | "compared" | "readers" | "kept" | "remembered">;

/** What is read at the close of a signal bar: values of rules, the size, prices of orders. */
export type ValueKey =
  | "stopLoss"
  | "takeProfit"
  | "trailingStop"
  | "size"
  | "trailAfter"
  | "evenAfter"
  | "evenOffset"
  | `${"long" | "short"}${"Entry" | "Exit"}${"Price" | "Limit"}`;

/** A number wanted at signal bars: the same for the whole run, or computed with the signals. */
export type SignalValue =
  | { readonly kind: "number"; readonly slot: NumberSlot }
  | {
    readonly kind: "series";
    readonly node: Node;
    readonly index: number;
    readonly start: NumberSlot;
  };

/** The four signals, as far as the run has them. */
export type SignalName = "longEnter" | "longExit" | "shortEnter" | "shortExit";

/** A signal, or an expression whose value is wanted on every bar, and the first bar on which its look-backs are complete. */
export interface Signal {
  readonly node: Node;
  readonly start: NumberSlot;
}

/** Expressions made ready for emitting: what to compute, in order, from which numbers and columns. */
export interface NodeProgram {
  /** Every node, inputs before readers. */
  readonly nodes: readonly Node[];
  /** The columns read, in the order in which the kernel takes them. */
  readonly columns: readonly ColumnSource[];
  readonly numbers: readonly NumberSlot[];
  /** Bars of history that kept nodes need. */
  readonly history: (values: ParamValues) => number;
}

/** A definition made ready for emitting. */
export interface Program extends NodeProgram {
  readonly shape: Shape;
  readonly signals: ReadonlyMap<SignalName, Signal>;
  /**
   * Whether signals are rare events, such as crossings: then they are listed. Otherwise every bar has its flags.
   */
  readonly listed: boolean;
  /** Values wanted at the signal bar: of rules, the size, and orders. */
  readonly values: ReadonlyMap<ValueKey, SignalValue>;
  /** The level of a trailing stop in price form, wanted on every bar. */
  readonly trailSeries?: Signal;
  /** How far back kept nodes are read. */
  readonly windows: readonly Window[];
  /** For sweeps: the trade log is emptied between chunks. */
  readonly sweeps?: true;
  /**
   * For sweeps: zones of 8 bars in which nothing can happen are passed whole, by the extremes of prices and rows in them, and
   * no equity is stored.
   */
  readonly zoned?: true;
  /** For sweeps of many sets: the prices of held positions are passed by spans of any length rather than by zones. */
  readonly spans?: true;
}

/** Expressions whose values on every bar are wanted. */
export interface ColumnsProgram extends NodeProgram {
  /** In order. */
  readonly results: readonly Signal[];
}
