import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import fc from "fast-check";
import { backtest } from "../engine/run/backtest.ts";
import { curves } from "../engine/run/curves.ts";
import { barsOf, outputOf } from "./stats_runs.ts";

Deno.test("curves() holds the last ledger row of a bar from there on", () => {
  const closes = [10, 12, 10, 8];
  const output = outputOf({
    equity: [100, 104, 100, 104],
    ledger: [[1, 80, 2], [3, 96, 0], [3, 120, -2]],
  });
  const found = curves(output, barsOf(closes), { cash: 100 });
  assertEquals([...found.cash], [100, 80, 80, 120]);
  assertEquals([...found.exposure], [0, 24 / 104, 0.2, -16 / 104]);
  assertEquals([...found.drawdown], [0, 0, 100 / 104 - 1, 0]);
});

Deno.test("curves() is flat after ruin, without division by zero", () => {
  const output = outputOf({ equity: [-5, -5], ledger: [[0, 0, 10], [0, -5, 0]] });
  const found = curves(output, barsOf([1, 1]), { cash: 100 });
  assertEquals([...found.exposure], [0, 0]);
  assertEquals([...found.drawdown], [-1.05, -1.05]);
});

Deno.test("curves() cash and exposure add up to the equity", () => {
  const fill = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: -5, max: 5 }));
  const closes = [10, 11, 9, 14, 8, 8, 12, 13, 7, 10];
  fc.assert(fc.property(fc.array(fill, { maxLength: 8 }), (fills) => {
    let cash = 1000;
    let held = 0;
    const ledger = fills.toSorted(([a], [b]) => a - b).map(([index, quantity]) => {
      cash -= quantity * closes[index];
      held += quantity;
      return [index, cash, held] as const;
    });
    const equity = closes.map((close, t) => {
      const [, money, units] = ledger.findLast(([index]) => index <= t) ?? [0, 1000, 0];
      return money + units * close;
    });
    const found = curves(outputOf({ equity, ledger }), barsOf(closes), { cash: 1000 });
    equity.forEach((value, t) => {
      assertAlmostEquals(found.cash[t] + found.exposure[t] * value, value, 1e-9);
      assert(found.drawdown[t] <= 0);
    });
  }));
});

Deno.test("curves() has in its cash what was earned and paid between fills", () => {
  const definition = { name: "down", short: { enter: "true" }, size: 1 };
  const financing = { interest: 0.365, borrow: 0.73 };
  const { curves, equity, output } = backtest(definition, barsOf([10, 10, 10]), { financing });
  assertEquals([...curves.cash], [...equity].map((value, t) => value + [0, 10, 10][t]));
  assert(output.interest > 0 && curves.cash[2] !== curves.cash[1]);
});
