import type { Column } from "../../data/bars.ts";
import { DAY } from "../../stats/durations.ts";
import type { Followed } from "./followed.ts";
import { slot } from "./slots.ts";

// Positions in the row, known to the compiler: these lines are run for every fill of every set.
const { peak: peakSlot, lowest: lowestSlot, peakIndex, lowestIndex } = slot;

/** Bars of one value, as `deepestDrawdown` and `averageDrawdown` look at them: those without a position. */
export function passLevel(
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
export function passBars(
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
export function passHeld(
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
