import type { Column } from "../data/bars.ts";
import { DAY } from "../stats/durations.ts";

const units = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: DAY, w: 7 * DAY } as const;

/** Spans of the calendar, in days. */
const calendar = [
  { name: "1M", least: 28, most: 31 },
  { name: "3M", least: 89, most: 92 },
  { name: "1y", least: 365, most: 366 },
] as const;

/**
 * The time frame of bars: the distance of two bars that is found most often, as `1m`, `90m`, `4h`, `1d`, `1w`, `1M`.
 *
 * 28 to 31 days are a month, 89 to 92 a quarter (`3M`), 365 and 366 a year. Weekends, holidays and nights are other
 * distances, but rarer ones. `"irregular"` where no distance makes up a third of all, as with ticks; `"unknown"` with
 * fewer than two bars.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const day = 86_400_000;
 * assertEquals(timeframeOf(Float64Array.of(0, day, 2 * day, 5 * day)), "1d");
 * ```
 */
export function timeframeOf(time: Column): string {
  if (time.length < 2) return "unknown";
  const counts = new Map<number, number>();
  for (let t = 1; t < time.length; t++) {
    const distance = time[t] - time[t - 1];
    counts.set(distance, (counts.get(distance) ?? 0) + 1);
  }
  const named = new Map<string, number>();
  for (const [distance, count] of counts) {
    const name = timeframeName(distance);
    named.set(name, (named.get(name) ?? 0) + count);
  }
  const [name, count] = [...named].reduce((best, next) => (next[1] > best[1] ? next : best));
  return 3 * count >= time.length - 1 ? name : "irregular";
}

/** Milliseconds in the largest unit of which they are a multiple. */
function timeframeName(distance: number): string {
  const days = distance / DAY;
  const span = calendar.find(({ least, most }) => days >= least && days <= most);
  if (span !== undefined) return span.name;
  const [unit, length] = Object.entries(units).findLast(([, size]) => distance % size === 0) ??
    ["ms", 1];
  return `${distance / length}${unit}`;
}

/**
 * One way of writing a time frame: `60m` and `1H` are `1h`, `daily` and `D` are `1d`.
 *
 * @returns Nothing for what is no time frame.
 */
export function canonicalTimeframe(text: string): string | undefined {
  const word = words.get(text.trim().toLowerCase());
  if (word !== undefined) return word;
  const [, digits, written] = /^\s*(\d{0,6})\s*([a-zA-Z]+)\s*$/.exec(text) ?? [];
  if (written === undefined) return undefined;
  const count = digits === "" ? 1 : Number(digits);
  if (count === 0) return undefined;
  if (written === "M" || /^mo(nths?)?$/i.test(written)) {
    return count % 12 === 0 ? `${count / 12}y` : `${count}M`;
  }
  if (/^(y|years?)$/i.test(written)) return `${count}y`;
  const unit = names.find(([pattern]) => pattern.test(written))?.[1];
  return unit === undefined ? undefined : timeframeName(count * units[unit]);
}

const names: readonly (readonly [RegExp, keyof typeof units])[] = [
  [/^(ms|milliseconds?)$/i, "ms"],
  [/^(s|secs?|seconds?)$/i, "s"],
  [/^(m|min|mins|minutes?|t)$/i, "m"],
  [/^(h|hours?)$/i, "h"],
  [/^(d|days?)$/i, "d"],
  [/^(w|wk|weeks?)$/i, "w"],
];

const words: ReadonlyMap<string, string> = new Map([
  ["hourly", "1h"],
  ["daily", "1d"],
  ["weekly", "1w"],
  ["monthly", "1M"],
  ["quarterly", "3M"],
  ["yearly", "1y"],
]);
