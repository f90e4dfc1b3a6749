import type { OrderReason } from "../../codegen/define/reasons.ts";
import type { Resting } from "./account.ts";
import { onGrid } from "./grid.ts";
import type { PlannedOrder } from "./plan_order.ts";
import type { Plan, SideSign } from "./plan.ts";

/** The resting order that a signal of bar `t` submits, or why it is refused; nothing for a market order. */
export function restingOrder(
  plan: Plan,
  t: number,
  { order, direction }: { readonly order: PlannedOrder; readonly direction: SideSign },
): Resting | { readonly refused: OrderReason } | undefined {
  const { type, prices, limits, expires } = order;
  if (type === "market") return undefined;
  const lastIndex = t + expires;
  if (type === "marketOnClose") return { type, price: NaN, limit: NaN, lastIndex };
  // Limits are put on the grid for the trader, stops against.
  const onOrderGrid = (value: number, kind: "limit" | "stop"): number =>
    onGrid(value, plan.settings.tick, (kind === "stop") === (direction === 1) ? "up" : "down");
  const price = onOrderGrid(prices?.[t] ?? NaN, type === "limit" ? "limit" : "stop");
  const limit = type === "stopLimit" ? onOrderGrid(limits?.[t] ?? NaN, "limit") : price;
  if (!Number.isFinite(price) || !Number.isFinite(limit)) return { refused: "orderPriceUndefined" };
  if (price <= 0 || limit <= 0) return { refused: "priceNotPositive" };
  return { type, price, limit, lastIndex };
}
