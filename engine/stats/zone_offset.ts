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
  const format = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" });
  const atStart = new Map<number, number>();
  const startOffset = (day: number): number => {
    let offset = atStart.get(day);
    if (offset === undefined) atStart.set(day, offset = readOffset(format.format(day * DAY)));
    return offset;
  };
  return (time) => {
    const day = Math.floor(time / DAY);
    const offset = startOffset(day);
    return offset === startOffset(day + 1) ? offset : readOffset(format.format(time));
  };
}

/** Reads `1/15/2024, GMT-05:00`; seconds occur in local mean times, and UTC itself is a bare `GMT`. */
function readOffset(text: string): number {
  const found = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(text);
  if (found === null) return 0;
  const [, sign, hours, minutes, seconds = "0"] = found;
  const size = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
  return sign === "-" ? -size : size;
}
