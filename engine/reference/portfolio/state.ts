import type { Rule } from "../../../codegen/define/types.ts";
import type { Panel } from "../../data/panel.ts";
import { type PortfolioReason, portfolioReasons } from "../../portfolio/order_codes.ts";
import type { Fill, OrderRow } from "../../portfolio/orders.ts";
import type { PortfolioSettings } from "../../portfolio/settings.ts";
import type { Account, Trade } from "../account.ts";
import type { LocalTime } from "../local_time.ts";
import type { Market } from "../plan.ts";
import type { LiveOrder } from "./order.ts";

/** One asset of a run. */
export interface Asset {
  readonly index: number;
  readonly symbol: string;
  /** The bars that it has, and nothing else: fills, levels and rules count in these. */
  readonly market: Market;
  /** The bar of the panel of each of its bars. */
  readonly barOf: readonly number[];
  /** Its last bar at or before each bar of the panel; -1 before its first. */
  readonly lastAt: readonly number[];
  /** Its state, with the cash of the run. */
  readonly account: Account;
  /** Price that its value is counted with between marks; NaN before it has one. */
  valuePrice: number;
  /** Signed value at that price. */
  value: number;
  /** Rules for positions in it, by themselves. */
  rules: readonly Rule[];
}

/** A trade with its asset and the bars of the panel. */
export type AssetTrade = Trade & { readonly asset: number };

/** What an asset held after a fill. */
export interface AssetLedgerRow {
  readonly index: number;
  readonly asset: number;
  readonly cash: number;
  readonly quantity: number;
}

/** Something that code is told of. */
export type Happened = { readonly fill: Fill } | { readonly order: OrderRow };

/** The cash of all assets, and what is counted for all of them together. */
export interface Book {
  cash: number;
  interest: number;
  ambiguousBars: number;
  ambiguousStake: number;
  reducedOrders: number;
}

/** The state of a run over a panel. */
export interface Run {
  readonly panel: Panel;
  readonly settings: PortfolioSettings;
  readonly assets: readonly Asset[];
  /** Local time in the zone of day orders, one a bar. */
  readonly local: readonly LocalTime[];
  readonly book: Book;
  /** Every order, by its number less 1. */
  readonly orders: LiveOrder[];
  /** Those that had not ended when the bar began, and newer ones. */
  alive: LiveOrder[];
  readonly equity: Float64Array;
  readonly trades: AssetTrade[];
  readonly ledger: AssetLedgerRow[];
  readonly refused: number[];
  happened: Happened[];
  /** Sum of the values of all positions, of their absolute values, and of those of shorts. */
  value: number;
  gross: number;
  shorts: number;
  rules: readonly Rule[];
  /** The bar of the last close that code has seen; -1 before the first. */
  now: number;
  ruinIndex: number;
  /** Whether bars are still to come, or code is told of the last ones, or nothing can happen any more. */
  phase: "bars" | "told" | "ended";
}

/** Counts an order, or an opening leg, that was refused or cancelled. */
export function countRefused(run: Run, reason: PortfolioReason): void {
  run.refused[portfolioReasons.indexOf(reason)]++;
}

/** The bar of an asset that is bar `t` of the panel; nothing where it has none. */
export function barAt({ barOf, lastAt }: Asset, t: number): number | undefined {
  const k = t < 0 ? -1 : lastAt[t];
  return k >= 0 && barOf[k] === t ? k : undefined;
}

/** The last close of an asset at or before bar `t`; NaN before its first. */
export function lastClose({ market, lastAt }: Asset, t: number): number {
  const k = t < 0 ? -1 : lastAt[t];
  return k < 0 ? NaN : market.bars.close[k];
}
