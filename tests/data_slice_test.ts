import { assert, assertEquals, assertThrows } from "@std/assert";
import * as fc from "fast-check";
import { barsFrom } from "../engine/data/bars_from.ts";
import { sliceBars } from "../engine/data/slice.ts";

fc.configureGlobal({ seed: 1 });

const hour = 3_600_000;
const start = Date.UTC(2001, 0, 1);
const hours = Array.from({ length: 72 }, (_, i) => i);
const bars = barsFrom({
  time: hours.map((i) => start + i * hour),
  close: hours.map((i) => i + 1),
  rank: hours,
}, { priceOnly: true, symbol: "ABC" });

Deno.test("sliceBars() takes the bars from `from` until before `to`", () => {
  const bound = fc.integer({ min: -2 * hour, max: 74 * hour });
  fc.assert(fc.property(bound, bound, (a, b) => {
    const [from, to] = [start + Math.min(a, b), start + Math.max(a, b)];
    const slice = sliceBars(bars, { from, to });
    assertEquals([...slice.time], [...bars.time].filter((time) => from <= time && time < to));
    assertEquals(slice.columns.get("rank")?.length, slice.length);
  }));
});

Deno.test("sliceBars() shares the buffers", () => {
  const slice = sliceBars(bars, { from: start + hour });
  assertEquals([slice.symbol, slice.length, slice.open[0]], ["ABC", 71, 2]);
  assert(slice.high.buffer === bars.high.buffer);
  assert(slice.columns.get("close") === slice.close);
});

Deno.test("sliceBars() takes the whole day that a text `to` names", () => {
  assertEquals(sliceBars(bars, { to: "2001-01-02" }).length, 48);
  assertEquals(sliceBars(bars, { to: "2001-01-02T00:00" }).length, 24);
  assertEquals(sliceBars(bars, { to: new Date("2001-01-02") }).length, 24);
  assertEquals(sliceBars(bars, { from: "2001-01-02", to: "2001-01-02" }).length, 24);
  assertEquals(sliceBars(bars, {}).length, 72);
});

Deno.test("sliceBars() refuses bounds that are no times or out of order", () => {
  const refused: [{ from?: number | Date | string; to?: string }, string][] = [
    [{ from: NaN }, "Cannot use from: found NaN"],
    [{ from: new Date(NaN) }, "Cannot use from"],
    [{ to: "02/01/2001" }, "an order that cannot be mistaken"],
    [{ from: "2001-01-03", to: "2001-01-01" }, 'expected a time not after to "2001-01-01"'],
  ];
  for (const [options, message] of refused) {
    assertThrows(() => sliceBars(bars, options), RangeError, message);
  }
});
