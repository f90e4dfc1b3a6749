import type { Panel } from "../../data/panel.ts";
import {
  orderStatuses,
  orderTypes,
  portfolioReasons,
  quantityKinds,
  timesInForce,
} from "../order_codes.ts";
import type {
  OrderStatus,
  OrderType,
  PortfolioReason,
  QuantityKind,
  TimeInForce,
} from "../order_codes.ts";
import type { PortfolioOutput } from "../output.ts";

/** An order and what has become of it. Times in milliseconds since the epoch. */
export interface OrderLogRow {
  /** Place in the order of submission, from 1. */
  readonly order: number;
  /** Symbol. */
  readonly symbol: string;
  /** Empty: a target that has not filled. */
  readonly side: "buy" | "sell" | "";
  /** What fills it. */
  readonly type: OrderType;
  /** How long it works. */
  readonly tif: TimeInForce;
  /** What `amount` counts. */
  readonly kind: QuantityKind;
  /** Its number as submitted or last modified. */
  readonly amount: number;
  /** Limit on the grid of the tick; NaN without. */
  readonly limit: number;
  /** Stop on the grid, of a trailing stop its last level; NaN without. */
  readonly stop: number;
  /** What has become of it. */
  readonly status: OrderStatus;
  /** Why it ended without a fill, or why its opening leg was refused; empty: neither. */
  readonly reason: PortfolioReason | "";
  /** Bar at whose close it was submitted; null: before the first. */
  readonly submitIndex: number | null;
  /** Time of that bar; null: before the first. */
  readonly submitTime: number | null;
  /** Bar on which it ended. */
  readonly endIndex: number | null;
  /** Time of that bar. */
  readonly endTime: number | null;
  /** Units bought or sold. */
  readonly filled: number;
  /** Average price of them with slippage; NaN without. */
  readonly price: number;
  /** Commissions of them. */
  readonly fee: number;
  /** Number of its parent; null: none. */
  readonly parent: number | null;
  /** Text of the user's. */
  readonly tag: string;
}

/** The order log as objects, in order of submission. */
export function orderRows(
  { orders }: Pick<PortfolioOutput, "orders">,
  { symbols, time }: Pick<Panel, "symbols" | "time">,
): OrderLogRow[] {
  return Array.from({ length: orders.count }, (_, row) => {
    const [submitIndex, endIndex] = [orders.submitIndex[row], orders.endIndex[row]];
    const side = orders.side[row];
    const reason = orders.reason[row];
    return {
      order: row + 1,
      symbol: symbols[orders.asset[row]],
      side: side === 0 ? "" : side > 0 ? "buy" : "sell",
      type: orderTypes[orders.type[row]],
      tif: timesInForce[orders.tif[row]],
      kind: quantityKinds[orders.kind[row]],
      amount: orders.amount[row],
      limit: orders.limit[row],
      stop: orders.stop[row],
      status: orderStatuses[orders.status[row]],
      reason: reason < 0 ? "" : portfolioReasons[reason],
      submitIndex: submitIndex < 0 ? null : submitIndex,
      submitTime: submitIndex < 0 ? null : time[submitIndex],
      endIndex: endIndex < 0 ? null : endIndex,
      endTime: endIndex < 0 ? null : time[endIndex],
      filled: orders.filled[row],
      price: orders.price[row],
      fee: orders.fee[row],
      parent: orders.parent[row] === 0 ? null : orders.parent[row],
      tag: orders.tags[row],
    };
  });
}

/** Number of orders by what has become of them. */
export function ordersByStatus(
  { orders }: Pick<PortfolioOutput, "orders">,
): Record<OrderStatus, number> {
  const counts = Object.fromEntries(orderStatuses.map((status) => [status, 0]));
  for (let row = 0; row < orders.count; row++) counts[orderStatuses[orders.status[row]]]++;
  return counts as Record<OrderStatus, number>;
}

/** Number of orders that ended otherwise than filled when a part of them had filled; a limit of participation makes such. */
export function partlyFilled({ orders }: Pick<PortfolioOutput, "orders">): number {
  const filled = orderStatuses.indexOf("filled");
  return orders.filled.filter((units, row) => units > 0 && orders.status[row] !== filled).length;
}

/** Orders, and opening legs, refused or cancelled, by reason. */
export function rejectedByReason(
  { refused }: Pick<PortfolioOutput, "refused">,
): Record<PortfolioReason, number> {
  const entries = portfolioReasons.map((reason, at) => [reason, refused[at] ?? 0]);
  return Object.fromEntries(entries) as Record<PortfolioReason, number>;
}
