import { exitReasons } from "../../../codegen/define/reasons.ts";
import type { Broker } from "../broker.ts";
import type { Handlers } from "../handlers.ts";
import type { Fill, OrderRow } from "../orders.ts";

/** Something that code is told of. */
type Happened = { readonly fill: Fill } | { readonly order: OrderRow };

/** What has happened since code was told, as far as it wants to know. */
export class EventLog {
  /** Whether code wants to know of fills, and of orders. */
  readonly ofFills: boolean;
  readonly ofOrders: boolean;
  readonly #handlers: Handlers;
  readonly #symbols: readonly string[];
  #happened: Happened[] = [];

  /** Nothing has happened yet. */
  constructor(handlers: Handlers, symbols: readonly string[]) {
    this.ofFills = handlers.onFill !== undefined;
    this.ofOrders = handlers.onOrder !== undefined;
    this.#handlers = handlers;
    this.#symbols = symbols;
  }

  /** A fill of signed units; `reason` is an index of `exitReasons`, -1 of an entry. */
  addFill(
    { index, asset, signed, price, fee, pnl, order, reason }:
      & Omit<Fill, "symbol" | "side" | "quantity" | "reason">
      & { readonly signed: number; readonly reason: number },
  ): void {
    this.#happened.push({
      fill: Object.freeze<Fill>({
        index,
        asset,
        symbol: this.#symbols[asset],
        side: signed > 0 ? 1 : -1,
        quantity: Math.abs(signed),
        price,
        fee,
        pnl,
        order,
        reason: reason < 0 ? "entry" : exitReasons[reason],
      }),
    });
  }

  /** A change of an order's status. */
  addOrder(order: OrderRow): void {
    this.#happened.push({ order });
  }

  /** Tells code; what these calls make happen is told the next time. */
  tell(broker: Broker): void {
    const happened = this.#happened;
    if (happened.length === 0) return;
    this.#happened = [];
    for (const event of happened) {
      if ("fill" in event) this.#handlers.onFill?.(broker, event.fill);
      else this.#handlers.onOrder?.(broker, event.order);
    }
  }
}
