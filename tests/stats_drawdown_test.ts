import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { curves } from "../engine/run/curves.ts";
import { computeStatistics } from "../engine/stats/compute.ts";
import { deepestDrawdown } from "../engine/stats/drawdown.ts";
import { barsOf, outputOf, settingsOf } from "./stats_runs.ts";

const day = (n: number): number => Date.UTC(2024, 0, n);

function ofEquity(equity: readonly number[]): ReturnType<typeof computeStatistics> {
  return computeStatistics(outputOf({ equity }), barsOf(equity.map(() => 10)), settingsOf());
}

Deno.test("deepestDrawdown() counts the starting cash as a peak", () => {
  assertEquals(deepestDrawdown(Float64Array.of(80, 90), 100), {
    depth: 80 / 100 - 1,
    peak: -1,
    trough: 0,
    recovery: -1,
    highest: 100,
  });
});

Deno.test("deepestDrawdown() starts at the last bar of the peak and ends at the first one back", () => {
  const found = deepestDrawdown(Float64Array.of(100, 120, 120, 90, 90, 120, 130), 100);
  assertEquals([found.peak, found.trough, found.recovery], [2, 3, 5]);
});

Deno.test("deepestDrawdown() takes the first of equal ones", () => {
  assertEquals(deepestDrawdown(Float64Array.of(100, 50, 100, 50), 100).trough, 1);
});

Deno.test("computeStatistics() dates the maximum drawdown", () => {
  const { values } = ofEquity([100, 120, 90, 110, 125]);
  assertEquals(values.maxDrawdown, -0.25);
  assertEquals(values.maxDrawdownStart, day(2));
  assertEquals(values.maxDrawdownEnd, day(3));
  assertEquals(values.maxDrawdownRecovery, day(5));
  assertEquals(values.maxDrawdownDuration, 3);
});

Deno.test("computeStatistics() counts an open drawdown from the first bar to the last", () => {
  const { values, reasons } = ofEquity([90, 80, 95]);
  assertEquals([values.maxDrawdownStart, values.maxDrawdownEnd], [day(1), day(2)]);
  assertEquals(reasons.maxDrawdownRecovery, "not recovered");
  assertEquals(values.maxDrawdownDuration, 2);
});

Deno.test("computeStatistics() sees a drawdown between samples", () => {
  const hours = [0, 1, 2, 24, 25, 26].map((hour) => hour * 3_600_000);
  const bars = barsOf(hours.map(() => 10), hours);
  const equity = [100, 50, 100, 100, 100, 110];
  const { values } = computeStatistics(outputOf({ equity }), bars, settingsOf());
  assertEquals(values.maxDrawdown, -0.5);
  assert(Number.isNaN(values.sortino));
});

Deno.test("deepestDrawdown() is the minimum of the drawdown curve, which is never above 0", () => {
  fc.assert(fc.property(
    fc.array(fc.double({ min: -50, max: 200, noNaN: true }), { maxLength: 50 }),
    (equity) => {
      const { drawdown } = curves(outputOf({ equity }), barsOf(equity), { cash: 100 });
      const { depth, trough } = deepestDrawdown(Float64Array.from(equity), 100);
      assert(drawdown.every((value) => value <= 0));
      assertEquals(depth, Math.min(0, ...drawdown));
      assertEquals(trough < 0, depth === 0);
      if (trough >= 0) assertEquals(drawdown[trough], depth);
    },
  ));
});
