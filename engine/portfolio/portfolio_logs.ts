import { growColumn, newColumn } from "./growing.ts";

/** Columns of the trade log in the order of a portfolio kernel: whole numbers or not. */
const tradeKinds = [true, false, true, false, true, false, true, false, false, false, true];
const fillKinds = [true, false, false];
const rareKinds = [false, true];

/** The equity and the growing logs of trades and fills that a portfolio kernel writes. */
export class PortfolioLogs {
  /** Account value at each close. */
  readonly equity: Float64Array;
  /** Trades: side, quantity, entry, exit, reason, pnl, fees, slippage, ambiguous. */
  trades: readonly (Float64Array | Int32Array)[];
  /** Fills: bar, cash, units. */
  fills: readonly (Float64Array | Int32Array)[];
  /** Trades: financing, moments, asset. */
  rare: readonly (Float64Array | Int32Array)[];
  /** Fills: asset. */
  fillAsset: Int32Array;
  #out: readonly (Float64Array | Int32Array)[];

  /** Logs of a number of bars, with room for some trades and fills. */
  constructor(bars: number, room: number) {
    this.equity = new Float64Array(bars);
    const columns = (kinds: readonly boolean[]): (Float64Array | Int32Array)[] =>
      kinds.map((whole) => newColumn(whole, room));
    this.trades = columns(tradeKinds);
    this.fills = columns(fillKinds);
    this.rare = columns([...rareKinds, true]);
    this.fillAsset = new Int32Array(room);
    this.#out = this.#inOrder();
  }

  /** The arrays in the kernel's order, with room for so many more rows. */
  reserve(
    rows: number,
    used: { readonly trades: number; readonly fills: number },
  ): readonly (Float64Array | Int32Array)[] {
    const grown = (have: number, wanted: number): number =>
      have >= wanted ? have : Math.max(4 * have, wanted);
    const trades = grown(this.trades[0].length, used.trades + rows);
    const fills = grown(this.fillAsset.length, used.fills + rows);
    if (trades > this.trades[0].length) {
      this.trades = this.trades.map((column) => growColumn(column, trades));
      this.rare = this.rare.map((column) => growColumn(column, trades));
      this.#out = this.#inOrder();
    }
    if (fills > this.fillAsset.length) {
      this.fills = this.fills.map((column) => growColumn(column, fills));
      this.fillAsset = growColumn(this.fillAsset, fills);
      this.#out = this.#inOrder();
    }
    return this.#out;
  }

  #inOrder(): readonly (Float64Array | Int32Array)[] {
    return [this.equity, ...this.trades, ...this.fills, ...this.rare, this.fillAsset];
  }
}
