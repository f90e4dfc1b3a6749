import type { RuleInput } from "../../codegen/define/rules.ts";
import type { OrderAmount, OrderChanges, OrderInput, OrderOptions, OrderRow } from "./orders.ts";

/** What is held of one asset; every property is read anew when asked. */
export interface PositionView {
  /** Index of the asset. */
  readonly asset: number;
  /** Its symbol. */
  readonly symbol: string;
  /** Units, negative for a short, 0 if flat. */
  readonly quantity: number;
  /** Average entry price; NaN if flat. */
  readonly average: number;
  /** Signed value at the last close. */
  readonly value: number;
  /** Profit at the last close after the entry's commission and financing; 0 if flat. */
  readonly pnl: number;
  /** Bar of the first entry; -1 if flat. */
  readonly entryIndex: number;
  /** Bars of the asset since then, 0 on that bar; -1 if flat. */
  readonly barsHeld: number;
  /** The stop in force on the next bar; NaN without. */
  readonly stop: number;
  /** The target; NaN without. */
  readonly target: number;
}

/** The account as user code sees it, after all fills of the bar. Assets are named by symbol or index. */
export interface Broker {
  /** Cash, account currency. */
  readonly cash: number;
  /** Cash and the value of all positions at their last closes. */
  readonly equity: number;
  /** Sum of the absolute values of all positions at their last closes. */
  readonly exposure: number;
  /** What a new long position may cost, at last closes. */
  readonly buyingPower: number;
  /** A live view of what is held of an asset; the same object every time. */
  position(asset: string | number): PositionView;
  /** Views of the open positions, by index of the asset. */
  positions(): readonly PositionView[];
  /** Submits an order and returns its number. */
  order(input: OrderInput): number;
  /** Buys units, or what the options say. */
  buy(asset: string | number, amount: number | (OrderAmount & OrderOptions)): number;
  /** Sells units, or what the options say. */
  sell(asset: string | number, amount: number | (OrderAmount & OrderOptions)): number;
  /** Closes the whole position with a `reduceOnly` order; `undefined` if flat. */
  close(asset: string | number, options?: OrderOptions): number | undefined;
  /** Buys or sells what is missing to signed units. */
  orderTargetQuantity(asset: string | number, quantity: number, options?: OrderOptions): number;
  /** Buys or sells what is missing to a signed value. */
  orderTargetValue(asset: string | number, value: number, options?: OrderOptions): number;
  /** Buys or sells what is missing to a signed fraction of the equity of this close. */
  orderTargetPercent(asset: string | number, fraction: number, options?: OrderOptions): number;
  /** Makes a group of orders that have not ended: when one fills, the others are cancelled. */
  oco(orders: readonly number[]): void;
  /** Cancels an order; false if it has ended. */
  cancel(order: number): boolean;
  /** Cancels all orders, or all of an asset; returns how many. */
  cancelAll(asset?: string | number): number;
  /** Changes an order that works or waits; it keeps its place. */
  modify(order: number, changes: OrderChanges): void;
  /** An order as it is now. */
  orderRow(order: number): OrderRow;
  /** Orders that work or wait, of all assets or one, in order of submission. */
  orders(asset?: string | number): readonly OrderRow[];
  /** Sets the rules, with numbers only, of positions opened from now on, of all assets or one. */
  setRules(rules: readonly RuleInput[], asset?: string | number): void;
}
