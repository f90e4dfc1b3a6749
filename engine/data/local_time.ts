import { zoneTable } from "./zone_table.ts";

/** Local times by the column of times that they were made from, which is never written. */
const made = new WeakMap<Float64Array, Map<string, Float64Array>>();

/**
 * What the clock and calendar of a time zone show at each time: milliseconds that would be this date and time in UTC, so
 * that `Math.floor(x / 86_400_000)` is the local day and the rest the time of day. Whole numbers.
 *
 * Computed once for a column and a zone; `"UTC"` gives whole times themselves.
 *
 * @param time Times, rising, milliseconds since the epoch.
 * @param zone IANA name.
 * @throws {RangeError} If there is no such zone.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const time = Float64Array.of(Date.UTC(2024, 2, 10, 6), Date.UTC(2024, 2, 10, 7));
 * const local = localTime(time, "America/New_York");
 * assertEquals([...local], [Date.UTC(2024, 2, 10, 1), Date.UTC(2024, 2, 10, 3)]);
 * ```
 */
export function localTime(time: Float64Array, zone: string): Float64Array {
  const known = made.get(time) ?? new Map<string, Float64Array>();
  made.set(time, known);
  const local = known.get(zone) ?? (zone === "UTC" ? whole(time) : fill(time, zone));
  known.set(zone, local);
  return local;
}

function whole(time: Float64Array): Float64Array {
  for (let t = 0; t < time.length; t++) {
    if (time[t] !== Math.floor(time[t])) return time.map(Math.floor);
  }
  return time;
}

function fill(time: Float64Array, zone: string): Float64Array {
  const { times, offsets } = zoneTable(time, zone);
  const local = new Float64Array(time.length);
  let t = 0;
  for (let k = 0; k < times.length; k++) {
    const end = k + 1 < times.length ? times[k + 1] : Infinity;
    const offset = offsets[k];
    for (; t < time.length && time[t] < end; t++) local[t] = Math.floor(time[t]) + offset;
  }
  return local;
}
