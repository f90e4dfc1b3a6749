import { refuseBars, refuseOutside } from "./bounds.ts";
import { inside, readChoice, readObject, report } from "./read_object.ts";
import { type ExpressionInput, readNumberExpression, type StrategyReading } from "./scope.ts";
import type { RestingOrder } from "./types.ts";

/** An order as written. */
export type OrderInput =
  | { readonly type: "market" | "marketOnClose" }
  | {
    readonly type: "limit" | "stop";
    /** The limit, or the stop; read at the close of the signal bar. */
    readonly price: ExpressionInput;
    /** Bars that it works, at least 1; until it is cancelled if left out. */
    readonly expires?: ExpressionInput;
  }
  | {
    readonly type: "stopLimit";
    /** The stop. */
    readonly price: ExpressionInput;
    /** The limit once the stop is reached. */
    readonly limit: ExpressionInput;
    /** Bars that it works, at least 1; until it is cancelled if left out. */
    readonly expires?: ExpressionInput;
  };

/** What lists say of an order, and what it is written with. */
export interface OrderSpec {
  /** Prices that it must have. */
  readonly prices: readonly ("price" | "limit")[];
  /** Whether it may expire. */
  readonly expires: boolean;
  /** One line for lists. */
  readonly summary: string;
}

/** Every order, the default first. */
export const orderSpecs: Readonly<Record<RestingOrder["type"] | "market", OrderSpec>> = {
  market: {
    prices: [],
    expires: false,
    summary: "At the next open, or at the signal's close under `fill: close`",
  },
  marketOnClose: { prices: [], expires: false, summary: "At the close of the next bar" },
  limit: { prices: ["price"], expires: true, summary: "At `price` or better" },
  stop: {
    prices: ["price"],
    expires: true,
    summary: "At the market once the market has reached `price`",
  },
  stopLimit: {
    prices: ["price", "limit"],
    expires: true,
    summary: "At `limit` or better once the market has reached `price`",
  },
};

type Resting = { -readonly [K in keyof RestingOrder]: RestingOrder[K] };

/** Reads an order; nothing for a market order, which is what there is where none is written. */
export function readOrder(value: unknown, reading: StrategyReading): RestingOrder | undefined {
  const entries = readObject(value, reading, ["type", "price", "limit", "expires"]);
  if (entries === undefined) return undefined;
  const names = Object.keys(orderSpecs) as (keyof typeof orderSpecs)[];
  const before = reading.problems.length;
  if (!entries.has("type")) {
    report(inside(reading, "type"), `Expected one of ${names.join(", ")} but found none`);
  }
  const type = readChoice(entries.get("type"), inside(reading, "type"), names);
  // Without a type there is no telling what else belongs there.
  if (reading.problems.length > before) return undefined;
  const spec = orderSpecs[type];
  const order: Partial<Resting> = {};
  for (const key of ["price", "limit"] as const) {
    if (spec.prices.includes(key) && !entries.has(key)) {
      report(inside(reading, key), `Expected a price of a ${type} order but found none`);
    }
  }
  for (const key of ["price", "limit", "expires"] as const) {
    if (!entries.has(key)) continue;
    const place = inside(reading, key);
    const wanted = key === "expires" ? spec.expires : spec.prices.includes(key);
    if (!wanted) {
      report(place, `Expected no ${key} of a ${type} order but found one`, "leave it out");
      continue;
    }
    const read = readNumberExpression(entries.get(key), place, {
      refuse: key === "expires" ? refuseBars : refusePrice,
      once: key === "expires",
    });
    if (read !== undefined) order[key] = read;
  }
  return type === "market" ? undefined : Object.freeze({ type, ...order });
}

/** Why a static number cannot be a price, or nothing. */
export function refusePrice(value: number): string | undefined {
  return refuseOutside(value, "a price", { above: 0 });
}
