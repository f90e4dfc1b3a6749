import type { Followed } from "./followed.ts";
import { passHeld, passLevel } from "./pass_bars.ts";
import { slot } from "./slots.ts";
import { type SetPlace, takeSamples } from "./take_samples.ts";
import type { TradeRows } from "./take_trades.ts";

/** What a kernel notes of each trade where there is one position at most, and cash changes by fills alone. */
export interface HeldRows {
  /** Highest and lowest price of the bars that the position was held through. */
  readonly top: Float64Array;
  readonly bottom: Float64Array;
  /** Cash while it was held, and after it. */
  readonly cash: Float64Array;
  readonly left: Float64Array;
}

/** Where a kernel keeps the position that is open after the last bar of a chunk. */
export interface PositionPlaces {
  readonly cash: number;
  readonly quantity: number;
  readonly entryIndex: number;
  readonly heldTop: number;
  readonly heldBottom: number;
}

// Positions in the row, known to the compiler: these lines are run for every trade of every set.
const { bar, cash: cashSlot, quantity: quantitySlot, peak: peakSlot, lowest: lowestSlot } = slot;
const { lowestIndex, heldBars, sample } = slot;

const mostDoubtful = 64;

/** Bars that may have the lowest equity since the peak, until it is known which of them can have it. */
const doubtful = {
  from: new Int32Array(mostDoubtful),
  stop: new Int32Array(mostDoubtful),
  cash: new Float64Array(mostDoubtful),
  quantity: new Float64Array(mostDoubtful),
  /** No equity among them is lower. */
  worst: new Float64Array(mostDoubtful),
};

/**
 * Takes in the bars up to `to` from the trades among them, as `takeFills` does from fills.
 *
 * The highest and lowest price while a position was held tell whether its bars can have a new high or a new low of the
 * equity. Those that can only have a new low are looked at once the equity behind them is known too, which leaves few.
 *
 * @param count Number of rows of the trade log.
 */
export function takeHeld(
  followed: Followed,
  place: SetPlace,
  trades: TradeRows,
  rows: HeldRows,
  count: number,
  state: Float64Array,
  position: PositionPlaces,
  to: number,
): void {
  const { rows: s, at } = place;
  const { bars: { close }, ends, wholeBars } = followed;
  let from = s[at + bar] | 0;
  let left = s[at + cashSlot];
  let bars = s[at + heldBars];
  let next = nextSample(ends, s[at + sample], to);
  let peak = s[at + peakSlot];
  // Has been reached since the peak, so that the lowest is not above it
  let reached = s[at + lowestSlot];
  let doubts = 0;
  for (let row = 0; row <= count; row++) {
    let entry = to;
    let stop = to;
    let cash = left;
    let quantity = 0;
    let after = left;
    let top = NaN;
    let bottom = NaN;
    if (row < count) {
      stop = trades.exitIndex[row];
      // The row of a position that is open at the end of the data: it is in the state
      if (stop < 0) continue;
      entry = trades.entryIndex[row];
      quantity = trades.side[row] > 0 ? trades.quantity[row] : -trades.quantity[row];
      cash = rows.cash[row];
      after = rows.left[row];
      top = rows.top[row];
      bottom = rows.bottom[row];
    } else {
      quantity = state[position.quantity];
      if (quantity !== 0) {
        entry = state[position.entryIndex];
        cash = state[position.cash];
        top = state[position.heldTop];
        bottom = state[position.heldBottom];
      }
    }
    if (entry > from) {
      // Bars without a position
      if (left < peak) {
        if (left < reached) {
          if (doubts === mostDoubtful) doubts = settle(followed, s, at, doubts, reached);
          doubts = doubt(doubts, from, from + 1, left, 0, left);
          reached = left;
        }
      } else {
        doubts = settle(followed, s, at, doubts, reached);
        passLevel(followed, s, at, from, entry, left);
        peak = s[at + peakSlot];
        reached = s[at + lowestSlot];
      }
      if (next < entry) {
        takeSamples(followed, place, entry, left, 0, undefined);
        next = nextSample(ends, s[at + sample], to);
      }
      from = entry;
    }
    if (stop > from) {
      // Bars with one
      const best = cash + quantity * (quantity > 0 ? top : bottom);
      const worst = cash + quantity * (quantity > 0 ? bottom : top);
      if (wholeBars && best < peak) {
        if (worst < reached) {
          if (doubts === mostDoubtful) doubts = settle(followed, s, at, doubts, reached);
          doubts = doubt(doubts, from, stop, cash, quantity, worst);
          const last = cash + quantity * close[stop - 1];
          if (last < reached) reached = last;
        }
      } else {
        doubts = settle(followed, s, at, doubts, reached);
        passHeld(followed, s, at, from, stop, cash, quantity);
        peak = s[at + peakSlot];
        reached = s[at + lowestSlot];
      }
      bars += stop - from;
      if (next < stop) {
        takeSamples(followed, place, stop, cash, quantity, undefined);
        next = nextSample(ends, s[at + sample], to);
      }
      from = stop;
    }
    left = after;
  }
  settle(followed, s, at, doubts, reached);
  s[at + bar] = to;
  s[at + cashSlot] = state[position.cash];
  s[at + quantitySlot] = state[position.quantity];
  s[at + heldBars] = bars;
}

/** Bar of a sample; `to` where there is none. */
function nextSample(ends: Int32Array, sample: number, to: number): number {
  return sample < ends.length ? ends[sample] : to;
}

/** Notes doubtful bars behind `count` others. */
function doubt(
  count: number,
  from: number,
  stop: number,
  cash: number,
  quantity: number,
  worst: number,
): number {
  doubtful.from[count] = from;
  doubtful.stop[count] = stop;
  doubtful.cash[count] = cash;
  doubtful.quantity[count] = quantity;
  doubtful.worst[count] = worst;
  return count + 1;
}

/**
 * Finds the lowest equity among doubtful bars, after which none are left.
 *
 * @param reached An equity that is reached among them or before.
 */
function settle(
  { bars: { close }, zones: { close: { top8, bottom8 } } }: Followed,
  s: Float64Array,
  at: number,
  count: number,
  reached: number,
): number {
  let lowest = s[at + lowestSlot];
  for (let k = 0; k < count; k++) {
    const worst = doubtful.worst[k];
    if (worst > reached || worst >= lowest) continue;
    const cash = doubtful.cash[k];
    const quantity = doubtful.quantity[k];
    const stop = doubtful.stop[k];
    const worst8 = quantity > 0 ? bottom8 : top8;
    let t = doubtful.from[k];
    while (t < stop) {
      const zone = t >> 3;
      if ((t & 7) === 0 && t + 8 <= stop && cash + quantity * worst8[zone] >= lowest) {
        t = t + 8 | 0;
        continue;
      }
      const near = Math.min(stop, (t | 7) + 1);
      for (; t < near; t++) {
        const value = cash + quantity * close[t];
        if (value < lowest) {
          lowest = value;
          s[at + lowestIndex] = t;
        }
      }
    }
  }
  s[at + lowestSlot] = lowest;
  return 0;
}
