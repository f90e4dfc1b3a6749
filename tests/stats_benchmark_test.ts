import { assertAlmostEquals, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { DefinitionError } from "../codegen/define/problem.ts";
import { barsFrom } from "../engine/data/bars_from.ts";
import { backtest } from "../engine/run/backtest.ts";
import { BacktestResult } from "../engine/run/result.ts";
import { computeStatistics } from "../engine/stats/compute.ts";
import type { Statistics } from "../engine/stats/gather.ts";
import { barsOf, DAY, fieldsOf, outputOf, settingsOf } from "./stats_runs.ts";

function against(closes: readonly number[], equity: readonly number[]): Statistics {
  const settings = settingsOf({ periodsPerYear: 4 });
  return computeStatistics(outputOf({ equity }), barsOf(closes), {
    ...settings,
    benchmark: "close",
  });
}

Deno.test("alpha and beta of an account that holds twice the benchmark are 0 and 2", () => {
  // Returns of the benchmark 10 %, -10 %, 20 %; the first sample has none.
  const { values, reasons } = against([10, 11, 9.9, 11.88], [90, 108, 86.4, 120.96]);
  assertAlmostEquals(values.beta, 2, 1e-12);
  assertAlmostEquals(values.alpha, 0, 1e-12);
  assertEquals(reasons.informationRatio, undefined);
});

Deno.test("alpha is the mean beyond the benchmark, a year; the information ratio sees its deviation", () => {
  // Returns 0.1, 0.3 against -0.1, 0.1: one more by 0.2 each time.
  const { values, reasons } = against([10, 9, 9.9], [100, 110, 143]);
  assertAlmostEquals(values.alpha, 0.8, 1e-12);
  assertAlmostEquals(values.beta, 1, 1e-12);
  assertEquals(reasons.informationRatio, "returns differ from the benchmark's by a constant");
  // Differences 0.1 and 0.3: mean 0.2, deviation 0.1 * sqrt(2), four samples a year.
  const other = against([10, 10, 10], [100, 110, 143]).values.informationRatio;
  assertAlmostEquals(other, 0.2 / (0.1 * Math.SQRT2) * 2, 1e-12);
});

Deno.test("alpha, beta and information ratio are undefined with a reason", () => {
  const names = ["alpha", "beta", "informationRatio"] as const;
  const reasonsOf = ({ reasons }: Statistics): unknown[] => names.map((name) => reasons[name]);
  const alike = (reason: string): string[] => names.map(() => reason);
  const rising = [100, 110, 143];
  const none = computeStatistics(outputOf({ equity: rising }), barsOf(rising), settingsOf());
  assertEquals(reasonsOf(none), alike("no benchmark"));
  assertEquals(reasonsOf(against([], [])), alike("no bars"));
  assertEquals(reasonsOf(against([1, 2], [100, 110])), alike("fewer than three return samples"));
  const gap = "benchmark without a number above 0 at a return sample";
  assertEquals(reasonsOf(against([NaN, 2, 3], rising)), alike(gap));
  assertEquals(reasonsOf(against([1, 0, 3], rising)), alike(gap));
  const ruined = "equity not above 0 at the start of a return sample";
  assertEquals(reasonsOf(against([1, 2, 3, 4], [100, -1, -1, -1])), alike(ruined));
  const still = "returns of the benchmark do not vary";
  assertEquals(reasonsOf(against([10, 10, 10], rising)), [still, still, undefined]);
});

Deno.test("a benchmark is sampled at the samples of the returns", () => {
  const hours = [0, 12, 24, 36, 48, 60, 72, 84].map((hour) => hour / 24 * DAY);
  const equity = [100, 100, 1, 110, 7, 143, 3, 120];
  const closes = [5, 10, 1, 9, 3, 9.9, 4, 12];
  const settings = { ...settingsOf({ periodsPerYear: 4 }), benchmark: "close" };
  const hourly = computeStatistics(outputOf({ equity }), barsOf(closes, hours), settings).values;
  const daily = against([10, 9, 9.9, 12], [100, 110, 143, 120]).values;
  assertEquals([hourly.alpha, hourly.beta], [daily.alpha, daily.beta]);
  assertEquals(hourly.informationRatio, daily.informationRatio);
});

Deno.test("backtest() compares with a column of the bars and refuses another name", () => {
  const time = [1, 2, 3, 4, 5].map((day) => Date.UTC(2024, 0, day));
  const bars = barsFrom({ time, close: [5, 6, 5, 7, 8], spy: [10, 11, 10, 12, 15] }, {
    priceOnly: true,
  });
  const hold = { name: "hold", long: { enter: true } } as const;
  const result = backtest(hold, bars, { benchmark: "spy" });
  assertEquals(Number.isFinite(result.statistics.beta), true);
  assertEquals(result.toJSON().run.benchmark, "spy");
  const error = assertThrows(() => backtest(hold, bars, { benchmark: "spi" }), DefinitionError);
  assertStringIncludes(error.message, "benchmark: Expected a column of the bars (");
  assertStringIncludes(error.message, 'did you mean "spy"?');
});

Deno.test("toString() has a line about the benchmark where there is one", () => {
  const closes = [10, 11, 12, 11];
  const output = { equity: [100, 110, 99, 120] };
  const line = /^Against "close": alpha .*% a year, beta .*, information ratio .*$/m;
  const [without, within] = [{}, { benchmark: "close" }].map((rest) =>
    line.test(new BacktestResult(fieldsOf(closes, output, rest)).toString())
  );
  assertEquals([without, within], [false, true]);
});
