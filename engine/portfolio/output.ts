import type { Column } from "../data/bars.ts";
import type { TradeColumns } from "../run/output.ts";

/** Trades as columns, in order of exit, open ones last by asset. */
export interface PortfolioTrades extends TradeColumns {
  /** Index of the asset. */
  readonly asset: Int32Array;
}

/** What the account held after each fill, in order of fills. */
export interface PortfolioLedger {
  /** Number of rows. */
  readonly count: number;
  /** Bar of the fill. */
  readonly index: Int32Array;
  /** Index of the asset. */
  readonly asset: Int32Array;
  /** Cash after the fill. */
  readonly cash: Float64Array;
  /** Signed units of the asset after the fill. */
  readonly quantity: Float64Array;
}

/** Orders as columns; the row of order number k is k - 1. Integers of types, statuses and the like index `order_codes.ts`. */
export interface OrderColumns {
  /** Number of orders. */
  readonly count: number;
  /** Index of the asset. */
  readonly asset: Int32Array;
  /** 1 buys, -1 sells, 0 a target that has not filled. */
  readonly side: Int32Array;
  /** Position in `orderTypes`. */
  readonly type: Int32Array;
  /** Position in `timesInForce`. */
  readonly tif: Int32Array;
  /** Position in `quantityKinds`. */
  readonly kind: Int32Array;
  /** Number as submitted or last modified. */
  readonly amount: Float64Array;
  /** Limit on the grid; NaN without. */
  readonly limit: Float64Array;
  /** Stop on the grid, of a trailing stop its last level; NaN without. */
  readonly stop: Float64Array;
  /** Position in `orderStatuses`. */
  readonly status: Int32Array;
  /** Position in `portfolioReasons`; -1: none. */
  readonly reason: Int32Array;
  /** Bar at whose close it was submitted; -1: before the first. */
  readonly submitIndex: Int32Array;
  /** Bar on which it ended. */
  readonly endIndex: Int32Array;
  /** Units bought or sold. */
  readonly filled: Float64Array;
  /** Average price of them with slippage; NaN without. */
  readonly price: Float64Array;
  /** Commissions of them. */
  readonly fee: Float64Array;
  /** Number of the parent; 0: none. */
  readonly parent: Int32Array;
  /** Text of the user's. */
  readonly tags: readonly string[];
}

/** What a run over a panel returns. Reference and compiled runs agree on every bit of it. */
export interface PortfolioOutput {
  /** Account value at each close, after that bar's fills. */
  readonly equity: Column;
  /** The trades. */
  readonly trades: PortfolioTrades;
  /** What the account held after each fill. */
  readonly ledger: PortfolioLedger;
  /** The orders. */
  readonly orders: OrderColumns;
  /** Sum of the interest earned on cash, less what was paid on cash below zero. */
  readonly interest: number;
  /** Bars of an asset on which the order of events was decided by `ambiguity`. */
  readonly ambiguousBars: number;
  /** Sum of the profit at stake on them. */
  readonly ambiguousStake: number;
  /** Opening legs made smaller by `cashPolicy: "reduce"`. */
  readonly reducedOrders: number;
  /** Orders, and opening legs, refused or cancelled, by position in `portfolioReasons`. */
  readonly refused: readonly number[];
  /** Bar at whose close equity was <= 0 and trading stopped; -1: never. */
  readonly ruinIndex: number;
}
