import { expectedTime, timeIn } from "./time_text.ts";

/**
 * Reads a time. What names no zone is UTC; the machine's own zone never matters. Accepted are
 *
 * - `2001-03-05`, also with `/` or `.`, and `20010305`;
 * - `5 Mar 2001`, `05-Mar-2001`, `Mar 5 2001`, `March 5, 2001` (English names);
 * - each of them with a time of day after a space or `T`: `09:30`, `09:30:15`, `09:30:15.123456`, `0930`, `093015`, and
 *   after that `Z`, `UTC`, `GMT`, `+01:00`, `+0100` or `+01`; also `20010305093015`;
 * - a number since the epoch, its unit by magnitude: below 1e11 seconds, below 1e14 milliseconds, below 1e17
 *   microseconds, above nanoseconds; below 1e8 it is refused.
 *
 * Times are kept to the microsecond, as far as a double of milliseconds holds it: from 1831 to 2109.
 *
 * @param text The text.
 * @returns Milliseconds since the epoch, UTC.
 * @throws {SyntaxError} For anything else: days that do not exist, unknown zones, and dates whose month and day cannot
 * be told apart (`03/05/2001`).
 *
 * @example
 * ```ts
 * import { assertEquals, assertThrows } from "@std/assert";
 * assertEquals(parseTime("2001-03-05 09:30"), Date.UTC(2001, 2, 5, 9, 30));
 * assertEquals(parseTime("Mar 5 2001"), Date.UTC(2001, 2, 5));
 * assertEquals(parseTime("983784600"), parseTime("2001-03-05T09:30:00Z"));
 * assertThrows(() => parseTime("2001-02-30"), SyntaxError, "a date and time of day that exist");
 * ```
 */
export function parseTime(text: string): number {
  const time = timeIn(text);
  if (!Number.isNaN(time)) return time;
  throw new SyntaxError(
    `Cannot read a time: found ${JSON.stringify(text)}, expected ${expectedTime(text)}`,
  );
}

/**
 * Writes a time as ISO-8601 in UTC, to the millisecond, or to the microsecond where there is a fraction of a
 * millisecond. `parseTime` reads it back.
 *
 * @param time Milliseconds since the epoch.
 * @returns Text such as `2001-03-05T09:30:00.000Z`.
 * @throws {RangeError} For NaN and for what is beyond the range of dates, 8.64e15 either way.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(formatTime(983784600000), "2001-03-05T09:30:00.000Z");
 * ```
 */
export function formatTime(time: number): string {
  if (!(Math.abs(time) <= 8.64e15)) {
    throw new RangeError(
      `Cannot write a time: found ${time}, expected milliseconds since the epoch, at most 8.64e15 either way`,
    );
  }
  if (Number.isInteger(time)) return new Date(time).toISOString();
  const micros = Math.round(time * 1000);
  const whole = Math.floor(micros / 1000);
  const rest = String(micros - whole * 1000).padStart(3, "0");
  return new Date(whole).toISOString().replace("Z", `${rest}Z`);
}
