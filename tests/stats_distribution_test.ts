import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import fc from "fast-check";
import { computeStatistics } from "../engine/stats/compute.ts";
import type { Statistics } from "../engine/stats/gather.ts";
import { normalShare } from "../engine/stats/normal.ts";
import { quantile } from "../engine/stats/quantile.ts";
import { minTrackRecord, probabilisticSharpe } from "../engine/stats/track_record.ts";
import { barsOf, outputOf, settingsOf } from "./stats_runs.ts";

function ofReturns(returns: readonly number[]): Statistics {
  let value = 100;
  const equity = returns.map((change) => value *= 1 + change);
  const bars = barsOf(equity.map(() => 10));
  return computeStatistics(outputOf({ equity }), bars, settingsOf({ periodsPerYear: 252 }));
}

Deno.test("normalShare() agrees with SciPy's norm.cdf", () => {
  const recorded: readonly (readonly [number, number])[] = [
    [-38, 0],
    [-20, 2.7536241186061556e-89],
    [-7.5, 3.1908916729108844e-14],
    [-7, 1.279812543885835e-12],
    [-3, 0.0013498980316300933],
    [-1, 0.15865525393145707],
    [-0.1, 0.460172162722971],
    [0, 0.5],
    [0.1, 0.539827837277029],
    [1.5, 0.9331927987311419],
    [5, 0.9999997133484281],
  ];
  for (const [x, share] of recorded) {
    assertAlmostEquals(normalShare(x), share, 1e-15, String(x));
  }
});

Deno.test("probabilisticSharpe() takes raw kurtosis, as published", () => {
  const paper = { sharpe: 0.458, count: 24, skew: -2.448, kurtosis: 7.164 };
  assertAlmostEquals(probabilisticSharpe(paper), 0.913, 5e-4);
  assertAlmostEquals(probabilisticSharpe({ ...paper, skew: 0, kurtosis: 0 }), 0.982, 5e-4);
  // The example of the same authors' deflated ratio, whose benchmark is the best of 100 trials; with excess for raw kurtosis 0.9018 would come out.
  const deflated = {
    sharpe: 2.5 / Math.sqrt(250),
    benchmark: 0.11317200186513214,
    count: 1250,
    skew: -3,
    kurtosis: 7,
  };
  assertAlmostEquals(probabilisticSharpe(deflated), 0.9004, 5e-5);
});

Deno.test("minTrackRecord() is where probabilisticSharpe() is 95 %", () => {
  const moments = fc.record({
    sharpe: fc.double({ min: 0.01, max: 2, noNaN: true }),
    skew: fc.double({ min: -3, max: 0, noNaN: true }),
    kurtosis: fc.double({ min: 0, max: 20, noNaN: true }),
  });
  fc.assert(fc.property(moments, (estimate) => {
    const count = minTrackRecord({ ...estimate, count: NaN });
    assertAlmostEquals(probabilisticSharpe({ ...estimate, count }), 0.95, 1e-12);
  }));
  assertEquals(minTrackRecord({ sharpe: 0, skew: 0, kurtosis: 0, count: 9 }), NaN);
});

Deno.test("quantile() of one value is that value, and the ends are the extremes", () => {
  assertEquals(quantile(Float64Array.of(7), 0.05), 7);
  const sorted = Float64Array.of(1, 3, 8);
  assertEquals([quantile(sorted, 0), quantile(sorted, 0.25), quantile(sorted, 1)], [1, 2, 8]);
});

Deno.test("quantiles of returns lie between ranks, and the tail mean takes whole samples", () => {
  // 41 returns from -0.20 to 0.20: positions 2 and 38.
  const returns = Array.from({ length: 41 }, (_, k) => ((k * 17) % 41 - 20) / 100);
  const { values } = ofReturns(returns);
  assertAlmostEquals(values.valueAtRisk, -0.18, 1e-14);
  assertAlmostEquals(values.conditionalValueAtRisk, -0.19, 1e-14);
  assertAlmostEquals(values.tailRatio, 1, 1e-13);
  assertAlmostEquals(values.skew, 0, 1e-13);
});

Deno.test("minTrackRecord is in years of samples", () => {
  const { values } = ofReturns([0.02, -0.01, 0.03, 0, 0.01, -0.02]);
  const estimate = {
    sharpe: values.sharpe / Math.sqrt(252),
    count: 6,
    skew: values.skew,
    kurtosis: values.kurtosis,
  };
  assertAlmostEquals(values.minTrackRecord, minTrackRecord(estimate) / 252, 1e-12);
  assertAlmostEquals(values.probabilisticSharpe, probabilisticSharpe(estimate), 1e-14);
});

Deno.test("the distribution names what it lacks", () => {
  const one = ofReturns([0.1]).reasons;
  assertEquals([one.skew, one.valueAtRisk], Array(2).fill("fewer than two return samples"));
  assertEquals(ofReturns([0.1, 0.2]).reasons.skew, "fewer than three return samples");
  const three = ofReturns([0.1, -0.1, 0.2]);
  assertEquals(three.reasons.kurtosis, "fewer than four return samples");
  assertEquals(three.reasons.probabilisticSharpe, "fewer than four return samples");
  assert(Number.isFinite(three.values.skew));
  const flat = ofReturns([0, 0, 0, 0, 0]);
  assertEquals(flat.reasons.probabilisticSharpe, "returns do not vary");
  assertEquals(flat.reasons.tailRatio, "no loss at the 5 % quantile of returns");
  assertEquals([flat.values.valueAtRisk, flat.values.conditionalValueAtRisk], [0, 0]);
  const falling = ofReturns([-0.1, 0.05, -0.1, 0.02, -0.03]);
  assertEquals(falling.reasons.minTrackRecord, "mean return not above 0");
  assert(falling.values.probabilisticSharpe < 0.5);
  const ruined = ofReturns([-1, 0, 0, 0, 0]).reasons;
  assertEquals(ruined.skew, "equity not above 0 at the start of a return sample");
});
