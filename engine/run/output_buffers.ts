import { orderReasons } from "../../codegen/define/reasons.ts";
import type { Compiled } from "../../codegen/compile.ts";
import { counterWord } from "../../codegen/emit/names.ts";
import type { Settings } from "../../codegen/define/types.ts";
import type { Bars } from "../data/bars.ts";
import { excursions } from "./excursions.ts";
import { withExcursions } from "./with_excursions.ts";
import { momentsOf } from "./moments.ts";
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
/** Columns of the trade log that only rarer settings write. */
const rareKinds = [Float64Array, Int32Array] as const;

/** The typed arrays that a kernel writes, grown before each chunk so that it never runs out of room. */
export class OutputBuffers {
  readonly #equity: Float64Array;
  /** Rows for a trade every 32 bars: pages that are never written cost nothing, growing costs a copy. */
  readonly #first: number;
  #trades: (Float64Array | Int32Array)[] = tradeKinds.map((Kind) => new Kind(0));
  #ledger: (Float64Array | Int32Array)[] = ledgerKinds.map((Kind) => new Kind(0));
  #rare: (Float64Array | Int32Array)[] = rareKinds.map((Kind) => new Kind(0));
  readonly #fillsPerBar: number;

  /** Buffers for a number of bars, on each of which there may be so many fills; `first` rows at once. */
  constructor(bars: number, fillsPerBar: number, first: number = bars >> 5) {
    this.#equity = new Float64Array(bars);
    this.#first = first;
    this.#fillsPerBar = fillsPerBar;
  }

  /** Makes room for `bars` more bars after so many trades and fills, and gives the arrays in the kernel's order. */
  reserve(bars: number, used: { readonly trades: number; readonly fills: number }): readonly (
    | Float64Array
    | Int32Array
  )[] {
    const fills = this.#fillsPerBar * (bars + 1);
    // Of two fills a bar one is an entry.
    const rows = this.#fillsPerBar === 2 ? bars + 1 : fills;
    const trades = Math.max(this.#first, used.trades + rows);
    this.#trades = grow(this.#trades, used.trades, trades);
    this.#rare = grow(this.#rare, used.trades, trades);
    this.#ledger = grow(this.#ledger, used.fills, Math.max(2 * this.#first, used.fills + fills));
    return [this.#equity, ...this.#trades, ...this.#ledger, ...this.#rare];
  }

  /** The finished output, trimmed to what was used. Excursions are computed when first read. */
  finish(compiled: Compiled, state: Float64Array, run: FinishedRun): RunOutput {
    const read = (word: string): number => state[compiled.stateIndex(word)];
    const fills = read("fills");
    const l = <T extends Float64Array | Int32Array>(index: number): T =>
      trim(this.#ledger[index], fills) as T;
    return {
      equity: this.#equity,
      trades: this.#trimTrades(read("trades"), compiled.stepwise, run),
      ledger: { count: fills, index: l(0), cash: l(1), quantity: l(2) },
      ambiguousBars: read("ambiguousBars"),
      ambiguousStake: read("ambiguousStake"),
      reducedOrders: read("reducedOrders"),
      refused: orderReasons.map((reason) => read(counterWord(reason))),
      interest: read("interest"),
      ruinIndex: read("ruinIndex"),
    };
  }

  #trimTrades(count: number, stepwise: boolean, { bars, settings }: FinishedRun): TradeColumns {
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
      financing: trim(this.#rare[0], count) as Float64Array,
    };
    const rowMoments = (): Int32Array =>
      stepwise ? trim(this.#rare[1], count) as Int32Array : momentsOf(trades, settings);
    return withExcursions(trades, () => excursions(trades, rowMoments(), bars));
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
