import type { Column } from "../../data/bars.ts";
import type { Followed } from "./followed.ts";
import { slot } from "./slots.ts";

/** Where a set's numbers stand. */
export interface SetPlace {
  /** Rows of all sets. */
  readonly rows: Float64Array;
  /** Start of the set's row. */
  readonly at: number;
  /** Sampled returns, until the set is done. */
  readonly returns: Float64Array;
  /** Start of the set's returns. */
  readonly returnsAt: number;
}

/**
 * Takes in the samples before bar `to`, while the account holds one quantity: what `sampleReturns`, `sampledAccount`,
 * `pairReturns` and the Ulcer index look at, by the same operations in the same order.
 *
 * @param equity Equity at each bar where cash changes between fills; else it is `cash + quantity * close`.
 */
export function takeSamples(
  { bars: { close }, ends, market, distance }: Followed,
  place: SetPlace,
  to: number,
  cash: number,
  quantity: number,
  equity: Column | undefined,
): void {
  const { rows: s, at, returns, returnsAt } = place;
  const paired = market.length > 0;
  const held = Math.abs(quantity);
  let k = s[at + slot.sample] | 0;
  let previous = s[at + slot.previous];
  let mean = s[at + slot.mean];
  let squares = s[at + slot.squares];
  let downside = s[at + slot.downside];
  let gain = s[at + slot.gain];
  let loss = s[at + slot.loss];
  let exposure = s[at + slot.exposure];
  let averageEquity = s[at + slot.averageEquity];
  let peak = s[at + slot.samplePeak];
  let ulcer = s[at + slot.ulcer];
  for (; k < ends.length && ends[k] < to; k++) {
    const t = ends[k];
    const value = equity === undefined ? cash + quantity * close[t] : equity[t];
    const count = k + 1;
    if (previous <= 0) s[at + slot.insolvent] = 1;
    const change = value / previous - 1;
    const distanceOf = change - mean;
    mean += distanceOf / count;
    squares += distanceOf * (change - mean);
    downside += ((change < 0 ? change * change : 0) - downside) / count;
    if (change > 0) gain += change;
    else loss -= change;
    if (held !== 0 && value <= 0) s[at + slot.heldInsolvent] = 1;
    averageEquity += (value - averageEquity) / count;
    exposure += ((held !== 0 ? held * close[t] / value : 0) - exposure) / count;
    if (value > peak) peak = value;
    ulcer += ((value / peak - 1) ** 2 - ulcer) / count;
    returns[returnsAt + k] = change;
    if (paired && k > 0) takePair(s, at, k, change, market[k], distance[k]);
    previous = value;
  }
  s[at + slot.sample] = k;
  s[at + slot.previous] = previous;
  s[at + slot.mean] = mean;
  s[at + slot.squares] = squares;
  s[at + slot.downside] = downside;
  s[at + slot.gain] = gain;
  s[at + slot.loss] = loss;
  s[at + slot.exposure] = exposure;
  s[at + slot.averageEquity] = averageEquity;
  s[at + slot.samplePeak] = peak;
  s[at + slot.ulcer] = ulcer;
}

/** The `count`-th pair of returns, of the set and of its benchmark. */
function takePair(
  s: Float64Array,
  at: number,
  count: number,
  change: number,
  market: number,
  distance: number,
): void {
  const own = change - s[at + slot.ownMean];
  s[at + slot.ownMean] += own / count;
  s[at + slot.ownSquares] += own * (change - s[at + slot.ownMean]);
  const active = change - market;
  const beyond = active - s[at + slot.activeMean];
  s[at + slot.activeMean] += beyond / count;
  s[at + slot.activeSquares] += beyond * (active - s[at + slot.activeMean]);
  s[at + slot.products] += distance * (change - s[at + slot.ownMean]);
}
