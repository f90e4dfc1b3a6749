import type { RestingOrder } from "../../codegen/define/types.ts";
import type { Evaluator } from "./evaluator.ts";

/** The order that a signal submits, with its prices on every bar. */
export interface PlannedOrder {
  readonly type: "market" | RestingOrder["type"];
  readonly prices: Float64Array | undefined;
  /** Of a stop-limit. */
  readonly limits: Float64Array | undefined;
  /** Bars that it works; Infinity: until it is cancelled. */
  readonly expires: number;
}

/** Evaluates the prices of an order. */
export function planOrder(
  order: RestingOrder | undefined,
  evaluates: Evaluator,
): PlannedOrder {
  const { type = "market", price, limit, expires } = order ?? {};
  return {
    type,
    prices: price === undefined ? undefined : evaluates.column(price),
    limits: limit === undefined ? undefined : evaluates.column(limit),
    expires: expires === undefined ? Infinity : evaluates.count(expires, "expires"),
  };
}
