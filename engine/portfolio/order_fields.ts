import type { OrderType } from "./order_codes.ts";

/** The columns of a file of orders. */
export const orderFields = {
  time: { kind: "text", summary: "It is submitted at the last close before this time; wanted" },
  symbol: { kind: "text", summary: "Asset; wanted" },
  side: { kind: "text", summary: "buy or sell; wanted of all but targets" },
  type: { kind: "text", summary: "Type; told by limit, stop and trail where left out" },
  quantity: { kind: "number", summary: "Units" },
  value: { kind: "number", summary: "Money, in place of units" },
  targetQuantity: { kind: "number", summary: "Signed units to hold afterwards" },
  targetValue: { kind: "number", summary: "Signed value to hold afterwards" },
  targetPercent: { kind: "number", summary: "The same as a fraction of the equity" },
  equityFraction: { kind: "number", summary: "Money as a fraction of the equity at the fill" },
  risk: { kind: "number", summary: "Money that the position's first stop would lose" },
  equityRisk: { kind: "number", summary: "The same as a fraction of the equity at the fill" },
  limit: { kind: "number", summary: "Worst price of a limit order" },
  stop: { kind: "number", summary: "Price from which a stop or stop-limit works" },
  trail: { kind: "number", summary: "Fraction by which a trailing stop follows the best price" },
  tif: { kind: "text", summary: "gtc (where left out), day, gtd, ioc or fok" },
  expires: {
    kind: "text",
    summary: "Last moment of gtd, which it stands for where tif is left out",
  },
  parent: { kind: "number", summary: "Row, from 1, of the order that must have filled before" },
  oco: { kind: "text", summary: "Name of a group: when one of it fills, the others are cancelled" },
  tag: { kind: "text", summary: "Any text, carried to the orders of the result" },
  reduceOnly: { kind: "flag", summary: "true: it only takes out what is held; false" },
  reverse: {
    kind: "flag",
    summary: "true: it closes what is held against it, over and above; false",
  },
} as const satisfies Readonly<
  Record<string, { readonly kind: "text" | "number" | "flag"; readonly summary: string }>
>;

/** When an order of each type fills, in one line. */
export const orderTypeSummaries: Readonly<Record<OrderType, string>> = {
  market: "At the next open",
  limit: "At the limit or better",
  stop: "At the stop or worse, once it is reached",
  stopLimit: "As a limit order, once the stop is reached",
  trailingStop: "As a stop that follows the best price",
  marketOnOpen: "At the next open, never at a close",
  limitOnOpen: "At the first open, where that is within the limit",
  marketOnClose: "At the first close",
  limitOnClose: "At the first close, where that is within the limit",
};
