import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import fc from "fast-check";
import { paramValues } from "../codegen/define/param_values.ts";
import { barsFrom } from "../engine/data/bars_from.ts";
import { runReference } from "../engine/reference/mod.ts";
import { backtest } from "../engine/run/backtest.ts";
import { runCompiled } from "../engine/run/compiled.ts";
import { firstDifference } from "../engine/run/difference.ts";
import { BacktestResult } from "../engine/run/result.ts";
import { hasCosts, scaleCosts } from "../engine/run/scaled_costs.ts";
import { arbitraryRun } from "./fuzz/agree.ts";
import { fieldsOf } from "./stats_runs.ts";

const hold = { name: "hold", long: { enter: true }, size: { units: 10 } } as const;
const bars = barsFrom({
  time: [1, 2, 3].map((day) => Date.UTC(2024, 0, day)),
  close: [10, 10, 12],
}, { priceOnly: true });

Deno.test("costReturns runs again at zero and twice the costs, in both modes", () => {
  const settings = { cash: 1000, commission: { perOrder: 5 }, slippage: { fixed: 0.25 } };
  for (const simMode of ["batch", "event"] as const) {
    const { costReturns, statistics } = backtest(hold, bars, { ...settings, simMode });
    assertEquals(costReturns, [
      { factor: 0, totalReturn: 1020 / 1000 - 1 },
      { factor: 1, totalReturn: 1012.5 / 1000 - 1 },
      { factor: 2, totalReturn: 1005 / 1000 - 1 },
    ]);
    assertEquals(costReturns[1].totalReturn, statistics.totalReturn);
  }
});

Deno.test("costReturns needs no further run where no cost is set, and keeps what it found", () => {
  let runs = 0;
  const atCosts = (): never => {
    runs++;
    throw new Error("ran");
  };
  const free = new BacktestResult(fieldsOf([10, 11], { equity: [100, 110] }, { atCosts }));
  assertEquals(free.costReturns.map(({ totalReturn }) => totalReturn), Array(3).fill(1.1 - 1));
  assertEquals([runs, free.costReturns], [0, free.costReturns]);
  const none = new BacktestResult(fieldsOf([], {}));
  assertEquals(none.toJSON().costs.map(({ total_return: found }) => found), [null, null, null]);
});

Deno.test("toJSON() and toString() have the returns at other costs", () => {
  const result = backtest(hold, bars, { cash: 1000, commission: { perOrder: 5 } });
  assertEquals(result.toJSON().costs.map(({ factor }) => factor), [0, 1, 2]);
  assert(/ {2}Return at no costs +2\.00%$/m.test(result.toString()));
  assertStringIncludes(result.toString(), "Return at 2x costs");
});

Deno.test("runCompiled() with a factor on the costs is a run with such costs, bit for bit", () => {
  const runs = fc.sample(arbitraryRun, { numRuns: 150, seed: 11 });
  let compared = 0;
  for (const { strategy, bars, settings, direction, params: given } of runs) {
    const sides = direction === "SHORT" ? strategy.short : strategy.long;
    if (!hasCosts(settings) || (direction !== "BOTH" && sides === undefined)) continue;
    const params = paramValues(strategy, given);
    for (const costs of [0, 2]) {
      const scaled = { settings: scaleCosts(settings, costs), params, direction };
      const found = runCompiled(strategy, bars, { settings, params, direction, costs });
      assertEquals(firstDifference(found, runCompiled(strategy, bars, scaled)), undefined);
      assertEquals(firstDifference(found, runReference(strategy, bars, scaled)), undefined);
      compared++;
    }
  }
  assert(compared > 100, `${compared} runs`);
});
