import { offsetAt } from "../data/offset_at.ts";
import { DAY } from "./durations.ts";

/**
 * The offset of a time zone from UTC, as a function of the time: milliseconds to add to UTC to get local time.
 *
 * `Intl` is asked once for each UTC day, and for single times only on days on which the offset changes. Two changes on
 * one UTC day that cancel each other would be missed; no zone has such a day.
 *
 * @param zone IANA name.
 * @throws {RangeError} If there is no such zone.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const offset = zoneOffset("America/New_York");
 * assertEquals(offset(Date.UTC(2024, 0, 15)), -5 * 3_600_000);
 * assertEquals(offset(Date.UTC(2024, 6, 15)), -4 * 3_600_000);
 * ```
 */
export function zoneOffset(zone: string): (time: number) => number {
  const ask = offsetAt(zone);
  const atStart = new Map<number, number>();
  const startOffset = (day: number): number => {
    let offset = atStart.get(day);
    if (offset === undefined) atStart.set(day, offset = ask(day * DAY));
    return offset;
  };
  return (time) => {
    const day = Math.floor(time / DAY);
    const offset = startOffset(day);
    return offset === startOffset(day + 1) ? offset : ask(time);
  };
}
