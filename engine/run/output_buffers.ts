import { orderReasons } from "../../codegen/define/reasons.ts";
import type { Compiled } from "../../codegen/compile.ts";
import type { RunOutput } from "./output.ts";

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
  Float64Array,
  Float64Array,
  Int32Array,
] as const;
const ledgerKinds = [Int32Array, Float64Array, Float64Array] as const;

/** The typed arrays that a kernel writes, grown before each chunk so that it never runs out of room. */
export class OutputBuffers {
  readonly #equity: Float64Array;
  #trades: (Float64Array | Int32Array)[] = tradeKinds.map((Kind) => new Kind(0));
  #ledger: (Float64Array | Int32Array)[] = ledgerKinds.map((Kind) => new Kind(0));

  /** Buffers for a number of bars. */
  constructor(bars: number) {
    this.#equity = new Float64Array(bars);
  }

  /** Makes room for `bars` more bars after so many trades and fills, and gives the arrays in the kernel's order. */
  reserve(bars: number, used: { readonly trades: number; readonly fills: number }): readonly (
    | Float64Array
    | Int32Array
  )[] {
    // A bar has at most one entry, so at most one more exit than bars, and two fills a bar.
    this.#trades = grow(this.#trades, used.trades, used.trades + bars + 1);
    this.#ledger = grow(this.#ledger, used.fills, used.fills + 2 * bars + 2);
    return [this.#equity, ...this.#trades, ...this.#ledger];
  }

  /** The finished output, trimmed to what was used. */
  finish(compiled: Compiled, state: Float64Array): RunOutput {
    const read = (word: string): number => state[compiled.stateIndex(word)];
    const trades = read("trades");
    const fills = read("fills");
    const column = <T extends Float64Array | Int32Array>(
      list: readonly unknown[],
      index: number,
    ): T => (list[index] as T).slice(0, list === this.#trades ? trades : fills) as T;
    const t = <T extends Float64Array | Int32Array>(index: number): T =>
      column<T>(this.#trades, index);
    const l = <T extends Float64Array | Int32Array>(index: number): T =>
      column<T>(this.#ledger, index);
    return {
      equity: this.#equity,
      trades: {
        count: trades,
        side: t(0),
        quantity: t(1),
        entryIndex: t(2),
        entryPrice: t(3),
        exitIndex: t(4),
        exitPrice: t(5),
        reason: t(6),
        pnl: t(7),
        fees: t(8),
        slippage: t(9),
        mfe: t(10),
        mae: t(11),
        ambiguous: t(12),
      },
      ledger: { count: fills, index: l(0), cash: l(1), quantity: l(2) },
      ambiguousBars: read("ambiguousBars"),
      ambiguousStake: read("ambiguousStake"),
      reducedOrders: read("reducedOrders"),
      refused: orderReasons.map((_, index) => state[index]),
      ruinIndex: read("ruinIndex"),
    };
  }
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
