import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { BacktestResult } from "../engine/run/result.ts";
import { computeStatistics } from "../engine/stats/compute.ts";
import { type Rolling, rollingStatistics } from "../engine/stats/rolling.ts";
import { barsOf, DAY, fieldsOf, outputOf, settingsOf } from "./stats_runs.ts";

const settings = settingsOf({ periodsPerYear: 252 });

function rollingOf(equity: readonly number[], window: number): Rolling {
  return rollingStatistics(outputOf({ equity }), barsOf(equity), { ...settings, window });
}

Deno.test("rollingStatistics() are those of a run on the window alone", () => {
  const equities = fc.array(fc.double({ min: 1, max: 1e4, noNaN: true }), { maxLength: 25 });
  fc.assert(fc.property(equities, fc.integer({ min: 2, max: 8 }), (equity, window) => {
    const found = rollingOf(equity, window);
    assertEquals(found.index.length, equity.length);
    for (let k = 0; k < equity.length; k++) {
      const from = k + 1 - window;
      const names = ["volatility", "sharpe", "drawdown"] as const;
      if (from < 0) {
        assertEquals(names.map((name) => found[name][k]), [NaN, NaN, NaN]);
        continue;
      }
      const part = equity.slice(from, k + 1);
      const cash = from === 0 ? settings.cash : equity[from - 1];
      const { values } = computeStatistics(outputOf({ equity: part }), barsOf(part), {
        ...settings,
        cash,
      });
      const scale = Math.max(1, values.volatility);
      assertAlmostEquals(found.volatility[k], values.volatility, 1e-12 * scale);
      assertEquals(found.drawdown[k], values.maxDrawdown);
      // A ratio to almost nothing is as exact as that.
      if (values.volatility > 1e-6) {
        assertAlmostEquals(
          found.sharpe[k] * values.volatility,
          values.sharpe * values.volatility,
          1e-9 * scale,
        );
      }
    }
  }));
});

Deno.test("rollingStatistics() is NaN while the window holds a return against equity not above 0", () => {
  const { volatility, sharpe, drawdown } = rollingOf([110, -1, 5, 6, 7, 6], 2);
  for (const column of [volatility, sharpe, drawdown]) {
    assertEquals([...column].map(Number.isFinite), [false, true, false, false, true, true]);
  }
  assertEquals(drawdown[1], -1 / 110 - 1);
});

Deno.test("rollingStatistics() has no Sharpe ratio where returns do not vary", () => {
  const { volatility, sharpe, drawdown } = rollingOf([100, 100, 100, 101], 3);
  assertEquals([...volatility.subarray(0, 3)], [NaN, NaN, 0]);
  assertEquals([...sharpe].map(Number.isFinite), [false, false, false, true]);
  assertEquals([...drawdown], [NaN, NaN, 0, 0]);
});

Deno.test("rolling() stands at the samples of the returns", () => {
  const hours = Array.from({ length: 6 }, (_, t) => t * DAY / 2);
  const equity = [1, 100, 2, 110, 3, 99];
  const output = outputOf({ equity });
  const result = new BacktestResult(fieldsOf(equity, {}, { output, bars: barsOf(equity, hours) }));
  const { window, index, time, drawdown } = result.rolling({ window: 2 });
  assertEquals([window, [...index]], [2, [1, 3, 5]]);
  assertEquals([...time], [hours[1], hours[3], hours[5]]);
  assertEquals([...drawdown], [NaN, 0, 99 / 110 - 1]);
});

Deno.test("rolling() takes windows longer than the run and refuses what is no window", () => {
  const result = new BacktestResult(fieldsOf([10, 11], {}));
  assert(result.rolling({ window: 1e9 }).sharpe.every(Number.isNaN));
  assertEquals(new BacktestResult(fieldsOf([], {})).rolling({ window: 2 }).time.length, 0);
  for (const window of [1, 2.5, NaN, Infinity]) {
    assertThrows(() => result.rolling({ window }), RangeError, `but found ${window}`);
  }
});
