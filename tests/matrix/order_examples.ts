import { add, close, high, low, sub } from "../../codegen/define/builders.ts";
import type { FilterInput } from "../../codegen/define/filter.ts";
import { limit, marketOnClose, stop, stopLimit } from "../../codegen/define/order_builders.ts";
import type { OrderInput } from "../../codegen/define/orders.ts";
import type { PartExample } from "./definition_row.ts";

/** A use of an order by the signal of bar 3 of `handBars`, and the bar and price of its fill. */
export interface OrderExample extends PartExample<OrderInput> {
  /** Nothing for an order that expires. */
  readonly fill?: { readonly index: number; readonly price: number };
}

const market: OrderInput = { type: "market" };
const expires = sub(3, 2);

/**
 * An example by the name of each order and place. Bar 3, the signal's, runs from 11 to 15 and closes at 14; bar 4 opens at
 * 14, falls to 12 and closes at 13; bar 5 opens at 13 and rises to 17.
 */
export const orderExamples: Readonly<Record<string, OrderExample>> = {
  "market entry": { built: market, fill: { index: 4, price: 14 } },
  "market exitOrder": { built: market, fill: { index: 4, price: 14 } },
  "marketOnClose entry": { built: marketOnClose(), fill: { index: 4, price: 13 } },
  "marketOnClose exitOrder": { built: marketOnClose(), fill: { index: 4, price: 13 } },
  "limit entry": {
    text: { type: "limit", price: "low + 1.5" },
    built: limit(add(low, 1.5)),
    fill: { index: 4, price: 12.5 },
  },
  "limit exitOrder": {
    text: { type: "limit", price: "high + 1" },
    built: limit(add(high, 1)),
    fill: { index: 5, price: 16 },
  },
  "limit expires": {
    text: { type: "limit", price: "low - 1", expires: "3 - 2" },
    built: limit(sub(low, 1), { expires }),
  },
  "stop entry": {
    text: { type: "stop", price: "high + 1" },
    built: stop(add(high, 1)),
    fill: { index: 5, price: 16 },
  },
  "stop exitOrder": {
    text: { type: "stop", price: "low + 1.5" },
    built: stop(add(low, 1.5)),
    fill: { index: 4, price: 12.5 },
  },
  "stop expires": {
    text: { type: "stop", price: "high + 1", expires: "3 - 2" },
    built: stop(add(high, 1), { expires }),
  },
  "stopLimit entry": {
    text: { type: "stopLimit", price: "close + 1", limit: "close + 2" },
    built: stopLimit({ price: add(close, 1), limit: add(close, 2) }),
    fill: { index: 5, price: 15 },
  },
  // Waits at 13.5 from the stop at 12.5 on: bar 4 closes below, bar 5 rises to it.
  "stopLimit exitOrder": {
    text: { type: "stopLimit", price: "low + 1.5", limit: "low + 2.5" },
    built: stopLimit({ price: add(low, 1.5), limit: add(low, 2.5) }),
    fill: { index: 5, price: 13.5 },
  },
  "stopLimit expires": {
    text: { type: "stopLimit", price: "close + 1", limit: "close + 2", expires: "3 - 2" },
    built: stopLimit({ price: add(close, 1), limit: add(close, 2) }, { expires }),
  },
};

/** A filter, and the bars of the entries of a strategy that always enters and leaves after a bar. */
export interface FilterExample extends PartExample<FilterInput> {
  /** Hours from bar to bar, the first at Thursday 1970-01-01, midnight UTC. */
  readonly apart: number;
  readonly entries: readonly number[];
}

/** An example by the name of each field of a filter; without one the entries would be on bars 1, 3 and 5. */
export const filterExamples: Readonly<Record<string, FilterExample>> = {
  from: { built: { from: "1970-01-02" }, apart: 24, entries: [2, 4] },
  // A bar every thirty days: bar 2 is of 2 March.
  to: { built: { to: "1970-03-02" }, apart: 30 * 24, entries: [1, 3] },
  weekdays: {
    shorter: { weekdays: [5, 7] },
    built: { weekdays: ["sun", "fri"] },
    apart: 24,
    entries: [2, 4],
  },
  // At 0:00, 7:00, 14:00, 21:00, 4:00 and 11:00.
  hours: { built: { hours: ["21:00", "07:00"] }, apart: 7, entries: [1, 4] },
  // The evening before: Friday is bar 2.
  zone: {
    built: { weekdays: ["fri"], zone: "America/New_York" },
    apart: 24,
    entries: [3],
  },
};
