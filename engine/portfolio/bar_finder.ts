import { firstAtOrAfter } from "../data/slice.ts";
import { formatTime } from "../data/time.ts";

/**
 * Finds bars by time, at once where a time is that of the time before or of the bar after it.
 *
 * @param time Times of the bars, rising, milliseconds since the epoch.
 * @returns A function that gives the first bar at or after a moment; the number of bars where there is none.
 */
export function barFinder(time: Float64Array): (moment: number) => number {
  let last = 0;
  return (moment) => {
    if (time[last] === moment) return last;
    last = time[last + 1] === moment ? last + 1 : firstAtOrAfter(time, moment);
    return last;
  };
}

/** Tells of the bars before and after a moment at which there is none, in words that follow others. */
export function neighbours(time: Float64Array, after: number): string {
  const words = [
    after > 0 ? `the bar before is at ${formatTime(time[after - 1])}` : "",
    after < time.length ? `the one after at ${formatTime(time[after])}` : "",
  ];
  return words.filter((text) => text !== "").map((text) => `, ${text}`).join("");
}
