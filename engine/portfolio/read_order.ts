import {
  type OrderType,
  orderTypes,
  type QuantityKind,
  quantityKinds,
  type TimeInForce,
  timesInForce,
} from "./order_codes.ts";
import type { OrderInput, TrailNumber } from "./orders.ts";

/** How far behind the best price a trailing stop lies. */
export interface TrailDistance {
  readonly form: "fraction" | "distance";
  readonly value: number;
}

/** What user code has submitted, checked. */
export interface ReadOrder {
  readonly side: 1 | -1 | 0;
  readonly type: OrderType;
  readonly kind: QuantityKind;
  readonly amount: number;
  readonly tif: TimeInForce;
  readonly until: number;
  readonly trail: TrailDistance | undefined;
  /** Whether it closes what is held against it, over and above its quantity. */
  readonly reverse: boolean;
}

const known = new Set([
  "asset",
  "side",
  "type",
  "limit",
  "stop",
  "trail",
  "tif",
  "until",
  "tag",
  "reduceOnly",
  "oco",
  "parent",
  "bracket",
  "reverse",
  ...quantityKinds,
]);

const withLimit = new Set<OrderType>(["limit", "stopLimit", "limitOnOpen", "limitOnClose"]);
const withStop = new Set<OrderType>(["stop", "stopLimit"]);
/** Quantities that follow from the account when the order fills: what is held against them goes first. */
const atFill = new Set<QuantityKind>(["equityFraction", "risk", "equityRisk"]);
/** Targets are met at an open or close: which side they need is known when they fill. */
const forTargets = new Set<OrderType>(["market", "marketOnOpen", "marketOnClose"]);

/**
 * Reads an order.
 *
 * @throws {TypeError} If something has no meaning, is missing, or does not go with the rest.
 * @throws {RangeError} If a number cannot be.
 */
export function readOrder(input: OrderInput): ReadOrder {
  for (const key of Object.keys(input)) {
    if (!known.has(key)) refuse(`expected ${[...known].join(", ")} but found "${key}"`);
  }
  const type = input.type ?? typeFor(input);
  if (!orderTypes.includes(type)) {
    refuse(`expected one of ${orderTypes.join(", ")} but found type "${type}"`);
  }
  const kinds = quantityKinds.filter((kind) => input[kind] !== undefined);
  if (kinds.length !== 1) {
    refuse(`expected one of ${quantityKinds.join(", ")} but found ${kinds.join(", ") || "none"}`);
  }
  const [kind] = kinds;
  const isTarget = kind.startsWith("target");
  const amount = readAmount(kind, input[kind]!);
  if (isTarget && !forTargets.has(type)) {
    refuse(`expected a ${[...forTargets].join(", ")} order for a ${kind} but found ${type}`);
  }
  if (isTarget === (input.side !== undefined)) {
    refuse(isTarget ? `expected no side beside ${kind}` : `expected a side beside ${kind}`);
  }
  if (!isTarget && input.side !== "buy" && input.side !== "sell") {
    refuse(`expected side "buy" or "sell" but found ${JSON.stringify(input.side)}`);
  }
  if (atFill.has(kind) && input.reduceOnly === true) {
    refuse(`expected no reduceOnly beside ${kind}`);
  }
  if (isTarget && input.reverse === true && input.reduceOnly !== true) {
    refuse(`expected no reverse beside ${kind}: a target turns round what it has to`);
  }
  refusePrices(input, type);
  const { tif = "gtc", until } = input;
  if (!timesInForce.includes(tif)) {
    refuse(`expected one of ${timesInForce.join(", ")} but found tif "${tif}"`);
  }
  if ((tif === "gtd") !== (until !== undefined)) {
    refuse(tif === "gtd" ? `expected until beside tif "gtd"` : `expected no until beside "${tif}"`);
  }
  if (until !== undefined && !Number.isFinite(until)) {
    refuseNumber(`expected until to be a finite number of milliseconds but found ${until}`);
  }
  return {
    side: isTarget ? 0 : input.side === "buy" ? 1 : -1,
    type,
    kind,
    amount,
    tif,
    until: until ?? NaN,
    trail: input.trail === undefined ? undefined : readTrail(input.trail),
    reverse: input.reverse === true || atFill.has(kind),
  };
}

/** The number of an order. */
export function readAmount(kind: QuantityKind, amount: number): number {
  const isTarget = kind.startsWith("target");
  if (!Number.isFinite(amount) || (!isTarget && amount <= 0)) {
    const wanted = isTarget ? "a finite number" : "a finite number > 0";
    refuseNumber(`expected ${kind} to be ${wanted} but found ${amount}`);
  }
  return amount;
}

/** A distance behind the best price. */
export function readTrail(trail: TrailNumber): TrailDistance {
  const read: TrailDistance = typeof trail === "number"
    ? { form: "fraction", value: trail }
    : "fraction" in trail
    ? { form: "fraction", value: trail.fraction }
    : { form: "distance", value: trail.distance };
  const { form, value } = read;
  if (!(value > 0 && value < (form === "fraction" ? 1 : Infinity))) {
    const wanted = form === "fraction" ? "a fraction between 0 and 1" : "a distance > 0";
    refuseNumber(`expected trail to be ${wanted} but found ${value}`);
  }
  return read;
}

/** A price that user code has named. */
export function readPrice(name: "limit" | "stop", price: number): number {
  if (!Number.isFinite(price) || price <= 0) {
    refuseNumber(`expected ${name} to be a finite number > 0 but found ${price}`);
  }
  return price;
}

function typeFor({ limit, stop, trail }: OrderInput): OrderType {
  if (trail !== undefined) return "trailingStop";
  if (stop !== undefined) return limit === undefined ? "stop" : "stopLimit";
  return limit === undefined ? "market" : "limit";
}

/** Each price stands where the type reads it, and nowhere else. */
function refusePrices(input: OrderInput, type: OrderType): void {
  const look = (name: "limit" | "stop" | "trail", reads: boolean): void => {
    if (reads === (input[name] !== undefined)) return;
    refuse(
      reads ? `expected ${name} of a ${type} order` : `expected no ${name} of a ${type} order`,
    );
  };
  look("limit", withLimit.has(type));
  look("stop", withStop.has(type));
  look("trail", type === "trailingStop");
  if (input.limit !== undefined) readPrice("limit", input.limit);
  if (input.stop !== undefined) readPrice("stop", input.stop);
}

function refuse(what: string): never {
  throw new TypeError(`Cannot use an order: ${what}`);
}

function refuseNumber(what: string): never {
  throw new RangeError(`Cannot use an order: ${what}`);
}
