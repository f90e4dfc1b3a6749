import { KernelCache, RecentCache } from "./cache.ts";
import { numberOf } from "./compile.ts";
import { hashText } from "./define/hash.ts";
import { emitPortfolio, portfolioKernelState } from "./emit/portfolio/kernel.ts";
import type { Out } from "./kernel.ts";
import type { StateSlot } from "./program/program.ts";
import {
  assetNumber,
  type PortfolioConfig,
  type PortfolioNeeds,
  type PortfolioProgram,
  portfolioProgram,
  type PortfolioShape,
  portfolioShape,
} from "./program/portfolio_program.ts";

/** What kernels ask of the table of orders while they fill them: what one order's fill does to others. */
export interface OrderHost {
  /** A fill of an order, or of a rule (`order` -1): signed units, profit taken, and whether it has closed the position. */
  filled(
    order: number,
    asset: number,
    signed: number,
    price: number,
    fee: number,
    pnl: number,
    reason: number,
    moment: number,
    closed: boolean,
  ): void;
  /** An order has filled or was rejected. */
  ended(order: number): void;
  /** Ends an order that has not filled. */
  end(order: number, status: number, reason: number, bar: number): void;
  /** An order for a close without volume waits for the next open. */
  queue(order: number, bar: number): void;
  /** A rule has closed a position at the open: orders that were to add to it end. */
  cancelAdditions(asset: number, side: number, bar: number): void;
  /** Ends every order. */
  cancelEvery(reason: number, bar: number): void;
}

/** What a portfolio kernel reads and writes beside columns, numbers, state and logs. */
export interface PortfolioArrays {
  /** Rows of the orders at market that can fill now, in the order in which they do. */
  readonly picked: Int32Array;
  /** Rows of the orders that wait for a price, in order of submission. */
  readonly resting: Int32Array;
  /** Rows of the orders for a close, in order of submission. */
  readonly closing: Int32Array;
  /** The price at which each asset is valued: its last close; NaN before the first. */
  readonly valuePrice: Float64Array;
  /** The signed value of each position at that price. */
  readonly assetValue: Float64Array;
  /** Numbers that assets have of their own, by asset. */
  readonly ownNumbers: Float64Array;
  /** What each asset has of its own. */
  readonly assets: readonly (Float64Array | Int32Array)[];
  /** The rules that positions of each asset open with. */
  readonly rules: readonly (Float64Array | Int32Array)[];
  /** Gains and fractions of parts, one list of parts after another. */
  readonly partAt: Float64Array;
  readonly partFraction: Float64Array;
  /** Local times of the bars in each zone of a session, and in the zone whose dates limit positions a day. */
  readonly zones: readonly Float64Array[];
  readonly dayTime: Float64Array;
  /** The order table's columns. */
  readonly orders: readonly (Float64Array | Int32Array)[];
  /** What orders do to each other. */
  readonly host: OrderHost;
}

/** One function of a portfolio kernel, called for bar `from`. */
export type PortfolioPass = (
  columns: readonly Float64Array[],
  p: Float64Array,
  s: Float64Array,
  arrays: PortfolioArrays,
  out: Out,
  from: number,
  to: number,
) => void;

/** Names of the functions of a portfolio kernel, in the order of the bar. */
export type PortfolioStep =
  | "early"
  | "atOpen"
  | "inside"
  | "toClose"
  | "atClose"
  | "mark"
  | "finish";

/** The functions of a portfolio kernel; those that have nothing to do are absent. */
export type PortfolioKernel = Readonly<Partial<Record<PortfolioStep, PortfolioPass>>>;

/** A portfolio kernel and the arrays that it takes. */
export interface CompiledPortfolio {
  /** The functions. */
  readonly kernel: PortfolioKernel;
  /** The generated source. */
  readonly source: string;
  /** The parameter array. */
  readonly numbers: Float64Array;
  /** Numbers that assets have of their own, by asset. */
  readonly ownNumbers: Float64Array;
  /** The state array before the first bar; the same for every need. */
  readonly state: Float64Array;
  /** Position of a state variable. */
  readonly stateIndex: (word: string) => number;
}

/** What follows from the structure of a run, whatever its numbers are. */
interface EmittedPortfolio {
  readonly program: PortfolioProgram;
  readonly kernel: PortfolioKernel;
  readonly source: string;
  readonly slots: readonly StateSlot[];
  readonly stateIndex: (word: string) => number;
}

const kernels = new KernelCache<PortfolioKernel>();
/** By shape: to write the text of a kernel takes as long as a short run. */
const emitted = new RecentCache<EmittedPortfolio>();

/**
 * Compiles the bar of a run over many assets.
 *
 * @param config Settings of the account and of assets.
 * @param needs Orders and rules that the code is for.
 * @param lastIndex The last bar.
 * @throws {CodeGenerationError} If code generation from strings is forbidden.
 */
export function compilePortfolio(
  config: PortfolioConfig,
  needs: PortfolioNeeds,
  lastIndex: number,
): CompiledPortfolio {
  const { settings, assets } = config;
  const shape = portfolioShape(config, needs);
  const made = emitted.get(JSON.stringify(shape), () => emit(shape));
  const { program, slots, kernel, source, stateIndex } = made;
  const state = Float64Array.from(slots, (slot) => slot.initial);
  state[stateIndex("cash")] = settings.cash;
  const run = { params: new Map<string, number>(), settings, lastIndex };
  const multiplies = program.shape.multiplier === true;
  return {
    kernel,
    source,
    numbers: Float64Array.from(program.numbers, (slot) => numberOf(slot, run)),
    ownNumbers: Float64Array.from(
      assets.flatMap((asset) => [
        ...program.assetNumbers.map((slot) => assetNumber(slot, asset)),
        ...(multiplies ? [asset.multiplier] : []),
      ]),
    ),
    state,
    stateIndex,
  };
}

function emit(shape: PortfolioShape): EmittedPortfolio {
  const program = portfolioProgram(shape);
  const text = emitPortfolio(program);
  const source = `${text}\n//# sourceURL=barjit/portfolio-${hashText(text)}.js`;
  const slots = portfolioKernelState(program);
  const index = new Map(slots.map(({ word }, position) => [word, position]));
  const stateIndex = (word: string): number => index.get(word)!;
  return { program, kernel: kernels.get(source), source, slots, stateIndex };
}
