import type { Resting } from "./account.ts";
import type { Market, SideSign } from "./plan.ts";

/** Where a resting order fills. */
export interface Reached {
  readonly base: number;
  /** What it never fills worse than; left out of a stop. */
  readonly limit: number | undefined;
  /** How the price came to it. */
  readonly as: "limit" | "stop";
}

/** An order at a moment: where it fills, or the order that rests from now on. */
export interface Looked {
  readonly reached: Reached | undefined;
  readonly resting: Resting;
}

/** Looks at a resting order at the open of bar `t`; a stop-limit that the open has jumped is a limit from here on. */
export function lookAtOpen(
  plan: Market,
  t: number,
  { resting, direction }: { readonly resting: Resting; readonly direction: SideSign },
): Looked {
  const open = plan.bars.open[t];
  const order = resting.type === "stopLimit" && isAtStop(open, resting.price, direction)
    ? asLimit(resting)
    : resting;
  const { price } = order;
  if (order.type === "limit" && isAtLimit(open, price, direction)) {
    return { resting: order, reached: { base: open, limit: price, as: "limit" } };
  }
  if (order.type === "stop" && isAtStop(open, price, direction)) {
    return { resting: order, reached: { base: open, limit: undefined, as: "stop" } };
  }
  return { resting: order, reached: undefined };
}

/** Looks at a resting order against the range of bar `t`; the open has not reached it. */
export function lookInside(
  plan: Market,
  t: number,
  { resting, direction }: { readonly resting: Resting; readonly direction: SideSign },
): Looked {
  const { high, low, close } = plan.bars;
  const best = direction === 1 ? low[t] : high[t];
  const worst = direction === 1 ? high[t] : low[t];
  const { type, price, limit } = resting;
  const no: Looked = { resting, reached: undefined };
  switch (type) {
    case "marketOnClose":
      return no;
    case "limit":
      if (!isAtLimit(best, price, direction)) return no;
      return { resting, reached: { base: price, limit: price, as: "limit" } };
    case "stop":
      if (!isAtStop(worst, price, direction)) return no;
      return { resting, reached: { base: price, limit: undefined, as: "stop" } };
    case "stopLimit":
      if (!isAtStop(worst, price, direction)) return no;
      if (isAtLimit(price, limit, direction)) {
        return { resting, reached: { base: price, limit, as: "stop" } };
      }
      // The price may have come back to the limit after the stop was touched: the close tells.
      if (!isAtLimit(close[t], limit, direction)) {
        return { resting: asLimit(resting), reached: undefined };
      }
      return { resting, reached: { base: limit, limit, as: "limit" } };
  }
}

/** What a stop-limit is once its stop has been reached. */
function asLimit(resting: Resting): Resting {
  return { ...resting, type: "limit", price: resting.limit };
}

/** Whether a price is at a limit or better. */
function isAtLimit(price: number, limit: number, direction: SideSign): boolean {
  return direction === 1 ? price <= limit : price >= limit;
}

/** Whether a price is at the stop of an order or beyond it. */
function isAtStop(price: number, stop: number, direction: SideSign): boolean {
  return direction === 1 ? price >= stop : price <= stop;
}
