import type { Settings, Strategy } from "../../codegen/define/types.ts";
import type { Direction } from "../../codegen/define/types.ts";
import type { Bars } from "../data/bars.ts";
import type { RunOutput } from "./output.ts";

/** How a run was executed: by compiled loops, or event by event by the reference engine. */
export type SimMode = "batch" | "event";

/** On how many bars a signal was true. */
export interface SignalCount {
  /** Side and signal, such as `"long.enter"`. */
  readonly signal: string;
  /** Bars on which it was true. */
  readonly bars: number;
  /** First bar on which it could be: its look-back. */
  readonly firstPossible: number;
  /** Of these bars, those that the filter let pass; left out where the signal has no filter. */
  readonly passed?: number;
}

/** What a result is made of. */
export interface ResultFields {
  /** The strategy. */
  readonly strategy: Strategy;
  /** The bars it ran on. */
  readonly bars: Bars;
  /** Every setting as resolved. */
  readonly settings: Settings;
  /** Value of each parameter in this run. */
  readonly params: Readonly<Record<string, number>>;
  /** The sides that were traded. */
  readonly direction: Direction;
  /** How the run was executed. */
  readonly simMode: SimMode;
  /** Column of the bars that the statistics compare with. */
  readonly benchmark?: string;
  /** What the engine returned, as columns. */
  readonly output: RunOutput;
  /** The same run with every cost multiplied by a factor. */
  readonly atCosts?: (factor: number) => RunOutput;
  /** Counts the signals, when asked why there are no trades. */
  readonly signalCounts?: () => readonly SignalCount[];
}
