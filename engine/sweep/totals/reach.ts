import type { Column } from "../../data/bars.ts";
import type { Zones } from "../zones.ts";

/** Bars that a position was held through, from `first` to `last`, and the price at which its extremes start. */
export interface Held {
  readonly first: number;
  readonly last: number;
  readonly price: number;
}

/** The highest of the price and the highs of the bars, by whole zones where there are any. */
export function reachedTop(high: Column, { top8, top64 }: Zones, held: Held): number {
  const { first, last, price } = held;
  let top = price;
  let t = first;
  for (; t <= last && (t & 7) !== 0; t++) if (high[t] > top) top = high[t];
  for (; t + 7 <= last && (t & 63) !== 0; t += 8) if (top8[t >> 3] > top) top = top8[t >> 3];
  for (; t + 63 <= last; t += 64) if (top64[t >> 6] > top) top = top64[t >> 6];
  for (; t + 7 <= last; t += 8) if (top8[t >> 3] > top) top = top8[t >> 3];
  for (; t <= last; t++) if (high[t] > top) top = high[t];
  return top;
}

/** The lowest of the price and the lows of the bars. */
export function reachedBottom(low: Column, { bottom8, bottom64 }: Zones, held: Held): number {
  const { first, last, price } = held;
  let bottom = price;
  let t = first;
  for (; t <= last && (t & 7) !== 0; t++) if (low[t] < bottom) bottom = low[t];
  for (; t + 7 <= last && (t & 63) !== 0; t += 8) {
    if (bottom8[t >> 3] < bottom) bottom = bottom8[t >> 3];
  }
  for (; t + 63 <= last; t += 64) if (bottom64[t >> 6] < bottom) bottom = bottom64[t >> 6];
  for (; t + 7 <= last; t += 8) if (bottom8[t >> 3] < bottom) bottom = bottom8[t >> 3];
  for (; t <= last; t++) if (low[t] < bottom) bottom = low[t];
  return bottom;
}
