import { KernelCache } from "./cache.ts";
import { numberOf } from "./compile.ts";
import { hashText } from "./define/hash.ts";
import type { Settings } from "./define/types.ts";
import { emitPortfolio, portfolioKernelState } from "./emit/portfolio/kernel.ts";
import type { Out } from "./kernel.ts";
import { portfolioProgram, portfolioShape } from "./program/portfolio_program.ts";

/** What a portfolio kernel reads and writes beside columns, numbers, state and logs. */
export interface PortfolioArrays {
  /** Market orders that have not filled, by their rows in the table, in order of submission. */
  readonly market: Int32Array;
  /** The price at which each asset is valued: its last close; NaN before the first. */
  readonly valuePrice: Float64Array;
  /** The signed value of each position at that price. */
  readonly assetValue: Float64Array;
  /** What each asset has of its own. */
  readonly assets: readonly (Float64Array | Int32Array)[];
  /** The order table's columns. */
  readonly orders: readonly (Float64Array | Int32Array)[];
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

/** The functions of a portfolio kernel. */
export interface PortfolioKernel {
  /** What happens on a bar before user code: orders of the bar before fill at the open. */
  readonly before: PortfolioPass;
  /** The mark, after user code. */
  readonly mark: PortfolioPass;
  /** The end of the data. */
  readonly finish: PortfolioPass;
}

/** A portfolio kernel and the arrays that it takes. */
export interface CompiledPortfolio {
  /** The functions. */
  readonly kernel: PortfolioKernel;
  /** The generated source. */
  readonly source: string;
  /** The parameter array. */
  readonly numbers: Float64Array;
  /** The state array before the first bar. */
  readonly state: Float64Array;
  /** Position of a state variable. */
  readonly stateIndex: (word: string) => number;
}

const kernels = new KernelCache<PortfolioKernel>();

/**
 * Compiles the bar of a run over many assets with market orders.
 *
 * @throws {CodeGenerationError} If code generation from strings is forbidden.
 */
export function compilePortfolio(settings: Settings, lastIndex: number): CompiledPortfolio {
  const program = portfolioProgram(portfolioShape(settings));
  const text = emitPortfolio(program);
  const source = `${text}\n//# sourceURL=barjit/portfolio-${hashText(text)}.js`;
  const slots = portfolioKernelState(program);
  const index = new Map(slots.map(({ word }, position) => [word, position]));
  const state = Float64Array.from(slots, (slot) => slot.initial);
  state[index.get("cash")!] = settings.cash;
  const run = { params: new Map<string, number>(), settings, lastIndex };
  return {
    kernel: kernels.get(source),
    source,
    numbers: Float64Array.from(program.numbers, (slot) => numberOf(slot, run)),
    state,
    stateIndex: (word) => index.get(word)!,
  };
}
