import { assertEquals } from "@std/assert";
import fc from "fast-check";
import type { StatisticsSettings } from "../codegen/define/types.ts";
import { computeStatistics } from "../engine/stats/compute.ts";
import { resolveSampling, type Sampling } from "../engine/stats/sampling.ts";
import { barsOf, DAY, outputOf, settingsOf } from "./stats_runs.ts";

function sampling(times: readonly number[], given: Partial<StatisticsSettings> = {}): Sampling {
  return resolveSampling(Float64Array.from(times), settingsOf(given).statistics);
}

const times = (text: readonly string[]): number[] => text.map((at) => Date.parse(at));

Deno.test("resolveSampling() takes every bar of daily bars, in days of 23 hours too", () => {
  // Midnights in London: the clock goes forward on 31 March.
  const midnights = times([
    "2024-03-29T00:00Z",
    "2024-03-30T00:00Z",
    "2024-03-31T00:00Z",
    "2024-03-31T23:00Z",
    "2024-04-01T23:00Z",
  ]);
  const found = sampling(midnights);
  assertEquals([found.count, found.ends], [5, undefined]);
});

Deno.test("resolveSampling() takes the last bar of each day of intraday bars", () => {
  const bars = times([
    "2024-01-02T14:30Z",
    "2024-01-02T20:30Z",
    "2024-01-03T14:30Z",
    "2024-01-03T20:30Z",
    "2024-01-04T01:30Z",
  ]);
  assertEquals([...sampling(bars).ends ?? []], [1, 3, 4]);
  assertEquals([...sampling(bars, { zone: "America/New_York" }).ends ?? []], [1, 4]);
});

Deno.test("resolveSampling() goes by the median where spacing is mixed", () => {
  assertEquals(sampling([0, 1, 1 + DAY]).ends, undefined);
  assertEquals([...sampling([0, 1, 2, 2 + DAY]).ends ?? []], [2, 3]);
});

Deno.test("resolveSampling() does as told", () => {
  const days = [0, 1, 2, 3, 4, 5, 6, 7].map((day) => day * DAY);
  assertEquals(sampling([0, 1, 2], { returns: "bar" }).ends, undefined);
  assertEquals([...sampling(days, { returns: "week" }).ends ?? []], [3, 7]);
  assertEquals([...sampling(days, { returns: "month" }).ends ?? []], [7]);
});

Deno.test("resolveSampling() counts samples per year between the samples' times", () => {
  const bars = [0, 1, 2, 3].map((half) => half * DAY / 2);
  assertEquals(sampling(bars).perYear, 365.25);
  assertEquals(sampling(bars, { periodsPerYear: 252 }).perYear, 252);
  assertEquals(sampling([5]).perYear, NaN);
  assertEquals(sampling([]), { count: 0, perYear: NaN });
});

Deno.test("computeStatistics() does not look at equity between samples, but for drawdown and peak", () => {
  fc.assert(fc.property(
    fc.array(fc.double({ min: 50, max: 150, noNaN: true }), { minLength: 6, maxLength: 6 }),
    fc.double({ min: 50, max: 150, noNaN: true }),
    (equity, other) => {
      const bars = barsOf(equity, equity.map((_, t) => t * DAY / 2));
      const changed = equity.map((value, t) => t % 2 === 0 ? other : value);
      const of = (values: readonly number[]): number[] => {
        const { values: found } = computeStatistics(
          outputOf({ equity: values }),
          bars,
          settingsOf(),
        );
        return [found.volatility, found.sharpe, found.sortino, found.annualReturn];
      };
      assertEquals(of(changed), of(equity));
    },
  ));
});
