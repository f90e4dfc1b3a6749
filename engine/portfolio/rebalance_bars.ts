import { localTime } from "../data/local_time.ts";

const day = 86_400_000;

const periods = ["weekly", "weekEnd", "monthly", "monthEnd"] as const;

/** When targets are traded: every k-th bar, or on the first or last bar of each local week or month. */
export type RebalanceCalendar =
  | {
    /** At bars 0, k, 2k …; an integer from 1. */
    readonly every: number;
    readonly on?: undefined;
    readonly zone?: undefined;
  }
  | {
    /** `weekly`, `monthly`: the first bar of each week, from Monday on, or month; `weekEnd`, `monthEnd`: the last. */
    readonly on: "weekly" | "weekEnd" | "monthly" | "monthEnd";
    /** IANA name of the time zone whose dates count; default `"UTC"`. */
    readonly zone?: string;
    readonly every?: undefined;
  };

/**
 * The bars at whose close an account is rebalanced.
 *
 * The first bar of the data is the first of its week and month. The last bar of the data is the last of none: only the
 * time of the bar after tells that a week or month has ended. Where a clock was put back and shows a week or month once
 * more, the new one goes on.
 *
 * @param time Times of the bars, rising, milliseconds since the epoch.
 * @param calendar When.
 * @returns Indices of the bars, ascending.
 * @throws {RangeError} For a number of bars that is no integer from 1, a period that is none, or a zone that is none.
 * @throws {TypeError} Where both `every` and `on` are given, or neither.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const days = ["2024-01-30", "2024-01-31", "2024-02-01", "2024-02-02", "2024-02-05"];
 * const time = Float64Array.from(days, (text) => Date.parse(text));
 * assertEquals([...rebalanceBars(time, { every: 2 })], [0, 2, 4]);
 * assertEquals([...rebalanceBars(time, { on: "monthEnd" })], [1]);
 * assertEquals([...rebalanceBars(time, { on: "weekly" })], [0, 4]);
 * ```
 */
export function rebalanceBars(time: Float64Array, calendar: RebalanceCalendar): Int32Array {
  const { every, on, zone = "UTC" } = calendar;
  if ((every === undefined) === (on === undefined)) {
    throw new TypeError(
      `Cannot make a rebalancing calendar: found ${every === undefined ? "neither" : "both"} ` +
        "every and on, expected one of them",
    );
  }
  if (every !== undefined) return everyBars(time.length, every);
  if (!periods.includes(on)) {
    throw new RangeError(
      `Cannot make a rebalancing calendar: found on ${JSON.stringify(on)}, ` +
        `expected one of ${periods.join(", ")}`,
    );
  }
  const number = on === "weekly" || on === "weekEnd" ? weekOf : monthOf;
  const last = on === "weekEnd" || on === "monthEnd" ? 1 : 0;
  return changes(localTime(time, zone), number).map((t) => t - last).filter((t) => t >= 0);
}

function everyBars(length: number, every: number): Int32Array {
  if (!Number.isSafeInteger(every) || every < 1) {
    throw new RangeError(
      `Cannot make a rebalancing calendar: found every ${every}, expected an integer from 1`,
    );
  }
  return Int32Array.from({ length: Math.ceil(length / every) }, (_, k) => k * every);
}

/** The bars on which a number of the local date is greater than on all bars before. */
function changes(local: Float64Array, numberOf: (date: number) => number): Int32Array {
  const found: number[] = [];
  let latest = -Infinity;
  let before = NaN;
  for (let t = 0; t < local.length; t++) {
    const date = Math.floor(local[t] / day);
    if (date === before) continue;
    before = date;
    const number = numberOf(date);
    if (number > latest) found.push(t);
    latest = Math.max(latest, number);
  }
  return Int32Array.from(found);
}

/** Weeks since that of 1970-01-01, a Thursday. */
function weekOf(date: number): number {
  return Math.floor((date + 3) / 7);
}

function monthOf(date: number): number {
  const shown = new Date(date * day);
  return 12 * shown.getUTCFullYear() + shown.getUTCMonth();
}
