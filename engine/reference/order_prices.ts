import type { OrderReason } from "../../codegen/define/reasons.ts";
import type { Resting } from "./account.ts";
import { onGrid } from "./grid.ts";
import type { PlannedOrder } from "./plan_order.ts";
import type { Plan, SideSign } from "./plan.ts";

/** A resting order that a signal submits. */
export interface Submission {
  readonly resting: Resting;
  /** Why it is refused, if it is. */
  readonly refused?: OrderReason;
}

/** The resting order that a signal of bar `t` submits, or that and why it is refused; nothing for a market order. */
export function restingOrder(
  plan: Plan,
  t: number,
  { order, direction }: { readonly order: PlannedOrder; readonly direction: SideSign },
): Submission | undefined {
  const { type, prices, limits, expires } = order;
  if (type === "market") return undefined;
  const lastIndex = t + expires;
  if (type === "marketOnClose") {
    return { resting: { type, price: NaN, limit: NaN, lastIndex } };
  }
  // Limits are put on the grid for the trader, stops against.
  const onOrderGrid = (value: number, kind: "limit" | "stop"): number =>
    onGrid(value, plan.settings.tick, (kind === "stop") === (direction === 1) ? "up" : "down");
  const price = onOrderGrid(prices?.[t] ?? NaN, type === "limit" ? "limit" : "stop");
  const limit = type === "stopLimit" ? onOrderGrid(limits?.[t] ?? NaN, "limit") : price;
  const resting: Resting = { type, price, limit, lastIndex };
  if (!Number.isFinite(price) || !Number.isFinite(limit)) {
    return { resting, refused: "orderPriceUndefined" };
  }
  if (price <= 0 || limit <= 0) return { resting, refused: "priceNotPositive" };
  return { resting };
}
