import {
  type CompiledPortfolio,
  compilePortfolio,
  type PortfolioArrays,
} from "../../codegen/compile_portfolio.ts";
import { orderReasons } from "../../codegen/define/reasons.ts";
import { assetColumns } from "../../codegen/emit/portfolio/access.ts";
import {
  orderColumns,
  orderStatus,
  quantityKind,
} from "../../codegen/emit/portfolio/order_columns.ts";
import { counterWord } from "../../codegen/emit/names.ts";
import { growColumn, newColumn } from "./growing.ts";
import { marketOutput } from "./market_output.ts";
import type { PortfolioOutput } from "./output.ts";
import { PortfolioLogs } from "./portfolio_logs.ts";
import type { PortfolioSettings } from "./settings.ts";

/** The prices of many assets that a compiled run reads: time-major, NaN where an asset has no bar. */
export interface MarketPanel {
  readonly symbols: readonly string[];
  readonly length: number;
  readonly time: Float64Array;
  readonly open: Float64Array;
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly close: Float64Array;
  readonly volume: Float64Array;
}

/**
 * A compiled run with market orders, bar by bar: `open(t)`, then orders, then `mark(t)`.
 *
 * What it means is written in docs/portfolio.md; the reference engine gives the same bits.
 */
export class MarketRun {
  /** Signed units of each asset. */
  readonly quantity: Float64Array;
  readonly #compiled: CompiledPortfolio;
  readonly #panel: MarketPanel;
  readonly #settings: PortfolioSettings;
  readonly #columns: readonly Float64Array[];
  readonly #logs: PortfolioLogs;
  readonly #at: Readonly<
    Record<"cash" | "trades" | "fills" | "marketCount" | "ruinIndex" | "liquidations", number>
  >;
  #arrays: PortfolioArrays;
  #table: OrderTable;
  #equityBar = -2;
  #equityNow = 0;
  #submitted: Int32Array = new Int32Array(1024);
  #count = 0;
  #bar = -1;

  /**
   * A run that has not begun.
   *
   * @throws {CodeGenerationError} If code generation from strings is forbidden.
   */
  constructor(panel: MarketPanel, settings: PortfolioSettings) {
    const { symbols, length } = panel;
    this.#panel = panel;
    this.#settings = settings;
    this.#compiled = compilePortfolio(settings, length - 1);
    const { stateIndex, state } = this.#compiled;
    state[stateIndex("assets")] = symbols.length;
    state[stateIndex("mostPositions")] = settings.maxPositions || symbols.length;
    this.#at = {
      cash: stateIndex("cash"),
      trades: stateIndex("trades"),
      fills: stateIndex("fills"),
      marketCount: stateIndex("marketCount"),
      ruinIndex: stateIndex("ruinIndex"),
      liquidations: stateIndex(counterWord("liquidation")),
    };
    const { open, high, low, close, volume, time } = panel;
    this.#columns = [open, high, low, close, volume, time];
    this.#arrays = {
      market: new Int32Array(1024),
      valuePrice: new Float64Array(symbols.length).fill(NaN),
      assetValue: new Float64Array(symbols.length),
      assets: assetColumns.map(([, whole]) => newColumn(whole, symbols.length)),
      orders: orderColumns.map(([, whole]) => newColumn(whole, 1024)),
    };
    this.#table = tableOf(this.#arrays.orders);
    this.quantity = this.#arrays.assets[0] as Float64Array;
    this.#logs = new PortfolioLogs(length);
  }

  /** Cash. */
  get cash(): number {
    return this.#compiled.state[this.#at.cash];
  }

  /** Whether equity has been at or below zero at a mark. */
  get ruined(): boolean {
    return this.#compiled.state[this.#at.ruinIndex] >= 0;
  }

  /** Cash and the value of all positions at the closes of the bar, and earlier ones of assets without a bar. */
  equity(): number {
    const { close, symbols } = this.#panel;
    const row = this.#bar * symbols.length;
    let equity = this.cash;
    for (let a = 0; a < symbols.length; a++) {
      const held = this.quantity[a];
      if (held === 0) continue;
      const price = close[row + a];
      equity += held * (price === price ? price : this.#arrays.valuePrice[a]);
    }
    return equity;
  }

  /** Orders of earlier bars fill at the open of bar `t`. */
  open(t: number): void {
    this.#bar = t;
    this.#call("before", t);
  }

  /** Submits an order for signed units to hold. Returns its number. */
  targetQuantity(asset: number, units: number): number {
    return this.#submit(quantityKind.targetQuantity, asset, units);
  }

  /** Submits an order for a signed value to hold, at the price of the fill. Returns its number. */
  targetValue(asset: number, value: number): number {
    return this.#submit(quantityKind.targetValue, asset, value);
  }

  /** Submits an order for a signed fraction of the equity of this close. Returns its number. */
  targetPercent(asset: number, fraction: number): number {
    return this.#submit(quantityKind.targetPercent, asset, fraction);
  }

  /** Submits an order for so many units, sold where negative. Returns its number. */
  trade(asset: number, units: number): number {
    const number = this.#submit(quantityKind.quantity, asset, Math.abs(units));
    this.#table.orderSide[number - 1] = units < 0 ? -1 : 1;
    return number;
  }

  #submit(kind: number, asset: number, amount: number): number {
    const row = this.#count++;
    if (row >= this.#submitted.length) this.#grow();
    const table = this.#table;
    if (this.#equityBar !== this.#bar) {
      this.#equityBar = this.#bar;
      this.#equityNow = this.equity();
    }
    table.orderAsset[row] = asset;
    table.orderKind[row] = kind;
    table.orderReason[row] = -1;
    table.orderEnd[row] = -1;
    table.orderAmount[row] = amount;
    table.orderEquity[row] = this.#equityNow;
    this.#submitted[row] = this.#bar;
    const { state } = this.#compiled;
    if (state[this.#at.ruinIndex] >= 0) {
      // Nothing is traded after a ruin.
      table.orderStatus[row] = orderStatus.rejected;
      table.orderReason[row] = orderReasons.indexOf("liquidation");
      table.orderEnd[row] = this.#bar;
      state[this.#at.liquidations]++;
      return row + 1;
    }
    table.orderStatus[row] = orderStatus.working;
    const waiting = state[this.#at.marketCount]++;
    if (waiting >= this.#arrays.market.length) {
      this.#arrays = { ...this.#arrays, market: growColumn(this.#arrays.market, 2 * waiting) };
    }
    this.#arrays.market[waiting] = row;
    return row + 1;
  }

  /** The mark of bar `t`. */
  mark(t: number): void {
    this.#call("mark", t);
  }

  /** The end of the data. */
  finish(): PortfolioOutput {
    if (this.#panel.length > 0) this.#call("finish", this.#panel.length - 1);
    const { state, stateIndex } = this.#compiled;
    const read = (word: string): number => state[stateIndex(word)];
    return marketOutput({
      panel: this.#panel,
      settings: this.#settings,
      logs: this.#logs,
      trades: read("trades"),
      fills: read("fills"),
      orders: { count: this.#count, columns: this.#arrays.orders, submitted: this.#submitted },
      reducedOrders: read("reducedOrders"),
      refused: orderReasons.map((reason) => read(counterWord(reason))),
      ruinIndex: read("ruinIndex"),
      interest: read("interest"),
      refusedPositions: read("refusedPositions"),
    });
  }

  #call(pass: "before" | "mark" | "finish", t: number): void {
    const { kernel, numbers, state } = this.#compiled;
    const fills = 2 * state[this.#at.marketCount] + this.#panel.symbols.length;
    const out = this.#logs.reserve(fills, {
      trades: state[this.#at.trades],
      fills: state[this.#at.fills],
    });
    kernel[pass](this.#columns, numbers, state, this.#arrays, out, t, t + 1);
  }

  #grow(): void {
    const length = 2 * this.#submitted.length;
    const orders = this.#arrays.orders.map((column) => growColumn(column, length));
    this.#arrays = { ...this.#arrays, orders };
    this.#table = tableOf(orders);
    this.#submitted = growColumn(this.#submitted, length);
  }
}

/** The columns of the order table by name. */
type OrderTable = Readonly<
  Record<typeof orderColumns[number][0], Float64Array | Int32Array>
>;

function tableOf(columns: readonly (Float64Array | Int32Array)[]): OrderTable {
  const named = orderColumns.map(([name], index) => [name, columns[index]] as const);
  return Object.fromEntries(named) as OrderTable;
}
