import { assertAlmostEquals, assertEquals } from "@std/assert";
import { computeStatistics } from "../engine/stats/compute.ts";
import type { Statistics } from "../engine/stats/gather.ts";
import { barsOf, outputOf, settingsOf } from "./stats_runs.ts";

type Fill = readonly [index: number, cash: number, quantity: number];

function ofLedger(equity: readonly number[], ledger: readonly Fill[]): Statistics {
  return computeStatistics(outputOf({ equity, ledger }), barsOf([10, 10, 20, 20]), settingsOf());
}

Deno.test("valueExposure is the mean size of the position over equity", () => {
  const equity = [100, 100, 160, 50];
  // Long from bar 1, short from bar 3.
  const { values } = ofLedger(equity, [[1, 40, 6], [3, 170, 0], [3, 150, -5]]);
  assertAlmostEquals(values.valueExposure, (0 + 60 / 100 + 120 / 160 + 100 / 50) / 4, 1e-15);
  assertEquals(ofLedger(equity, []).values.valueExposure, 0);
});

Deno.test("valueExposure reads the last bar of each sample", () => {
  const hours = [0, 1, 24, 25].map((hour) => hour * 3_600_000);
  const output = outputOf({ equity: [100, 100, 100, 100], ledger: [[0, 0, 4], [1, 0, 2]] });
  const { values } = computeStatistics(output, barsOf([10, 10, 20, 25], hours), settingsOf());
  assertAlmostEquals(values.valueExposure, (20 / 100 + 50 / 100) / 2, 1e-15);
});

Deno.test("valueExposure is undefined with a position on equity that is not above 0", () => {
  const { values, reasons } = ofLedger([100, 0, 100, 100], [[1, 0, 1]]);
  assertEquals(values.valueExposure, NaN);
  assertEquals(reasons.valueExposure, "a position while equity was not above 0");
  assertEquals(ofLedger([100, -5, -5, -5], []).values.valueExposure, 0);
});

Deno.test("turnover is the value of all fills over mean equity, per year", () => {
  const equity = [100, 300, 100, 100];
  const trades = [
    { quantity: 2, entryPrice: 10, exitPrice: 20, exitIndex: 2 },
    // Open: its exit price is no fill.
    { quantity: 3, entryPrice: 20, exitPrice: 99, exitIndex: -1 },
  ];
  const bars = barsOf([10, 10, 20, 20]);
  const settings = settingsOf({ periodsPerYear: 252 });
  const { values } = computeStatistics(outputOf({ equity, trades }), bars, settings);
  assertAlmostEquals(values.turnover, (20 + 40 + 60) / 150 * 252 / 4, 1e-12);
});

Deno.test("turnover is undefined where a year or mean equity is", () => {
  const one = computeStatistics(outputOf({ equity: [100] }), barsOf([10]), settingsOf());
  assertEquals(one.reasons.turnover, "fewer than two return samples");
  assertEquals(ofLedger([100, -500, 0, 0], []).reasons.turnover, "mean equity not above 0");
});

Deno.test("financing is what all trades paid for holding, interest what the cash earned", () => {
  const trades = [{ financing: 3 }, { financing: -0.5, exitIndex: -1 }];
  const output = outputOf({ equity: [100], trades, interest: -2 });
  const { values } = computeStatistics(output, barsOf([10]), settingsOf());
  assertEquals([values.financing, values.interest], [2.5, -2]);
});
