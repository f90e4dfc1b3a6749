import { assert, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { column } from "../codegen/define/builders.ts";
import { sma } from "../codegen/define/indicator_builders.ts";
import { DefinitionError } from "../codegen/define/problem.ts";
import { param } from "../codegen/define/param.ts";
import { evaluateColumns } from "../engine/run/columns.ts";
import { arbitraryBars } from "./fuzz/bars.ts";
import { condition, number } from "./fuzz/expressions.ts";
import { handBars } from "./matrix/bars.ts";
import { assertSameBits } from "./matrix/same_run.ts";

Deno.test("evaluateColumns() gives the reference's bits in chunks of any size", () => {
  const property = fc.property(
    fc.array(fc.oneof(number(3), condition(3)), { minLength: 1, maxLength: 3 }),
    arbitraryBars,
    fc.constantFrom(1, 3, 5),
    (expressions, bars, length) => {
      const used = JSON.stringify(expressions).includes('"name":"length"');
      const params = used ? { length } : {};
      const wanted = evaluateColumns(expressions, bars, { params, simMode: "event" });
      for (const chunk of [1, 7, 64, 1000]) {
        const found = evaluateColumns(expressions, bars, { params, chunk });
        found.forEach((values, index) =>
          assertSameBits(
            values,
            wanted[index],
            `${JSON.stringify(expressions[index])} in chunks of ${chunk}`,
          )
        );
      }
    },
  );
  fc.assert(property, { numRuns: 300, seed: 1 });
});

Deno.test("evaluateColumns() blanks look-backs, keeps -0 and evaluates what is static", () => {
  const texts = ["-(close * 0)", "isNaN(close[2])", "close[1]", "2 > 1", "-(0 * n)", "n + 1"];
  const [zero, none, earlier, yes, minus, sum] = evaluateColumns(texts, handBars, {
    params: { n: 2 },
  });
  assert(zero.every((value) => Object.is(value, -0)));
  assert(none.every((value) => value === 0));
  assertEquals([earlier[0], earlier[1]], [NaN, handBars.close[0]]);
  assert(yes.every((value) => value === 1));
  assert(minus.every((value) => Object.is(value, -0)));
  assert(sum.every((value) => value === 3));
});

Deno.test("evaluateColumns() takes no bars and no expressions", () => {
  const empty = { ...handBars, length: 0, close: new Float64Array() };
  const columns = new Map([["close", empty.close]]);
  assertEquals(evaluateColumns(["sma(close, 2)"], { ...empty, columns }), [new Float64Array()]);
  assertEquals(evaluateColumns([], handBars), []);
});

Deno.test("evaluateColumns() lets text name the params of builders, with their limits", () => {
  const mean = sma(column("close"), param("n", 3, { min: 2, integer: true }));
  const both = [mean, "sma(close, n)"];
  const [built, text] = evaluateColumns(both, handBars, { params: { n: 4 } });
  assertEquals(text, built);
  assertThrows(
    () => evaluateColumns(both, handBars, { params: { n: 1 } }),
    DefinitionError,
    "Expected n >= 2 but found 1",
  );
});

Deno.test("evaluateColumns() refuses what it cannot evaluate", () => {
  const cases: [run: () => unknown, message: string][] = [
    [() => evaluateColumns(["smaa(close, 2)", "close +"], handBars), "2 problems"],
    [() => evaluateColumns(["clos > 1"], handBars), 'did you mean "close"?'],
    [() => evaluateColumns(["close[k]"], handBars, { params: { k: -1 } }), "looks ahead"],
    [() => evaluateColumns(["close"], handBars, { params: { n: 1 } }), '(none) but found "n"'],
    [() => evaluateColumns(["close"], handBars, { chunk: 0 }), "chunk: Expected"],
    [() => evaluateColumns(["close"], handBars, { simMode: "x" as "batch" }), "simMode: "],
  ];
  for (const [run, message] of cases) assertThrows(run, DefinitionError, message);
});
