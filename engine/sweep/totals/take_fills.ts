import type { Column } from "../../data/bars.ts";
import { DAY } from "../../stats/durations.ts";
import type { Followed } from "./followed.ts";
import { slot } from "./slots.ts";
import { type SetPlace, takeSamples } from "./take_samples.ts";
import type { TradeRows } from "./take_trades.ts";

/** The fills of a chunk: what the account held from each on. */
export interface FillRows {
  readonly index: Int32Array;
  readonly cash: Float64Array;
  readonly quantity: Float64Array;
}

/** What a kernel wrote while a chunk went by. */
export interface ChunkRows {
  readonly fills: FillRows;
  readonly trades: TradeRows;
  /** Equity at each bar, where cash changes between fills. */
  readonly equity: Column | undefined;
}

// Positions in the row, known to the compiler: these lines are run for every fill of every set.
const { bar, cash: cashSlot, quantity: quantitySlot, peak: peakSlot, lowest: lowestSlot } = slot;
const { peakIndex, lowestIndex, heldBars, sample } = slot;

/** Bars between two fills that may hold the lowest equity since the peak, until it is known which of them can. */
class Doubtful {
  readonly from = new Int32Array(most);
  readonly stop = new Int32Array(most);
  readonly cash = new Float64Array(most);
  readonly quantity = new Float64Array(most);
  /** No equity among them is lower. */
  readonly worst = new Float64Array(most);
}
const most = 64;
const doubtful = new Doubtful();
const nothing = new Float64Array(0);

/**
 * Takes in the bars up to `to` from the fills among them. Between fills the equity is `cash + quantity * close`, so that it
 * need not be known bar by bar: the highest and lowest price while a position was held tell whether its bars can hold a new
 * high or a new low of the equity. Those that can only hold a new low are looked at once the lows of the bars behind them
 * are known too, which leaves few.
 *
 * @param count Number of fills.
 * @param top The highest and `bottom` the lowest price of the position that is open at the end; NaN where they are not known.
 */
export function takeFills(
  followed: Followed,
  place: SetPlace,
  { fills, trades, equity }: ChunkRows,
  count: number,
  to: number,
  top: number,
  bottom: number,
): void {
  const { rows: s, at } = place;
  const { ends, bars: { close } } = followed;
  const known = trades.top !== undefined && followed.wholeBars;
  const { top: tops = nothing, bottom: bottoms = nothing } = trades;
  let from = s[at + bar] | 0;
  let cash = s[at + cashSlot];
  let quantity = s[at + quantitySlot];
  let held = s[at + heldBars];
  let next = s[at + sample] < ends.length ? ends[s[at + sample]] : Infinity;
  let peak = s[at + peakSlot];
  // Has been reached since the peak, so that the lowest is not above it
  let reached = s[at + lowestSlot];
  let doubts = 0;
  let trade = 0;
  for (let row = 0; row <= count; row++) {
    const stop = row < count ? fills.index[row] : to;
    if (stop > from) {
      if (equity !== undefined) passBars(followed, s, at, from, stop, equity);
      else {
        let best = cash;
        let worst = cash;
        if (quantity !== 0) {
          let high = NaN;
          let low = NaN;
          if (known) {
            high = row < count ? tops[trade] : top;
            low = row < count ? bottoms[trade] : bottom;
          }
          best += quantity * (quantity > 0 ? high : low);
          worst += quantity * (quantity > 0 ? low : high);
        }
        if (!(best < peak)) {
          if (doubts > 0) settle(s, at, doubts, reached, close);
          doubts = 0;
          if (quantity === 0) passLevel(followed, s, at, from, stop, cash);
          else passHeld(followed, s, at, from, stop, cash, quantity);
          peak = s[at + peakSlot];
          reached = s[at + lowestSlot];
        } else if (worst < reached) {
          const last = cash + quantity * close[stop - 1];
          if (last < reached) reached = last;
          if (doubts === most) {
            settle(s, at, doubts, reached, close);
            doubts = 0;
          }
          doubtful.from[doubts] = from;
          doubtful.stop[doubts] = stop;
          doubtful.cash[doubts] = cash;
          doubtful.quantity[doubts] = quantity;
          doubtful.worst[doubts] = worst;
          doubts++;
        }
      }
      if (quantity !== 0) held += stop - from;
      if (next < stop) {
        takeSamples(followed, place, stop, cash, quantity, equity);
        next = s[at + sample] < ends.length ? ends[s[at + sample]] : Infinity;
      }
      from = stop;
    }
    if (row === count) break;
    // Every fill that is no entry ends a trade.
    if (quantity !== 0) trade++;
    cash = fills.cash[row];
    quantity = fills.quantity[row];
  }
  if (doubts > 0) settle(s, at, doubts, reached, close);
  s[at + bar] = to;
  s[at + cashSlot] = cash;
  s[at + quantitySlot] = quantity;
  s[at + heldBars] = held;
}

/**
 * Finds the lowest equity among doubtful bars.
 *
 * @param reached An equity that is reached among them or before.
 */
function settle(
  s: Float64Array,
  at: number,
  count: number,
  reached: number,
  close: Column,
): void {
  let lowest = s[at + lowestSlot];
  for (let k = 0; k < count; k++) {
    const worst = doubtful.worst[k];
    if (worst > reached || worst >= lowest) continue;
    const cash = doubtful.cash[k];
    const quantity = doubtful.quantity[k];
    const stop = doubtful.stop[k];
    for (let t = doubtful.from[k]; t < stop; t++) {
      const value = cash + quantity * close[t];
      if (value < lowest) {
        lowest = value;
        s[at + lowestIndex] = t;
      }
    }
  }
  s[at + lowestSlot] = lowest;
}

/** Bars of one value, as `deepestDrawdown` and `averageDrawdown` look at them: those without a position. */
function passLevel(
  followed: Followed,
  s: Float64Array,
  at: number,
  from: number,
  stop: number,
  value: number,
): void {
  if (value < s[at + peakSlot]) {
    if (value < s[at + lowestSlot]) {
      s[at + lowestSlot] = value;
      s[at + lowestIndex] = from;
    }
    return;
  }
  noteFall(followed, s, at, from, from);
  s[at + peakSlot] = s[at + lowestSlot] = value;
  s[at + peakIndex] = stop - 1;
}

/** Bars whose equity is known one by one. */
function passBars(
  followed: Followed,
  s: Float64Array,
  at: number,
  from: number,
  stop: number,
  equity: Column,
): void {
  for (let t = from; t < stop; t++) passLevel(followed, s, at, t, t + 1, equity[t]);
}

/** Bars with one position, by zones of the close. */
function passHeld(
  followed: Followed,
  s: Float64Array,
  at: number,
  from: number,
  stop: number,
  cash: number,
  quantity: number,
): void {
  const { bars: { close }, zones: { close: { top8, bottom8, top64, bottom64 } } } = followed;
  const long = quantity > 0;
  const best8 = long ? top8 : bottom8;
  const worst8 = long ? bottom8 : top8;
  const best64 = long ? top64 : bottom64;
  const worst64 = long ? bottom64 : top64;
  let peak = s[at + peakSlot];
  let lowest = s[at + lowestSlot];
  let t = from | 0;
  const end = stop | 0;
  while (t < end) {
    if ((t & 7) === 0 && t + 8 <= end) {
      if ((t & 63) === 0 && t + 64 <= end) {
        const zone = t >> 6;
        if (cash + quantity * best64[zone] < peak && cash + quantity * worst64[zone] >= lowest) {
          t = t + 64 | 0;
          continue;
        }
      }
      const zone = t >> 3;
      if (cash + quantity * best8[zone] < peak && cash + quantity * worst8[zone] >= lowest) {
        t = t + 8 | 0;
        continue;
      }
    }
    const near = Math.min(end, (t | 7) + 1);
    for (; t < near; t++) {
      const value = cash + quantity * close[t];
      if (value < peak) {
        if (value < lowest) {
          lowest = value;
          s[at + lowestSlot] = value;
          s[at + lowestIndex] = t;
        }
        continue;
      }
      noteFall(followed, s, at, t, t);
      peak = lowest = value;
      s[at + peakSlot] = s[at + lowestSlot] = value;
      s[at + peakIndex] = t;
    }
  }
}

/** Takes in the fall that ends on bar `end`, if there is one; `recovery` is -1 where it goes on. */
export function noteFall(
  { bars: { time } }: Followed,
  s: Float64Array,
  at: number,
  end: number,
  recovery: number,
): void {
  const lowest = s[at + lowestSlot];
  const peak = s[at + peakSlot];
  if (!(lowest < peak)) return;
  const depth = lowest / peak - 1;
  const peakBar = s[at + peakIndex];
  if (depth < s[at + slot.depth]) {
    s[at + slot.depth] = depth;
    s[at + slot.depthPeak] = peakBar;
    s[at + slot.depthTrough] = s[at + lowestIndex];
    s[at + slot.depthRecovery] = recovery;
  }
  const falls = ++s[at + slot.falls];
  const days = (time[end] - time[Math.max(peakBar, 0)]) / DAY;
  s[at + slot.fallDepth] += (depth - s[at + slot.fallDepth]) / falls;
  s[at + slot.fallDays] += (days - s[at + slot.fallDays]) / falls;
}
