import type { OrderInput } from "./orders.ts";
import type { ExpressionInput } from "./scope.ts";

/** How long an order works. */
export interface OrderOptions {
  /** Bars that it works, at least 1; until it is cancelled if left out. */
  readonly expires?: ExpressionInput;
}

/**
 * An order that fills at the close of the next bar.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { strategy } from "./strategy.ts";
 * const made = strategy({ name: "up", long: { enter: true, entry: marketOnClose() } });
 * assertEquals(made.long?.entry?.type, "marketOnClose");
 * ```
 */
export function marketOnClose(): OrderInput {
  return { type: "marketOnClose" };
}

/**
 * An order that fills at this price or better.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { strategy } from "./strategy.ts";
 * const made = strategy({ name: "dip", long: { enter: true, entry: limit("close * 0.99") } });
 * assertEquals(made.long?.entry?.type, "limit");
 * ```
 */
export function limit(price: ExpressionInput, options: OrderOptions = {}): OrderInput {
  return { type: "limit", price, ...options };
}

/**
 * An order that fills at the market once the market has reached this price.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { strategy } from "./strategy.ts";
 * const entry = stop("highest(high, 20)", { expires: 5 });
 * assertEquals(strategy({ name: "out", long: { enter: true, entry } }).long?.entry?.type, "stop");
 * ```
 */
export function stop(price: ExpressionInput, options: OrderOptions = {}): OrderInput {
  return { type: "stop", price, ...options };
}

/**
 * An order that becomes a limit order once the market has reached `price`, its stop.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { strategy } from "./strategy.ts";
 * const entry = stopLimit({ price: "high", limit: "high * 1.01" });
 * const made = strategy({ name: "out", long: { enter: true, entry } });
 * assertEquals(made.long?.entry?.type, "stopLimit");
 * ```
 */
export function stopLimit(
  prices: { readonly price: ExpressionInput; readonly limit: ExpressionInput },
  options: OrderOptions = {},
): OrderInput {
  return { type: "stopLimit", price: prices.price, limit: prices.limit, ...options };
}
