import { assertAlmostEquals, assertEquals } from "@std/assert";
import { computeStatistics, prepareStatistics } from "../engine/stats/compute.ts";
import { barsOf, outputOf, settingsOf } from "./stats_runs.ts";

const bars = barsOf([50, 40, 60]);
// Returns 10 %, -10 %, 10 %.
const output = outputOf({ equity: [110, 99, 108.9] });
const quarterly = settingsOf({ periodsPerYear: 4 });

Deno.test("computeStatistics() gives period and account values", () => {
  const { values } = computeStatistics(output, bars, quarterly);
  assertEquals(values.start, Date.UTC(2024, 0, 1));
  assertEquals(values.end, Date.UTC(2024, 0, 3));
  assertEquals(values.bars, 3);
  assertEquals(values.years, 2 / 365.25);
  assertEquals([values.startEquity, values.endEquity, values.peakEquity], [100, 108.9, 110]);
});

Deno.test("computeStatistics() returns match hand computation", () => {
  const { values } = computeStatistics(output, bars, quarterly);
  assertEquals(values.totalReturn, 1.089 - 1);
  assertAlmostEquals(values.annualReturn, 1.089 ** (4 / 3) - 1, 1e-15);
  assertAlmostEquals(values.buyAndHoldReturn, 0.2, 1e-15);
});

Deno.test("computeStatistics() ratios match hand computation", () => {
  const { values } = computeStatistics(output, bars, quarterly);
  const mean = 0.1 / 3;
  const deviation = Math.sqrt((2 * (0.1 - mean) ** 2 + (0.1 + mean) ** 2) / 2);
  const downside = Math.sqrt(0.01 / 3);
  assertAlmostEquals(values.volatility, deviation * 2, 1e-14);
  assertAlmostEquals(values.sharpe, mean / deviation * 2, 1e-14);
  assertAlmostEquals(values.sortino, mean / downside * 2, 1e-14);
  assertAlmostEquals(values.calmar, values.annualReturn / 0.1, 1e-14);
});

Deno.test("computeStatistics() takes the first return against starting cash", () => {
  const flat = outputOf({ equity: [90, 90, 90] });
  const { values } = computeStatistics(flat, bars, quarterly);
  assertAlmostEquals(values.sharpe, (-0.1 / 3) / Math.sqrt(0.01 / 3) * 2, 1e-14);
  assertAlmostEquals(values.maxDrawdown, -0.1, 1e-15);
});

Deno.test("computeStatistics() counts samples per year from the data", () => {
  const counted = computeStatistics(output, bars, settingsOf());
  const given = computeStatistics(output, bars, settingsOf({ periodsPerYear: 365.25 }));
  assertEquals({ ...counted.values }, { ...given.values });
});

Deno.test("prepareStatistics() equals computeStatistics() on every run", () => {
  const measure = prepareStatistics(bars, quarterly);
  for (const equity of [[110, 99, 108.9], [100, 100, 100], [1, 2, 3]]) {
    const run = outputOf({ equity });
    const [found, expected] = [measure(run), computeStatistics(run, bars, quarterly)];
    assertEquals({ ...found.values }, { ...expected.values });
    assertEquals(found.reasons, expected.reasons);
  }
});
