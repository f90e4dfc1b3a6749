import { DAY, HOUR } from "./durations.ts";
import { zoneOffset } from "./zone_offset.ts";

/** The days of a time zone, numbered from 1970-01-01 = 0. */
export interface Calendar {
  /** Number of the local day that a time (ms since the epoch) falls on. */
  readonly dayOf: (time: number) => number;
  /** First instant of a local day, ms since the epoch; of a day that the zone skipped, of the next one. */
  readonly startOf: (day: number) => number;
}

/**
 * The days of a time zone.
 *
 * A day starts where the local clock first shows it or a later one. Where a clock that was put back shows the day before
 * once more, the new day goes on.
 *
 * @param zone IANA name; `"UTC"` needs no `Intl`.
 * @throws {RangeError} If there is no such zone.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const { dayOf, startOf } = zoneCalendar("America/New_York");
 * const day = dayOf(Date.parse("2024-03-10T12:00Z"));
 * assertEquals(new Date(startOf(day)).toISOString(), "2024-03-10T05:00:00.000Z");
 * assertEquals(new Date(startOf(day + 1)).toISOString(), "2024-03-11T04:00:00.000Z");
 * ```
 */
export function zoneCalendar(zone: string): Calendar {
  if (zone === "UTC") {
    return { dayOf: (time) => Math.floor(time / DAY), startOf: (day) => day * DAY };
  }
  const offset = zoneOffset(zone);
  const startOf = (day: number): number => localMidnight(day * DAY, offset);
  return {
    dayOf(time): number {
      const day = Math.floor((time + offset(time)) / DAY);
      return time >= startOf(day + 1) ? day + 1 : day;
    },
    startOf,
  };
}

/** No zone ever was further from UTC. */
const furthest = 16 * HOUR;

function localMidnight(midnight: number, offset: (time: number) => number): number {
  const before = offset(midnight - furthest);
  const after = offset(midnight + furthest);
  if (before === after) return midnight - before;
  const change = changeOf(offset, midnight - furthest, midnight + furthest);
  // Reached by the old offset before the change; else the clock jumps over it, or reaches it by the new offset.
  return midnight - before < change ? midnight - before : Math.max(change, midnight - after);
}

/** First millisecond of (from, to] whose offset differs from the one at `from`, given that the one at `to` does. */
function changeOf(offset: (time: number) => number, from: number, to: number): number {
  const before = offset(from);
  let low = from;
  let high = to;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offset(middle) === before) low = middle;
    else high = middle;
  }
  return high;
}
