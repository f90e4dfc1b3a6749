import { assertAlmostEquals, assertEquals } from "@std/assert";
import { computeStatistics } from "../engine/stats/compute.ts";
import { periodReturns } from "../engine/stats/period_returns.ts";
import type { StatisticName } from "../engine/stats/registry.ts";
import { barsOf, outputOf, settingsOf } from "./stats_runs.ts";

interface Curve {
  time: number[];
  equity: number[];
  benchmark: number[];
  empyrical: Partial<Record<StatisticName, number>>;
  quantstats: Partial<Record<StatisticName, number>>;
  monthly: [year: number, month: number, value: number][];
  yearly: [year: number, value: number][];
}

interface Fixture {
  cash: number;
  perYear: number;
  curves: Record<string, Curve>;
}

async function recorded(): Promise<Fixture> {
  const path = new URL("./fixtures/statistics/fixtures.json", import.meta.url);
  return JSON.parse(await Deno.readTextFile(path));
}

Deno.test("computeStatistics() agrees with empyrical and quantstats on a daily curve", async () => {
  const { cash, perYear, curves } = await recorded();
  const settings = { ...settingsOf({ periodsPerYear: perYear }), cash };
  for (const [name, curve] of Object.entries(curves)) {
    const { time, equity, benchmark, empyrical, quantstats } = curve;
    const bars = barsOf(benchmark, time);
    const options = { ...settings, benchmark: "close" };
    const { values } = computeStatistics(outputOf({ equity }), bars, options);
    for (const [library, expected] of Object.entries({ empyrical, quantstats })) {
      for (const [statistic, value] of Object.entries(expected)) {
        // They compound returns and sum in another order; alpha is taken back from a compounded one.
        const tolerance = 1e-11 * Math.max(Math.abs(value), statistic === "alpha" ? 1 : 0);
        const found = values[statistic as StatisticName];
        assertAlmostEquals(found, value, tolerance, `${statistic} of ${library}, ${name}`);
      }
    }
  }
});

Deno.test("periodReturns() agrees with empyrical's monthly and yearly returns", async () => {
  const { cash, curves } = await recorded();
  for (const { time, equity, monthly, yearly } of Object.values(curves)) {
    const output = outputOf({ equity });
    const bars = barsOf(equity, time);
    const months = periodReturns(output, bars, { period: "month", zone: "UTC", cash });
    const years = periodReturns(output, bars, { period: "year", zone: "UTC", cash });
    assertEquals(months.map((row) => [row.year, row.month]), monthly.map((row) => row.slice(0, 2)));
    assertEquals(years.map((row) => [row.year, row.month]), yearly.map(([year]) => [year, null]));
    months.forEach((row, at) => assertAlmostEquals(row.return, monthly[at][2], 1e-13));
    years.forEach((row, at) => assertAlmostEquals(row.return, yearly[at][1], 1e-13));
  }
});

Deno.test("periodReturns() compound to the total return", async () => {
  const { cash, curves } = await recorded();
  for (const { time, equity } of Object.values(curves)) {
    const rows = periodReturns(outputOf({ equity }), barsOf(equity, time), {
      period: "month",
      zone: "Asia/Tokyo",
      cash,
    });
    const growth = rows.reduce((product, row) => product * (1 + row.return), 1);
    assertAlmostEquals(growth, equity[equity.length - 1] / cash, 1e-12);
  }
});

Deno.test("periodReturns() is NaN against equity that is not above 0", () => {
  const bars = barsOf([1, 1, 1], [0, 40 * 86_400_000, 80 * 86_400_000]);
  const rows = periodReturns(outputOf({ equity: [-5, -5, -5] }), bars, {
    period: "month",
    zone: "UTC",
    cash: 100,
  });
  assertEquals(rows.map((row) => row.return), [-5 / 100 - 1, NaN, NaN]);
});
