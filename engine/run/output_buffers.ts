import { orderReasons } from "../../codegen/define/reasons.ts";
import type { Compiled } from "../../codegen/compile.ts";
import type { Settings } from "../../codegen/define/types.ts";
import type { Bars } from "../data/bars.ts";
import { type Excursions, excursions } from "./excursions.ts";
import type { RunOutput, TradeColumns } from "./output.ts";

const tradeKinds = [
  Int32Array,
  Float64Array,
  Int32Array,
  Float64Array,
  Int32Array,
  Float64Array,
  Int32Array,
  Float64Array,
  Float64Array,
  Float64Array,
  Int32Array,
] as const;
const ledgerKinds = [Int32Array, Float64Array, Float64Array] as const;

/** The typed arrays that a kernel writes, grown before each chunk so that it never runs out of room. */
export class OutputBuffers {
  readonly #equity: Float64Array;
  /** Rows for a trade every 32 bars: pages that are never written cost nothing, growing costs a copy. */
  readonly #first: number;
  #trades: (Float64Array | Int32Array)[] = tradeKinds.map((Kind) => new Kind(0));
  #ledger: (Float64Array | Int32Array)[] = ledgerKinds.map((Kind) => new Kind(0));

  /** Buffers for a number of bars. */
  constructor(bars: number) {
    this.#equity = new Float64Array(bars);
    this.#first = bars >> 5;
  }

  /** Makes room for `bars` more bars after so many trades and fills, and gives the arrays in the kernel's order. */
  reserve(bars: number, used: { readonly trades: number; readonly fills: number }): readonly (
    | Float64Array
    | Int32Array
  )[] {
    // A bar has at most one entry, so at most one more exit than bars, and two fills a bar.
    this.#trades = grow(this.#trades, used.trades, Math.max(this.#first, used.trades + bars + 1));
    this.#ledger = grow(
      this.#ledger,
      used.fills,
      Math.max(2 * this.#first, used.fills + 2 * bars + 2),
    );
    return [this.#equity, ...this.#trades, ...this.#ledger];
  }

  /** The finished output, trimmed to what was used. Excursions are computed when first read. */
  finish(compiled: Compiled, state: Float64Array, run: FinishedRun): RunOutput {
    const read = (word: string): number => state[compiled.stateIndex(word)];
    const fills = read("fills");
    const l = <T extends Float64Array | Int32Array>(index: number): T =>
      trim(this.#ledger[index], fills) as T;
    return {
      equity: this.#equity,
      trades: this.#trimTrades(read("trades"), run),
      ledger: { count: fills, index: l(0), cash: l(1), quantity: l(2) },
      ambiguousBars: read("ambiguousBars"),
      ambiguousStake: read("ambiguousStake"),
      reducedOrders: read("reducedOrders"),
      refused: orderReasons.map((_, index) => state[index]),
      ruinIndex: read("ruinIndex"),
    };
  }

  #trimTrades(count: number, { bars, settings }: FinishedRun): TradeColumns {
    const t = <T extends Float64Array | Int32Array>(index: number): T =>
      trim(this.#trades[index], count) as T;
    const trades = {
      count,
      side: t<Int32Array>(0),
      quantity: t<Float64Array>(1),
      entryIndex: t<Int32Array>(2),
      entryPrice: t<Float64Array>(3),
      exitIndex: t<Int32Array>(4),
      exitPrice: t<Float64Array>(5),
      reason: t<Int32Array>(6),
      pnl: t<Float64Array>(7),
      fees: t<Float64Array>(8),
      slippage: t<Float64Array>(9),
      ambiguous: t<Int32Array>(10),
    };
    let found: Excursions | undefined;
    const reach = (): Excursions => found ??= excursions(trades, bars, settings);
    return {
      ...trades,
      get mfe(): Float64Array {
        return reach().mfe;
      },
      get mae(): Float64Array {
        return reach().mae;
      },
    };
  }
}

/** What a run was made on. */
export interface FinishedRun {
  readonly bars: Bars;
  readonly settings: Settings;
}

/** The rows in use: a view where most are, else a copy, so that little does not keep much alive. */
function trim<T extends Float64Array | Int32Array>(column: T, rows: number): T {
  return (2 * rows > column.length ? column.subarray(0, rows) : column.slice(0, rows)) as T;
}

/** The arrays, or longer copies if they hold fewer than `needed`. */
function grow(
  arrays: readonly (Float64Array | Int32Array)[],
  used: number,
  needed: number,
): (Float64Array | Int32Array)[] {
  if (arrays[0].length >= needed) return [...arrays];
  const length = Math.max(needed, 2 * arrays[0].length);
  return arrays.map((array) => {
    const longer = array instanceof Int32Array ? new Int32Array(length) : new Float64Array(length);
    longer.set(array.subarray(0, used));
    return longer;
  });
}
