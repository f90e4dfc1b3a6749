import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { computeStatistics } from "../engine/stats/compute.ts";
import type { Statistics } from "../engine/stats/gather.ts";
import { statistics as registry } from "../engine/stats/registry.ts";
import { barsOf, outputOf, settingsOf } from "./stats_runs.ts";

function ofEquity(equity: readonly number[], periodsPerYear = 252): Statistics {
  const bars = barsOf(equity.map(() => 10));
  return computeStatistics(outputOf({ equity }), bars, settingsOf({ periodsPerYear }));
}

Deno.test("computeStatistics() without bars gives counts, cash and reasons", () => {
  const { values, reasons } = ofEquity([]);
  assertEquals([values.bars, values.trades, values.fees], [0, 0, 0]);
  assertEquals([values.startEquity, values.endEquity, values.peakEquity], [100, 100, 100]);
  for (const name of ["start", "years", "totalReturn", "sharpe", "maxDrawdown"] as const) {
    assertEquals([values[name], reasons[name]], [NaN, "no bars"]);
  }
});

Deno.test("computeStatistics() of one bar has no ratios", () => {
  const { values, reasons } = ofEquity([101], 0);
  assertEquals(reasons.sharpe, "fewer than two return samples");
  assertEquals(reasons.annualReturn, "fewer than two return samples");
  assertEquals([values.years, values.maxDrawdown], [0, 0]);
});

Deno.test("computeStatistics() of a flat account has no ratios of risk", () => {
  const { values, reasons } = ofEquity([100, 100, 100]);
  assertEquals([values.volatility, values.maxDrawdown, values.totalReturn], [0, 0, 0]);
  assertEquals(reasons.sharpe, "returns do not vary");
  assertEquals(reasons.sortino, "no negative return");
  assertEquals(reasons.calmar, "no drawdown");
  assertEquals(reasons.omega, "no negative return");
  assertEquals([reasons.recoveryFactor, reasons.averageDrawdown], Array(2).fill("no drawdown"));
  assertEquals(values.ulcerIndex, 0);
  assertEquals(reasons.maxDrawdownStart, "no drawdown");
});

Deno.test("computeStatistics() takes equal growth for no variation, rounding aside", () => {
  const { values, reasons } = ofEquity([101, 102.01, 103.0301, 104.060401, 105.10100501]);
  assertEquals(values.volatility, 0);
  assertEquals(reasons.sharpe, "returns do not vary");
});

Deno.test("computeStatistics() of a ruined account has no ratios", () => {
  const { values, reasons } = ofEquity([50, -10, -10]);
  assertEquals(reasons.volatility, "equity not above 0 at the start of a return sample");
  assertEquals(reasons.annualReturn, "final equity below 0");
  assertEquals(reasons.calmar, "final equity below 0");
  assertEquals(values.maxDrawdown, -10 / 100 - 1);
});

Deno.test("computeStatistics() of an account lost to the cent has an annual return of -100 %", () => {
  assertEquals(ofEquity([50, 0]).values.annualReturn, -1);
});

Deno.test("computeStatistics() reports an overflow instead of infinity", () => {
  const bars = barsOf([1, 1], [0, 60_000]);
  const settings = settingsOf({ returns: "bar" });
  const { values, reasons } = computeStatistics(outputOf({ equity: [100, 200] }), bars, settings);
  assertEquals(values.annualReturn, NaN);
  assertEquals(reasons.annualReturn, "beyond the range of numbers");
});

Deno.test("computeStatistics() gives a finite value or a reason, never both", () => {
  fc.assert(fc.property(
    fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { maxLength: 20 }),
    fc.integer({ min: 0, max: 300 }),
    (equity, periodsPerYear) => {
      const { values, reasons } = ofEquity(equity, periodsPerYear);
      for (const { name, undefinedWhen } of registry.values()) {
        assertEquals(Number.isFinite(values[name]), reasons[name] === undefined, name);
        if (undefinedWhen === "") assert(Number.isFinite(values[name]), name);
      }
    },
  ));
});
