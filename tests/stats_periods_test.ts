import { assert, assertEquals, assertThrows } from "@std/assert";
import { periodEnds } from "../engine/stats/periods.ts";
import { DAY } from "./stats_runs.ts";

interface Days {
  zone: string;
  what: string;
  start: number;
  step: number;
  count: number;
  ends: Record<"day" | "week" | "month" | "year", number[]>;
}

async function recorded(): Promise<Days[]> {
  const path = new URL("./fixtures/statistics/fixtures.json", import.meta.url);
  return JSON.parse(await Deno.readTextFile(path)).days;
}

const steps = (start: number, step: number, count: number): Float64Array =>
  Float64Array.from({ length: count }, (_, t) => start + t * step);

Deno.test("periodEnds() agrees with pandas where clocks change and days are skipped", async () => {
  for (const { zone, what, start, step, count, ends } of await recorded()) {
    const time = steps(start, step, count);
    for (const period of ["day", "week", "month", "year"] as const) {
      const found = [...periodEnds(time, { period, zone }).ends];
      assertEquals(found, ends[period], `${period}s of ${zone}, ${what}`);
    }
  }
});

Deno.test("periodEnds() goes on with a day once begun, though the clock shows the one before again", () => {
  // St John's put the clock back from 0:01 to 23:01.
  const clock = ["02:20Z", "02:30Z", "02:45Z", "03:29Z", "03:31Z"];
  const time = Float64Array.from(clock.map((text) => Date.parse(`2010-11-07T${text}`)));
  assertEquals([...periodEnds(time, { period: "day", zone: "America/St_Johns" }).ends], [0, 4]);
});

Deno.test("periodEnds() agrees with the zone's own date of every bar over years", () => {
  const zone = "America/New_York";
  const format = new Intl.DateTimeFormat("en-CA", { timeZone: zone });
  const time = steps(Date.UTC(2019, 11, 31, 1), 3 * 3_600_000, 2 * 366 * 8);
  const dates = Array.from(time, (at) => format.format(at));
  const ends = dates.flatMap((date, t) => date === dates[t + 1] ? [] : [t]);
  const found = periodEnds(time, { period: "day", zone });
  assertEquals([...found.ends], ends);
  assertEquals(
    Array.from(found.days, (day) => new Date(day * DAY).toISOString().slice(0, 10)),
    ends.map((t) => dates[t]),
  );
});

Deno.test("periodEnds() starts weeks on Monday, before the epoch too", () => {
  const time = steps(Date.UTC(1969, 11, 27), DAY, 10);
  const { ends, days } = periodEnds(time, { period: "week", zone: "UTC" });
  assertEquals([...ends], [1, 8, 9]);
  assertEquals(Array.from(days, (day) => new Date(day * DAY).getUTCDay()), [1, 1, 1]);
});

Deno.test("periodEnds() finds no period in a gap, and none without bars", () => {
  const time = Float64Array.of(0, 1, 40 * DAY, 400 * DAY);
  assertEquals([...periodEnds(time, { period: "month", zone: "UTC" }).ends], [1, 2, 3]);
  assertEquals(periodEnds(new Float64Array(0), { period: "day", zone: "UTC" }).ends.length, 0);
});

Deno.test("periodEnds() asks Intl by the day and not by the bar", () => {
  const original = Intl.DateTimeFormat;
  let asked = 0;
  const counting = (locale: string, options: Intl.DateTimeFormatOptions): unknown => {
    const inner = new original(locale, options);
    return { format: (time: number): string => (asked++, inner.format(time)) };
  };
  Intl.DateTimeFormat = function (locale: string, options: Intl.DateTimeFormatOptions): unknown {
    return counting(locale, options);
  } as unknown as typeof original;
  try {
    const time = steps(Date.UTC(2024, 0, 1), 60_000, 60 * 1440);
    const { ends } = periodEnds(time, { period: "day", zone: "America/New_York" });
    assertEquals(ends.length, 61);
  } finally {
    Intl.DateTimeFormat = original;
  }
  // One for each day and a few around the change of 10 March.
  assert(asked > 50 && asked < 120, `Intl was asked ${asked} times`);
});

Deno.test("periodEnds() refuses an unknown zone", () => {
  assertThrows(
    () => periodEnds(Float64Array.of(0), { period: "day", zone: "Mars/Olympus" }),
    RangeError,
    "Mars/Olympus",
  );
});
