export { type PortfolioReason, portfolioReasons } from "../../codegen/define/reasons.ts";

/** What fills an order. The position in this list is the integer in the order table. */
export const orderTypes = [
  "market",
  "limit",
  "stop",
  "stopLimit",
  "trailingStop",
  "marketOnOpen",
  "limitOnOpen",
  "marketOnClose",
  "limitOnClose",
] as const;

/** What has become of an order. The position in this list is the integer in the order table. */
export const orderStatuses = [
  "waiting",
  "working",
  "filled",
  "cancelled",
  "expired",
  "rejected",
] as const;

/** How long an order works. The position in this list is the integer in the order table. */
export const timesInForce = ["gtc", "day", "gtd", "ioc", "fok"] as const;

/** What the number of an order counts. The position in this list is the integer in the order table. */
export const quantityKinds = [
  "quantity",
  "value",
  "equityFraction",
  "risk",
  "equityRisk",
  "targetQuantity",
  "targetValue",
  "targetPercent",
] as const;

/** Which orders of one open fill first. */
export const orderPriorities = [
  "exitsFirst",
  "fifo",
  "sellFirst",
  "largestFirst",
  "smallestFirst",
] as const;

/** What fills an order. */
export type OrderType = typeof orderTypes[number];
/** What has become of an order. */
export type OrderStatus = typeof orderStatuses[number];
/** How long an order works. */
export type TimeInForce = typeof timesInForce[number];
/** What the number of an order counts. */
export type QuantityKind = typeof quantityKinds[number];
/** Which orders of one open fill first. */
export type OrderPriority = typeof orderPriorities[number];
