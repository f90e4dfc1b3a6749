import type { Expression } from "../define/expression.ts";
import type { FunctionSpec } from "../define/function_spec.ts";
import type { Code } from "../emit/code.ts";

/**
 * An indicator of the expression language: what users see, and how it is computed.
 *
 * Either `expand` writes it with simpler functions, or `step` says what is emitted for one bar.
 */
export interface Indicator extends FunctionSpec {
  readonly kind: "indicator";
  /** Writes one output (or the only one) with other functions. */
  readonly expand?: (args: readonly Expression[], output: string | undefined) => Expression;
  readonly step?: Step;
  /** Not callable by users: a part that other indicators are written with. */
  readonly internal?: boolean;
}

/** Reads the static arguments of a call: `at(1)` is the second argument's number. */
export type Statics = (argument: number) => number;

/**
 * What is computed on one bar for an indicator of one series or more: its arguments that are not static, in order, and
 * then the columns that it names.
 */
export interface Step {
  /** Columns of the bars that it reads whatever its arguments. */
  readonly columns?: readonly string[];
  /** Bars that its value starts after the last of its inputs does. */
  readonly lookBack: (at: Statics) => number;
  /** Bars that its own counting starts after the last of its inputs does; 0 if left out. */
  readonly skip?: (at: Statics) => number;
  /** State kept between bars, with the values before the first bar. Names ending in
   * `Count` or `Index` hold whole numbers. */
  readonly state: Readonly<Record<string, number>>;
  /** Numbers derived from the static arguments, read from the parameter array. `n` and `bars` are whole numbers. */
  readonly numbers: Readonly<Record<string, (at: Statics) => number>>;
  /** How far back it reads any of its inputs; 0 if it does not. */
  readonly window?: (at: Statics) => number;
  /** How many numbers it keeps between bars in an array of its own, `room` of the context; without one if left out. */
  readonly room?: (at: Statics) => number;
  /** For a value that is one number over another: its parts, so that two can be compared without dividing. */
  readonly quotient?: Quotient;
  /** The text of one bar: declares `value`. */
  readonly emit: (context: StepContext) => Code;
}

/** A value `over / by`, by > 0, of a step with finite input whose look-back is complete. */
export interface Quotient {
  /** The text of one bar that brings `over` up to date. */
  readonly update: (context: StepContext) => Code;
  readonly over: (context: StepContext) => Code;
  readonly by: (context: StepContext) => Code;
}

/** What a step's emitter may refer to. */
export interface StepContext {
  /** The index of the bar. */
  readonly i: Code;
  /** This bar's first input. */
  readonly x: Code;
  /** This bar's inputs in order: the arguments that are not static, then the columns. */
  readonly inputs: readonly Code[];
  /** Where the value of this bar goes: declared by the emitter as `let` or `const`. */
  readonly value: Code;
  /** Whether every input is finite on every bar. */
  readonly finite: boolean;
  /** Whether all look-backs are complete (the steady loop) or `start` must be heeded. */
  readonly steady: boolean;
  /** Bar of the first inputs that count. */
  readonly start: Code;
  /** A state variable. */
  readonly state: (name: string) => Code;
  /** A derived number. */
  readonly number: (name: string) => Code;
  /** The array of the step, 0 everywhere before the first bar; as long as asked for, or as there are bars. */
  readonly room: Code;
  /** An input, the first if left out, at an absolute bar index within the window. */
  readonly input: (index: Code, position?: number) => Code;
}
