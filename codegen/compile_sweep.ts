import { KernelCache } from "./cache.ts";
import {
  type CompiledRows,
  compileRows,
  type KeptSizes,
  keptSizes,
  named,
  numbersRead,
} from "./compile_rows.ts";
import type { ParamValues } from "./define/static.ts";
import type { Direction, Settings, Strategy } from "./define/types.ts";
import { emitFinish } from "./emit/finish.ts";
import { emitOrders } from "./emit/orders.ts";
import { emitSignals } from "./emit/signals.ts";
import { kernelState } from "./emit/state.ts";
import { fillsPerBar, isStepwise } from "./emit/stepwise.ts";
import type { Events, Kernel } from "./kernel.ts";
import { type Candidate, candidatesOf, hoist } from "./program/hoist.ts";
import type { ColumnSource, NumberSlot, Program } from "./program/program.ts";
import { programOf } from "./program/program_of.ts";
import { nodeArrays } from "./program/rings.ts";
import { type Shape, shapeOf } from "./program/shape.ts";
import { ShapeCache } from "./shape_cache.ts";

/** What the first pass of a sweep reads besides. */
export interface SweepEvents extends Events {
  /** Rows of the chunk, from its first bar on. */
  readonly rows: readonly Float64Array[];
  /** Their extremes in zones of 8 bars from its first. */
  readonly tops: readonly Float64Array[];
  readonly bottoms: readonly Float64Array[];
  /** Extremes in zones of 8 bars of the data: tops of highs, bottoms of lows, tops and bottoms of closes. */
  readonly zones: readonly Float64Array[];
  /**
   * Highest high and lowest low of spans within the chunk, only where kernels are compiled for many sets: of 1 bar from each
   * bar on, then of 2, of 4 and so on, `chunk` numbers each.
   */
  readonly spanTops: Float64Array;
  readonly spanBottoms: Float64Array;
  readonly chunk: number;
}

/** A strategy made ready for sweeps under settings of one shape. */
export interface SweepPlan {
  /** The columns that are read. */
  readonly columns: readonly ColumnSource[];
  /** What can be computed before. */
  readonly candidates: readonly Candidate[];
  /** The kernel with these computed before; for many sets, it passes prices by spans: see `SweepEvents`. */
  readonly compile: (words: ReadonlySet<string>, many: boolean) => CompiledSweep;
}

/** A strategy as machine for sweeps: see `Compiled`. */
export interface CompiledSweep {
  /** The functions; chunks start at multiples of 8. */
  readonly kernel: Kernel;
  /** What computes the rows. */
  readonly parts: readonly CompiledRows[];
  /** Number of rows. */
  readonly rowCount: number;
  /** The generated source. */
  readonly source: string;
  readonly columns: readonly ColumnSource[];
  readonly fillsPerBar: number;
  readonly stepwise: boolean;
  /** Whether it passes prices by spans. */
  readonly spans: boolean;
  readonly valueCount: number;
  /** The numbers of the parameter array. */
  readonly numbers: readonly NumberSlot[];
  /** Positions of the numbers that the first pass reads: where these are equal it does the same. */
  readonly signalNumbers: readonly number[];
  /** The state before the first bar, without the cash. */
  readonly initial: Float64Array;
  readonly stateIndex: (word: string) => number;
  /** Whether the first pass keeps anything between chunks beside the state. */
  readonly keeps: boolean;
  /** What it keeps. */
  readonly kept: (params: ParamValues, lastIndex: number) => KeptSizes;
}

const kernels = new KernelCache();
const plans = new ShapeCache<SweepPlan>();

/**
 * Makes a strategy ready for sweeps.
 *
 * @throws {CodeGenerationError} If code generation from strings is forbidden.
 * @throws {DefinitionError} If the direction leaves no side to trade.
 */
export function planSweep(
  strategy: Strategy,
  settings: Settings,
  direction: Direction = "BOTH",
): SweepPlan {
  const shape = shapeOf(strategy, settings, direction);
  return plans.get(strategy, shape, () => planOf(strategy, shape));
}

function planOf(strategy: Strategy, shape: Shape): SweepPlan {
  const plain = programOf(strategy, shape);
  const program: Program = isStepwise(shape)
    ? { ...plain, sweeps: true }
    : { ...plain, sweeps: true, listed: true, zoned: true };
  const compiled = new Map<string, CompiledSweep>();
  return {
    columns: program.columns,
    candidates: candidatesOf(program),
    compile(words, many): CompiledSweep {
      // A trail in price form is looked at bar by bar.
      const spans = many && program.zoned === true && shape.trail !== "price";
      const key = `${spans} ${[...words].sort().join(" ")}`;
      const whole: Program = spans ? { ...program, spans } : program;
      const made = compiled.get(key) ?? compileHoisted(whole, words);
      compiled.set(key, made);
      return made;
    },
  };
}

function compileHoisted(whole: Program, words: ReadonlySet<string>): CompiledSweep {
  const { program, parts } = hoist(whole, words);
  const signals = emitSignals(program);
  const functions = [signals, emitOrders(program), emitFinish(program)];
  const source = named(
    "sweep",
    `"use strict";\n${functions.join("\n")}\nreturn { signals, orders, finish };`,
  );
  const slots = kernelState(program);
  const index = new Map(slots.map(({ word }, position) => [word, position]));
  const initial = Float64Array.from(slots, (slot) => slot.initial);
  return {
    kernel: kernels.get(source),
    parts: parts.map(compileRows),
    rowCount: parts.reduce((sum, { rows }) => sum + rows.length, 0),
    source,
    columns: program.columns,
    fillsPerBar: fillsPerBar(program.shape),
    stepwise: isStepwise(program.shape),
    spans: program.spans === true,
    valueCount: [...program.values.values()].filter((value) => value.kind === "series").length,
    numbers: program.numbers,
    signalNumbers: numbersRead(signals),
    initial,
    stateIndex: (word) => index.get(word)!,
    keeps: program.nodes.some((node) => node.kept) || nodeArrays(program).length > 0,
    kept: (params, lastIndex) => keptSizes(program, params, lastIndex),
  };
}
