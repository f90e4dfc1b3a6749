import type { OrderStatus, OrderType, QuantityKind } from "./order_codes.ts";
import type { OrderChanges } from "./orders.ts";
import { readAmount, readPrice, readTrail } from "./read_order.ts";

/** What changes of an order are looked at against. */
export interface ChangedOrder {
  readonly number: number;
  readonly status: OrderStatus;
  readonly type: OrderType;
  readonly kind: QuantityKind;
  /** Its limit; NaN without. */
  readonly limit: number;
  /** Whether its stop has been reached, of a stop-limit. */
  readonly isLimitNow: boolean;
  /** Whether its stop has been reached and volume holds it up, so that it fills at the next open. */
  readonly isMarketNow?: boolean;
  /** What of its amount has filled, which cannot be taken back; left out: nothing. */
  readonly taken?: number;
}

/**
 * Looks at all changes of an order before any of them is made.
 *
 * @throws {TypeError} If it has ended, or does not have what is changed.
 * @throws {RangeError} If a number cannot be.
 */
export function refuseChanges(order: ChangedOrder, changes: OrderChanges): void {
  const { status, type, kind, isLimitNow, isMarketNow = false, taken = 0 } = order;
  const { amount, limit, stop, trail } = changes;
  if (status !== "waiting" && status !== "working") refuse(order, `it is ${status}`);
  for (const key of Object.keys(changes)) {
    if (!["amount", "limit", "stop", "trail"].includes(key)) {
      refuse(order, `expected amount, limit, stop, trail but found "${key}"`);
    }
  }
  if (amount !== undefined && readAmount(kind, amount) <= taken && taken > 0) {
    throw new RangeError(
      `Cannot modify order ${order.number}: expected ${kind} to be more than the ${taken} that have filled but found ${amount}`,
    );
  }
  if (limit !== undefined) {
    if (Number.isNaN(order.limit)) refuse(order, `a ${type} order has no limit`);
    readPrice("limit", limit);
  }
  if (stop !== undefined) {
    if (type !== "stop" && type !== "stopLimit") {
      refuse(order, `a ${type} order has no stop that can be set`);
    }
    if (isLimitNow || isMarketNow) refuse(order, "its stop has been reached");
    readPrice("stop", stop);
  }
  if (trail !== undefined) {
    if (type !== "trailingStop") refuse(order, `a ${type} order has no trail`);
    if (isMarketNow) refuse(order, "its stop has been reached");
    readTrail(trail);
  }
}

function refuse({ number }: ChangedOrder, what: string): never {
  throw new TypeError(`Cannot modify order ${number}: ${what}`);
}
