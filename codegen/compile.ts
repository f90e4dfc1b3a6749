import { KernelCache } from "./cache.ts";
import { hashText } from "./define/hash.ts";
import type { ParamValues } from "./define/static.ts";
import type { Settings, Strategy } from "./define/types.ts";
import { emitFinish } from "./emit/finish.ts";
import { emitOrders } from "./emit/orders.ts";
import { emitSignals } from "./emit/signals.ts";
import { kernelState } from "./emit/state.ts";
import { fillsPerBar, isStepwise } from "./emit/stepwise.ts";
import type { Kernel } from "./kernel.ts";
import { programOf } from "./program/program_of.ts";
import { ringLengths } from "./program/rings.ts";
import { shapeOf } from "./program/shape.ts";
import type { ColumnSource, NumberSlot, Program } from "./program/program.ts";
import type { Direction } from "./define/types.ts";
import { ShapeCache } from "./shape_cache.ts";

/** A strategy as machine: its functions, and how to fill the arrays that they take. */
export interface Compiled {
  /** The functions. */
  readonly kernel: Kernel;
  /** The generated source. */
  readonly source: string;
  /** The columns that the kernel takes, in order. */
  readonly columns: readonly ColumnSource[];
  /** Most fills on one bar. */
  readonly fillsPerBar: number;
  /** Whether the trade log notes when in its bar a position was opened and closed. */
  readonly stepwise: boolean;
  /** Number of value arrays in the events. */
  readonly valueCount: number;
  /** Number of history arrays in the events. */
  readonly historyCount: number;
  /** The parameter array for a run. */
  readonly numbers: (run: RunNumbers) => Float64Array;
  /** The state array before the first bar, with the starting cash. */
  readonly state: (cash: number) => Float64Array;
  /** Position of a state variable, for reading the account after a run. */
  readonly stateIndex: (word: string) => number;
  /** Bars of history that the history arrays hold before the chunk. */
  readonly history: (values: ParamValues, lastIndex: number) => number;
  /** Lengths of the ring arrays of the events. */
  readonly rings: (values: ParamValues, lastIndex: number) => readonly number[];
}

/** What fills the parameter array: the numbers that the code leaves open. */
export interface RunNumbers {
  /** Values of the strategy's parameters. */
  readonly params: ParamValues;
  /** Settings of the run. */
  readonly settings: Settings;
  /** Index of the last bar of the data. */
  readonly lastIndex: number;
}

const kernels = new KernelCache();
const compiled = new ShapeCache<Compiled>();

/**
 * Compiles a strategy for a run's settings. Numbers stay out of the code: parameter sets share one kernel.
 *
 * @throws {CodeGenerationError} If code generation from strings is forbidden.
 * @throws {DefinitionError} If the direction leaves no side to trade.
 */
export function compile(
  strategy: Strategy,
  settings: Settings,
  direction: Direction = "BOTH",
): Compiled {
  const shape = shapeOf(strategy, settings, direction);
  return compiled.get(strategy, shape, () => compileProgram(programOf(strategy, shape)));
}

/** Compiles a program. */
export function compileProgram(program: Program): Compiled {
  const { shape } = program;
  const source = sourceOf(program);
  const slots = kernelState(program);
  const index = new Map(slots.map(({ word }, position) => [word, position]));
  return {
    kernel: kernels.get(source),
    source,
    columns: program.columns,
    fillsPerBar: fillsPerBar(shape),
    stepwise: isStepwise(shape),
    valueCount: [...program.values.values()].filter((value) => value.kind === "series").length,
    historyCount: program.nodes.filter((node) => node.kept).length,
    numbers: (run) => Float64Array.from(program.numbers, (slot) => numberOf(slot, run)),
    state(cash): Float64Array {
      const state = Float64Array.from(slots, (slot) => slot.initial);
      state[index.get("cash")!] = cash;
      return state;
    },
    stateIndex: (word) => index.get(word)!,
    history: (values, lastIndex) => Math.min(program.history(values), lastIndex + 1),
    rings: (values, lastIndex) => ringLengths(program, values, lastIndex),
  };
}

/** A number of a program for a run. Look-backs beyond any data are cut to what an integer holds. */
export function numberOf(slot: NumberSlot, { params, settings, lastIndex }: RunNumbers): number {
  if (slot.word === "lastIndex") return lastIndex;
  const value = slot.value(params, settings);
  if (slot.word === "historyBars") return Math.min(value, lastIndex + 1);
  return slot.whole ? Math.min(value, 2 ** 30) : value;
}

/** The generated source of a strategy under settings, without loading it. */
export function showCode(
  strategy: Strategy,
  settings: Settings,
  direction: Direction = "BOTH",
): string {
  return sourceOf(programOf(strategy, shapeOf(strategy, settings, direction)));
}

function sourceOf(program: Program): string {
  const functions = [emitSignals(program), emitOrders(program), emitFinish(program)];
  const text = `"use strict";\n${functions.join("\n")}\nreturn { signals, orders, finish };`;
  return `${text}\n//# sourceURL=barjit/kernel-${hashText(text)}.js`;
}
