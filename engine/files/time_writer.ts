import { formatTime } from "../data/time.ts";

const day = 86_400_000;

/**
 * Makes a function that writes times as `formatTime` does, and remembers the date: bars of one day follow each other,
 * and writing a date takes most of the time.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const write = timeWriter();
 * assertEquals(write(983784600000), "2001-03-05T09:30:00.000Z");
 * ```
 */
export function timeWriter(): (time: number) => string {
  let start = NaN;
  let date = "";
  return (time) => {
    if (!Number.isInteger(time)) return formatTime(time);
    const rest = time - start;
    if (rest >= 0 && rest < day) return date + clock(rest);
    const text = formatTime(time);
    start = Math.floor(time / day) * day;
    date = text.slice(0, text.indexOf("T") + 1);
    return text;
  };
}

function clock(rest: number): string {
  const seconds = Math.floor(rest / 1000);
  const minutes = Math.floor(seconds / 60);
  const hours = digits(Math.floor(minutes / 60), 2);
  return `${hours}:${digits(minutes % 60, 2)}:${digits(seconds % 60, 2)}.${
    digits(rest % 1000, 3)
  }Z`;
}

function digits(value: number, count: number): string {
  return String(value).padStart(count, "0");
}
