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
  trades = tradeKinds.map((whole) => newColumn(whole, 1024));
  /** Fills: bar, cash, units. */
  fills = fillKinds.map((whole) => newColumn(whole, 1024));
  /** Trades: financing, moments, asset. */
  rare = [...rareKinds, true].map((whole) => newColumn(whole, 1024));
  /** Fills: asset. */
  fillAsset = new Int32Array(1024);
  #out: readonly (Float64Array | Int32Array)[] | undefined;

  /** Logs of a number of bars. */
  constructor(bars: number) {
    this.equity = new Float64Array(bars);
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
    if (
      this.#out !== undefined && trades === this.trades[0].length && fills === this.fillAsset.length
    ) {
      return this.#out;
    }
    this.trades = this.trades.map((column) => growColumn(column, trades));
    this.rare = this.rare.map((column) => growColumn(column, trades));
    this.fills = this.fills.map((column) => growColumn(column, fills));
    this.fillAsset = growColumn(this.fillAsset, fills);
    const [financing, moments, asset] = this.rare;
    this.#out = [
      this.equity,
      ...this.trades,
      ...this.fills,
      financing,
      moments,
      asset,
      this.fillAsset,
    ];
    return this.#out;
  }
}
