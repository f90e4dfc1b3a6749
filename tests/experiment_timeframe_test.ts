import { assertEquals } from "@std/assert";
import { canonicalTimeframe, timeframeOf } from "../engine/experiment/timeframe.ts";

const minute = 60_000;
const day = 1440 * minute;

function times(...distances: readonly number[]): Float64Array {
  let time = 0;
  return Float64Array.from([0, ...distances], (distance) => time += distance);
}

Deno.test("timeframeOf() is the distance found most often", () => {
  const cases: [name: string, time: Float64Array][] = [
    ["1m", times(minute, minute, 900 * minute, minute)],
    ["90m", times(90 * minute, 90 * minute)],
    ["4h", times(240 * minute, 240 * minute, 2 * day)],
    ["1d", times(day, day, day, day, 3 * day)],
    ["1w", times(7 * day, 7 * day)],
    ["1M", times(31 * day, 28 * day, 31 * day, 30 * day)],
    ["3M", times(90 * day, 91 * day, 92 * day)],
    ["1y", times(365 * day, 366 * day)],
    ["250ms", times(250, 250)],
    ["irregular", times(1, 20, 300, 4000)],
    ["unknown", times()],
  ];
  for (const [name, time] of cases) assertEquals(timeframeOf(time), name);
});

Deno.test("canonicalTimeframe() knows several ways of writing one", () => {
  const cases: [canonical: string | undefined, ...texts: string[]][] = [
    ["1m", "1m", "m", "1min", "60s", "1 minute"],
    ["1h", "1h", "60m", "1H", "hourly"],
    ["1d", "1d", "D", "24h", "daily", "1 day"],
    ["1w", "7d", "W", "weekly"],
    ["1M", "1M", "M", "1mo", "1 month", "monthly", "30d"],
    ["3M", "3M", "quarterly"],
    ["1y", "12M", "1Y", "yearly"],
    [undefined, "", "0m", "soon", "1.5h", "-1d", "5"],
  ];
  for (const [canonical, ...texts] of cases) {
    for (const text of texts) assertEquals(canonicalTimeframe(text), canonical, text);
  }
});
