import { assert, assertEquals, assertThrows } from "@std/assert";
import { DefinitionError } from "../codegen/define/problem.ts";
import { settings } from "../codegen/define/settings.ts";
import { strategy } from "../codegen/define/strategy.ts";
import { compile } from "../codegen/compile.ts";
import { evaluateColumns } from "../engine/run/columns.ts";
import type { Bars } from "../engine/data/bars.ts";
import { handBars, seededBars } from "./matrix/bars.ts";
import { assertSameBits } from "./matrix/same_run.ts";

/** The values of a text on bars, the same by both engines and in chunks. */
function values(text: string, bars: Bars = handBars, params = {}): number[] {
  const [wanted] = evaluateColumns([text], bars, { params, simMode: "event" });
  for (const chunk of [1, 4, 1000]) {
    const [found] = evaluateColumns([text], bars, { params, chunk });
    assertSameBits(found, wanted, `${text} in chunks of ${chunk}`);
  }
  return [...wanted];
}

const none = NaN;

Deno.test("valueWhen() keeps the last values at the condition's bars, k of them by a parameter", () => {
  assertEquals(values("valueWhen(u > 0, close)"), [10, 10, 10, 14, 14, 16]);
  assertEquals(values("valueWhen(u > 0, close, 0)"), [10, 10, 10, 14, 14, 16]);
  assertEquals(
    values("valueWhen(u > 0, close, k)", handBars, { k: 2 }),
    [none, none, none, none, none, 10],
  );
  assertEquals(values("valueWhen(isNaN(u), u)"), [none, none, none, none, none, none]);
  assertEquals(values("valueWhen(u > 0, close, 100000000)"), Array(6).fill(none));
});

Deno.test("valueWhen() shares one kernel between values of k", () => {
  const made = strategy({
    name: "pivot",
    params: { k: 3 },
    long: { enter: "close > valueWhen(close > open, high, k)" },
  });
  const { rings } = compile(made, settings());
  assertEquals([rings(new Map([["k", 3]]), 99), rings(new Map([["k", 500]]), 99)], [[4], [101]]);
});

Deno.test("cum() takes a gap as nothing and begins again where it is reset, on a gap too", () => {
  assertEquals(values("cum(u)"), [1, -1, none, 2, 1, 3]);
  assertEquals(values("cum(u, isNaN(u))"), [1, -1, none, 3, 2, 4]);
  assertEquals(values("cum(close, true)"), [10, 12, 11, 14, 13, 16]);
  assertEquals(values("cum(1)"), [1, 2, 3, 4, 5, 6]);
});

Deno.test("highestSince() begins again on each bar of the condition and leaves gaps out", () => {
  assertEquals(values("highestSince(u < 0, -close)"), [none, -12, -11, -11, -13, -13]);
  assertEquals(values("highestSince(close > 12, u)"), [none, none, none, 3, -1, 2]);
  assertEquals(values("highestSince(false, close)"), Array(6).fill(none));
});

Deno.test("stateful operators count from the look-back of their parts", () => {
  // The condition is true from bar 1 on; what it was before the mean of three exists does not count.
  assertEquals(values("barsSince(close[1] == 10)"), [none, 0, 1, 2, 3, 4]);
  assertEquals(
    values("highestSince(close[1] == 10, sma(close, 3))"),
    Array(6).fill(none),
  );
  assertEquals(values("cum(sma(close, 3) * 3)"), [none, none, 33, 70, 108, 151]);
  // In warm-up the negation is not true yet.
  assertEquals(values("barsSince(!(sma(close, 3) > 12))"), [none, none, 0, 1, 2, 3]);
  assertEquals(values("cum(nz(close[2], 5))"), [none, none, 10, 22, 33, 47]);
});

Deno.test("stateful operators nest and read each other's earlier values", () => {
  const bars = seededBars(200, 9);
  for (
    const text of [
      "sma(barsSince(crossOver(close, sma(close, 5))), 4)",
      "highestSince(newDay(), valueWhen(rising(close, 2), high, 3))[2]",
      "cum(u, barsSince(close > open) == 2) - cum(u)",
      "lowestSince(crossUnder(cum(u), 0), barsSince(u > 0))",
      "valueWhen(barsSince(u < 0) > valueWhen(u > 1, u, 2) - 1, close, 5)",
    ]
  ) assert(values(text, bars).some((value) => value > 0), text);
});

Deno.test("valueWhen() refuses a k that is no whole number >= 0", () => {
  for (const k of ["-1", "1.5", "close"]) {
    const definition = { name: "k", long: { enter: `valueWhen(true, close, ${k}) > 1` } };
    assertThrows(() => strategy(definition), DefinitionError, "as k of valueWhen");
  }
});
