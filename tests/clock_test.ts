import { assert, assertEquals } from "@std/assert";
import { barsFrom } from "../engine/data/bars_from.ts";
import type { Bars } from "../engine/data/bars.ts";
import { localTime } from "../engine/data/local_time.ts";
import { zoneTable } from "../engine/data/zone_table.ts";
import { evaluateColumns } from "../engine/run/columns.ts";
import { assertSameBits } from "./matrix/same_run.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Bars at times that are a step apart. */
function barsAt(first: string, step: number, length: number): Bars {
  const time = Float64Array.from({ length }, (_, t) => Date.parse(first) + t * step);
  return barsFrom({ time, close: new Float64Array(length).fill(10) }, { priceOnly: true });
}

/** Every reading of a zone's clock on bars, the same by both engines and in chunks. */
function read(bars: Bars, zone: string): Record<string, number[]> {
  const names = ["hour", "minute", "minuteOfDay", "dayOfWeek", "dayOfMonth", "month", "newDay"];
  const texts = names.map((name) => `${name}(${JSON.stringify(zone)})`);
  const wanted = evaluateColumns(texts, bars, { simMode: "event" });
  for (const chunk of [3, 1000]) {
    evaluateColumns(texts, bars, { chunk }).forEach((found, index) =>
      assertSameBits(found, wanted[index], `${texts[index]} in chunks of ${chunk}`)
    );
  }
  return Object.fromEntries(names.map((name, index) => [name, [...wanted[index]]]));
}

Deno.test("hour() leaves out the hour that New York skips in spring", () => {
  const { hour, newDay } = read(barsAt("2024-03-10T04:00Z", HOUR, 6), "America/New_York");
  assertEquals(hour, [23, 0, 1, 3, 4, 5]);
  assertEquals(newDay, [1, 1, 0, 0, 0, 0]);
});

Deno.test("hour() reads twice the hour that New York repeats in autumn", () => {
  const { hour, dayOfWeek } = read(barsAt("2024-11-03T03:00Z", HOUR, 6), "America/New_York");
  assertEquals(hour, [23, 0, 1, 1, 2, 3]);
  assertEquals(dayOfWeek, [6, 7, 7, 7, 7, 7]);
});

Deno.test("minuteOfDay() follows Lord Howe's shifts by half an hour", () => {
  const autumn = read(barsAt("2024-04-06T14:00Z", HOUR / 2, 5), "Australia/Lord_Howe");
  assertEquals(autumn.minuteOfDay, [60, 90, 90, 120, 150]);
  const spring = read(barsAt("2024-10-05T14:30Z", HOUR / 2, 4), "Australia/Lord_Howe");
  assertEquals(spring.minuteOfDay, [60, 90, 150, 180]);
  assertEquals(spring.minute, [0, 30, 30, 0]);
});

Deno.test("newDay() is false where a clock put back over midnight shows the day before again", () => {
  // St. John's put its clock back at a minute past midnight until 2011.
  const { hour, dayOfMonth, newDay } = read(
    barsAt("2010-11-07T02:30:30Z", 60_000, 3),
    "America/St_Johns",
  );
  assertEquals([hour, dayOfMonth], [[0, 23, 23], [7, 6, 6]]);
  assertEquals(newDay, [1, 0, 0]);
});

Deno.test("functions of time read dates before 1970 and local mean times", () => {
  const before = read(barsAt("1969-12-31T23:59:59.999Z", 1, 2), "UTC");
  assertEquals([before.hour, before.minute], [[23, 0], [59, 0]]);
  assertEquals([before.dayOfMonth, before.month, before.dayOfWeek], [[31, 1], [12, 1], [3, 4]]);
  // New York left local mean time, 4:56:02 behind, at its noon of 1883-11-18.
  const mean = read(barsAt("1883-11-18T16:56:00Z", 241_000, 2), "America/New_York");
  assertEquals(mean.minuteOfDay, [11 * 60 + 59, 12 * 60 + 0]);
  const leap = read(barsAt("1600-02-28T12:00Z", DAY, 3), "UTC");
  assertEquals([leap.dayOfMonth, leap.month], [[28, 29, 1], [2, 2, 3]]);
});

Deno.test("functions of time agree with Intl in every zone, over decades and over gaps", () => {
  const zones = Intl.supportedValuesOf("timeZone").filter((_, index) => index % 29 === 0);
  const days = barsAt("1905-01-01T05:00Z", 97 * HOUR, 80);
  const gaps = barsAt("1850-06-01T00:00Z", 1234 * DAY, 60);
  for (const zone of zones) for (const bars of [days, gaps]) read(bars, zone);
});

Deno.test("zoneTable() finds the changes between bars to the millisecond", () => {
  const { time } = barsAt("2024-01-01T00:00Z", 12 * HOUR, 732);
  const { times, offsets } = zoneTable(time, "Europe/Berlin");
  assertEquals([...times], [-Infinity, Date.UTC(2024, 2, 31, 1), Date.UTC(2024, 9, 27, 1)]);
  assertEquals([...offsets], [HOUR, 2 * HOUR, HOUR]);
});

Deno.test("zoneTable() is one offset without bars, in UTC and where a zone keeps its clock", () => {
  const { time } = barsAt("2020-01-01T00:00Z", DAY, 900);
  for (const zone of ["UTC", "Asia/Tokyo"]) assertEquals(zoneTable(time, zone).times.length, 1);
  assertEquals(zoneTable(new Float64Array(0), "Asia/Tokyo").offsets, Float64Array.of(0));
});

Deno.test("zoneTable() finds changes that are undone within days", () => {
  const { time } = barsAt("2000-10-01T00:00Z", DAY, 30);
  const { offsets } = zoneTable(time, "America/Recife");
  assertEquals([...offsets], [-3 * HOUR, -2 * HOUR, -3 * HOUR]);
});

Deno.test("localTime() is made once for a column and a zone, of whole milliseconds", () => {
  const { time } = barsAt("2020-01-01T00:00Z", DAY, 3);
  assert(localTime(time, "Asia/Tokyo") === localTime(time, "Asia/Tokyo"));
  assert(localTime(time, "UTC") === time);
  assertEquals(localTime(Float64Array.of(-0.5, 0.5), "UTC"), Float64Array.of(-1, 0));
  assertEquals(localTime(Float64Array.of(0.9, 1.91), "Asia/Tokyo")[1], 1 + 9 * HOUR);
});

Deno.test("vwap() begins again at local midnight, anchoredVwap() at its condition", () => {
  const time = Float64Array.from(
    { length: 7 },
    (_, t) => Date.parse("2024-03-11T02:00Z") + t * HOUR,
  );
  const close = Float64Array.of(10, 20, 30, 40, 50, 60, 70);
  const volume = Float64Array.of(1, 3, 2, 2, NaN, 4, 0);
  const bars = barsFrom({ time, close, open: close, high: close, low: close, volume });
  const texts = [
    'vwap("America/New_York")',
    'anchoredVwap(hour("America/New_York") == 1)',
    'anchoredVwap(newDay("America/New_York"))',
  ];
  const wanted = [
    [10, 17.5, 30, 35, NaN, 47.5, 47.5],
    [NaN, NaN, NaN, 40, NaN, 160 / 3, 160 / 3],
    [10, 17.5, 30, 35, NaN, 47.5, 47.5],
  ];
  for (const simMode of ["batch", "event"] as const) {
    const found = evaluateColumns(texts, bars, { simMode, chunk: 2 });
    assertEquals(found.map((column) => [...column]), wanted);
  }
});
