import { DAY } from "./durations.ts";
import type { Unit } from "./statistic.ts";

const formats: { readonly [U in Unit]: (value: number) => string } = {
  money: (value) => grouped(value, 2),
  fraction: (value) => grouped(value * 100, 2) + "%",
  ratio: (value) => grouped(value, 2),
  count: (value) => grouped(value, 0),
  time: formatTime,
  days: (value) =>
    `${grouped(value, Number.isInteger(value) ? 0 : 1)} day${value === 1 ? "" : "s"}`,
  bars: (value) => grouped(value, 1),
  years: (value) => grouped(value, 2),
};

/**
 * A value as a table shows it: rounded, with thousands separated; `n/a` for NaN.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(formatValue(-1234567.891, "money"), "-1,234,567.89");
 * assertEquals(formatValue(0.0512, "fraction"), "5.12%");
 * assertEquals([1, 2.5].map((days) => formatValue(days, "days")), ["1 day", "2.5 days"]);
 * assertEquals(formatValue(NaN, "ratio"), "n/a");
 * ```
 */
export function formatValue(value: number, unit: Unit): string {
  return Number.isNaN(value) ? "n/a" : formats[unit](value);
}

/**
 * A time as `YYYY-MM-DD`, with `HH:MM` behind where it is not midnight; UTC.
 *
 * @param time Milliseconds since the epoch.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(formatTime(Date.UTC(2024, 0, 2)), "2024-01-02");
 * assertEquals(formatTime(Date.UTC(2024, 0, 2, 14, 30)), "2024-01-02 14:30");
 * ```
 */
export function formatTime(time: number): string {
  const text = new Date(time).toISOString();
  const day = text.indexOf("T");
  return time % DAY === 0
    ? text.slice(0, day)
    : `${text.slice(0, day)} ${text.slice(day + 1, day + 6)}`;
}

/**
 * A price in as few digits as it has, at most six significant ones behind the point.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(["12.5", "1,234.5679", "0.000123457"], [12.5, 1234.56789, 0.000123456789].map(formatPrice));
 * ```
 */
export function formatPrice(value: number): string {
  if (!Number.isFinite(value)) return "n/a";
  const size = Math.abs(value);
  // Four decimals, more below 1 so that six significant digits remain.
  const digits = size === 0 || size >= 1 ? 4 : Math.min(100, 5 - Math.floor(Math.log10(size)));
  return grouped(value, digits).replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "");
}

/** Fixed decimals with commas between thousands. Own code: the first use of `Intl` costs some 10 ms. */
function grouped(value: number, digits: number): string {
  const text = value.toFixed(digits);
  // What rounds to zero has no sign.
  const plain = /[1-9]/.test(text) ? text : text.replace("-", "");
  const [whole, decimals] = plain.split(".");
  const separated = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return decimals === undefined ? separated : `${separated}.${decimals}`;
}
