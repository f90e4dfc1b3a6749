import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import fc from "fast-check";
import { add, close, column, crossOver, gt, lag } from "../codegen/define/builders.ts";
import type { ColumnFill, Expression } from "../codegen/define/expression.ts";
import { showCode } from "../codegen/compile.ts";
import { sma } from "../codegen/define/indicator_builders.ts";
import { DefinitionError } from "../codegen/define/problem.ts";
import { settings } from "../codegen/define/settings.ts";
import { strategy } from "../codegen/define/strategy.ts";
import type { Strategy } from "../codegen/define/types.ts";
import { DataError } from "../engine/data/data_error.ts";
import { backtest } from "../engine/run/backtest.ts";
import { evaluateColumns } from "../engine/run/columns.ts";
import { findLookAhead } from "../engine/run/look_ahead.ts";
import { LookAheadError } from "../scripts/command/look_ahead_error.ts";
import { resultSchema } from "../scripts/schema/result_schema.ts";
import { agree, arbitraryRun } from "./fuzz/agree.ts";
import { handBars, seededBars } from "./matrix/bars.ts";
import { rewritten } from "./matrix/rewritten.ts";
import { assertSameRun } from "./matrix/same_run.ts";

/** The middle of each bar. */
const middle = column("middle", ({ high, low }, out, from, to) => {
  for (let t = from; t < to; t++) out[t] = (high[t] + low[t]) / 2;
});

/** A strategy that reads a column filled by a function. */
function reading(fill: ColumnFill, name = "own"): Strategy {
  return strategy({
    name: "custom",
    long: { enter: gt(column(name, fill), 0) },
    size: { units: 1 },
  });
}

Deno.test("column() with a function is a column in every mode and expression", () => {
  const own = [middle, lag(middle, 2), sma(middle, 2), crossOver(close, middle)];
  const usual = ["(high + low) / 2", "((high + low) / 2)[2]", "sma((high + low) / 2, 2)"];
  for (const simMode of ["batch", "event"] as const) {
    const found = evaluateColumns(own, handBars, { simMode, chunk: 4 });
    assertEquals(found.slice(0, 3), evaluateColumns(usual, handBars));
    assertEquals([...found[3]], [0, 1, 0, 1, 0, 1]);
  }
  const made = strategy({
    name: "middle",
    let: { middle },
    long: { enter: "crossOver(close, middle)", exit: "crossUnder(close, middle)" },
    risk: [{ stopLoss: { price: add(middle, -3) } }],
  });
  const bars = seededBars(200, 4);
  const result = backtest(made, bars, { verify: true });
  assert(result.trades.length > 5);
  assert(result.bars === bars);
  assertEquals(backtest(made, bars, { simMode: "event" }).equity, result.equity);
  assertStringIncludes(showCode(made, settings()), "const computed4 = columns[4];");
});

Deno.test("a custom column with the values of a user column makes the same runs", () => {
  fc.assert(
    fc.property(arbitraryRun, (run) => {
      const copy = column("copy", ({ columns }, out) => out.set(columns.get("u")!));
      const replaced = (expression: Expression): Expression => {
        if (expression.tag === "column" && expression.name === "u") return copy;
        if (expression.tag !== "call") return expression;
        return { ...expression, args: expression.args.map(replaced) };
      };
      const definition = JSON.parse(
        JSON.stringify(rewritten(run.strategy)),
        (_, value) => typeof value?.tag === "string" ? replaced(value) : value,
      );
      const [wanted, found] = [agree(run), agree({ ...run, strategy: strategy(definition) })];
      if (wanted !== undefined) assertSameRun(found!, wanted);
    }),
    { numRuns: 80, seed: 5 },
  );
});

Deno.test("the function of a custom column is called once a run, for all bars", () => {
  const calls: unknown[] = [];
  const made = reading((bars, out, from, to) => {
    calls.push([bars.length, out.every(Number.isNaN), from, to]);
    out.fill(1);
  });
  for (const simMode of ["batch", "event"] as const) {
    backtest(made, handBars, { simMode, verify: true });
  }
  assertEquals(calls, [[6, true, 0, 6], [6, true, 0, 6]]);
});

Deno.test("a strategy with a custom column has no JSON form, and its hash says so", () => {
  const made = strategy({ name: "m", long: { enter: gt(middle, 10) } });
  const error = assertThrows(() => JSON.stringify(made), DefinitionError);
  assertStringIncludes(error.message, 'Cannot write strategy "m" as JSON: 1 problem\n');
  assertStringIncludes(error.message, "column middle: Expected columns of the bars but found a");
  assert(/^[0-9a-f]{16}\+code$/.test(made.hash), made.hash);
  assertEquals(strategy({ name: "n", long: { enter: gt(middle, 10) } }).hash, made.hash);
  const { strategy: { definition, hash } } = backtest(made, handBars).toJSON();
  assertEquals([definition, hash], [null, made.hash]);
  const { pattern } =
    JSON.parse(JSON.stringify(resultSchema())).properties.strategy.properties.hash;
  assert(new RegExp(pattern).test(hash));
});

Deno.test("column() refuses names of the bars, what is no function, and one name for two", () => {
  const refused = (...columns: Expression[]): string =>
    assertThrows(
      () => strategy({ name: "x", long: { enter: gt(columns[0], columns.at(-1)!) } }),
      DefinitionError,
    ).message;
  const fill: ColumnFill = (_bars, out) => void out.fill(1);
  assertStringIncludes(refused(column("close", fill)), "Expected a free name for a custom column");
  assertStringIncludes(refused(column("", fill)), "Expected the name of a column");
  assertStringIncludes(refused(column("x", 3 as never)), 'fills column "x" but found 3');
  const twice = refused(column("x", fill), column("x", (_bars, out) => void out.fill(2)));
  assertStringIncludes(twice, 'column x: Expected one function for column "x" but found several');
  assertThrows(
    () => evaluateColumns([column("x", fill), column("x", () => {})], handBars),
    DefinitionError,
    "found several",
  );
});

Deno.test("what goes wrong in the function of a custom column is told with column and bar", () => {
  const wrong: [ColumnFill, string][] = [
    [
      (_bars, out) => void (out[4] = -Infinity),
      'Cannot fill column "own", 1 problem:\n  Row 4 (1970-01-05T00:00:00.000Z), column own: found -Infinity, ' +
      "expected a finite number or NaN",
    ],
    [
      () => {
        throw new RangeError("out of luck");
      },
      'Column own: found "RangeError: out of luck", expected no error from its function',
    ],
    [
      (() => [1, 2]) as never,
      'found "a function that returns a list", expected one that writes into out',
    ],
    [(async () => {}) as never, "a function that returns a promise"],
    [
      (_bars, out) => void structuredClone(out, { transfer: [out.buffer as ArrayBuffer] }),
      'found "0 values", expected the 6 of out',
    ],
  ];
  for (const [fill, message] of wrong) {
    for (const simMode of ["batch", "event"] as const) {
      const error = assertThrows(() => backtest(reading(fill), handBars, { simMode }), DataError);
      assertStringIncludes(error.message, message);
    }
  }
  const all = assertThrows(
    () => backtest(reading((_bars, out) => void out.fill(Infinity)), seededBars(40, 1)),
    DataError,
  );
  assertEquals([all.count, all.problems.length], [40, 10]);
  const { cause } = assertThrows(() => backtest(reading(wrong[1][0]), handBars), DataError);
  assert(cause instanceof RangeError);
});

Deno.test("findLookAhead() names the custom column that looks ahead, and its first bar", () => {
  const bars = seededBars(60, 3);
  const ahead: ColumnFill = ({ close }, out, from, to) => {
    for (let t = from; t < to; t++) out[t] = close[Math.min(t + 3, close.length - 1)] - close[t];
  };
  const found = findLookAhead(reading(ahead, "tomorrow"), bars, { lengths: [50, 20, 40] });
  assertEquals([found?.field, found?.bar, found?.bars], ['column "tomorrow"', 17, 20]);
  assertStringIncludes(
    new LookAheadError(found!, bars).message,
    'Looks ahead at bar 17 (1970-01-18T00:00:00.000Z): column "tomorrow" is ',
  );
  const honest = strategy({ name: "m", long: { enter: gt(close, middle) } });
  assertEquals(findLookAhead(honest, bars, { lengths: [50, 20, 40] }), undefined);
});
