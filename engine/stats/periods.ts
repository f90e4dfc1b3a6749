import type { Column } from "../data/bars.ts";
import { type Calendar, zoneCalendar } from "./calendar.ts";
import { DAY } from "./durations.ts";

/** A stretch of the local calendar: weeks start on Monday. */
export type Period = "day" | "week" | "month" | "year";

/** The last bar of each period. */
export interface PeriodEnds {
  /** Bar indices, rising; the last one is the last bar. */
  readonly ends: Int32Array;
  /** Number of each period's first local day since 1970-01-01. */
  readonly days: Int32Array;
}

/**
 * Splits bars at the boundaries of a local calendar. Periods without bars do not occur.
 *
 * Boundaries are searched for, so the cost is that of the periods and not of the bars.
 *
 * @param time Times of the bars, ms since the epoch, strictly increasing.
 * @param options `period`, and the IANA `zone` whose calendar counts.
 * @throws {RangeError} If there is no such zone.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const time = Float64Array.of(...["2024-01-01T22:00Z", "2024-01-02T02:00Z", "2024-01-02T22:00Z"].map(Date.parse));
 * assertEquals([...periodEnds(time, { period: "day", zone: "UTC" }).ends], [0, 2]);
 * assertEquals([...periodEnds(time, { period: "day", zone: "Asia/Tokyo" }).ends], [1, 2]);
 * ```
 */
export function periodEnds(
  time: Column,
  options: { readonly period: Period; readonly zone: string },
): PeriodEnds {
  const calendar = zoneCalendar(options.zone);
  const ends: number[] = [];
  const days: number[] = [];
  for (let from = 0; from < time.length;) {
    const day = periodStart(calendar.dayOf(time[from]), options.period);
    days.push(day);
    from = firstFrom(time, from + 1, nextBoundary(calendar, day, options.period));
    ends.push(from - 1);
  }
  return { ends: Int32Array.from(ends), days: Int32Array.from(days) };
}

/** First day of the period that holds a day. Day 0, 1970-01-01, was a Thursday. */
function periodStart(day: number, period: Period): number {
  if (period === "day") return day;
  if (period === "week") return Math.floor((day + 3) / 7) * 7 - 3;
  const date = new Date(day * DAY);
  return Date.UTC(date.getUTCFullYear(), period === "year" ? 0 : date.getUTCMonth(), 1) / DAY;
}

/** The instant at which the period after the one that starts on `day` begins. */
function nextBoundary(calendar: Calendar, day: number, period: Period): number {
  // Longer than the period and shorter than two of it.
  const inNext = day + { day: 1, week: 7, month: 31, year: 366 }[period];
  return calendar.startOf(periodStart(inNext, period));
}

/** First index >= `from` whose time is >= `boundary`: steps that double, then bisection. */
function firstFrom(time: Column, from: number, boundary: number): number {
  let low = from;
  let step = 1;
  while (low + step <= time.length && time[low + step - 1] < boundary) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step - 1, time.length);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (time[middle] < boundary) low = middle + 1;
    else high = middle;
  }
  return low;
}
