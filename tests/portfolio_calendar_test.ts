import { assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { rebalanceBars, type RebalanceCalendar } from "../engine/portfolio/rebalance_bars.ts";

fc.configureGlobal({ seed: 1 });

function times(texts: readonly string[]): Float64Array {
  return Float64Array.from(texts, (text) => Date.parse(text));
}

function bars(texts: readonly string[], calendar: RebalanceCalendar): number[] {
  return [...rebalanceBars(times(texts), calendar)];
}

const days = [
  "2023-12-28", // Thursday
  "2023-12-29",
  "2024-01-02", // Tuesday
  "2024-01-05",
  "2024-01-07", // Sunday
  "2024-01-08", // Monday
  "2024-01-31",
  "2024-02-29",
  "2024-04-01", // Monday, a month after
];

Deno.test("rebalanceBars() takes every k-th bar from the first on", () => {
  assertEquals(bars(days, { every: 1 }), [0, 1, 2, 3, 4, 5, 6, 7, 8]);
  assertEquals(bars(days, { every: 4 }), [0, 4, 8]);
  assertEquals(bars(days, { every: 100 }), [0]);
  assertEquals(bars([], { every: 4 }), []);
});

Deno.test("rebalanceBars() takes first and last bars of weeks and months, whatever days are missing", () => {
  assertEquals(bars(days, { on: "weekly" }), [0, 2, 5, 6, 7, 8]);
  assertEquals(bars(days, { on: "weekEnd" }), [1, 4, 5, 6, 7]);
  assertEquals(bars(days, { on: "monthly" }), [0, 2, 7, 8]);
  assertEquals(bars(days, { on: "monthEnd" }), [1, 6, 7]);
  assertEquals(bars([], { on: "monthEnd" }), []);
  assertEquals(bars(["2024-01-31"], { on: "monthEnd" }), []);
});

Deno.test("rebalanceBars() reads the dates of its zone", () => {
  const evening = ["2024-01-31T21:00Z", "2024-02-01T03:00Z", "2024-02-01T14:00Z"];
  assertEquals(bars(evening, { on: "monthly" }), [0, 1]);
  assertEquals(bars(evening, { on: "monthly", zone: "America/New_York" }), [0, 2]);
  assertEquals(bars(evening, { on: "monthEnd", zone: "America/New_York" }), [1]);
  assertEquals(bars(evening, { on: "monthly", zone: "Asia/Tokyo" }), [0]);
});

Deno.test("rebalanceBars() begins a month once where a clock is put back into the month before", () => {
  // 2009-11-01 00:01 in St. John's was 2009-10-31 23:01 again.
  const clocks = ["02:00", "02:30", "03:00", "03:30", "04:00"];
  const texts = clocks.map((clock) => `2009-11-01T${clock}Z`);
  assertEquals(bars(texts, { on: "monthly", zone: "America/St_Johns" }), [0, 1]);
  assertEquals(bars(texts, { on: "monthEnd", zone: "America/St_Johns" }), [0]);
});

Deno.test("rebalanceBars() gives ends that are the bars before the firsts", () => {
  const time = fc.array(fc.integer({ min: -(10 ** 12), max: 2 * 10 ** 12 }), { maxLength: 50 })
    .map((list) => Float64Array.from([...new Set(list)].sort((a, b) => a - b)));
  const zone = fc.constantFrom("UTC", "Asia/Kolkata", "America/Chicago");
  fc.assert(fc.property(time, zone, (given, zone) => {
    for (const [first, end] of [["weekly", "weekEnd"], ["monthly", "monthEnd"]] as const) {
      const firsts = [...rebalanceBars(given, { on: first, zone })];
      const ends = [...rebalanceBars(given, { on: end, zone })];
      assertEquals(ends, firsts.slice(1).map((t) => t - 1));
      assertEquals(firsts[0], given.length > 0 ? 0 : undefined);
    }
  }));
});

Deno.test("rebalanceBars() refuses what is no calendar", () => {
  const refused = (calendar: unknown, words: string): void => {
    const make = (): unknown => rebalanceBars(times(days), calendar as RebalanceCalendar);
    assertThrows(make, Error, words);
  };
  for (const every of [0, -1, 1.5, NaN]) refused({ every }, `found every ${every}, expected an`);
  refused({ on: "yearly" }, 'found on "yearly", expected one of weekly, weekEnd');
  refused({ every: 2, on: "weekly" }, "found both every and on");
  refused({}, "found neither every and on");
  refused({ on: "weekly", zone: "Mars/Base" }, "Mars/Base");
});
