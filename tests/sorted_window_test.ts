import { assert, assertEquals } from "@std/assert";
import type { Bars } from "../engine/data/bars.ts";
import { evaluateColumns } from "../engine/run/columns.ts";
import { runCompiled } from "../engine/run/compiled.ts";
import { firstDifference } from "../engine/run/difference.ts";
import { runReference } from "../engine/reference/mod.ts";
import { settings } from "../codegen/define/settings.ts";
import { strategy } from "../codegen/define/strategy.ts";
import { generator, seededBars } from "./matrix/bars.ts";
import { assertSameBits } from "./matrix/same_run.ts";

/** Bars whose column `u` has many equal values, both zeros, and gaps of every kind. */
function withTies(length: number): Bars {
  const bars = seededBars(length, 3);
  const random = generator(4);
  const gaps = [NaN, Infinity, -Infinity];
  const u = Float64Array.from({ length }, () => {
    if (random() < 0.002) return gaps[Math.floor(3 * random())];
    return Math.round(12 * (random() - 0.5)) * (random() < 0.5 ? 0.1 : 1);
  });
  return { ...bars, columns: new Map([...bars.columns, ["u", u]]) };
}

const bars = withTies(1500);
const expressions = ["close", "u", "high - close", "-(u * 0)"].flatMap((x) => [
  `median(${x}, n)`,
  `percentRank(${x}, n)`,
]);

Deno.test("median() and percentRank() of windows of any length have the reference's bits", () => {
  for (const n of [1, 2, 3, 59, 60, 61, 62, 300, 1500, 2000]) {
    const params = { n };
    const wanted = evaluateColumns(expressions, bars, { params, simMode: "event" });
    for (const chunk of [1, 97, 8192]) {
      const found = evaluateColumns(expressions, bars, { params, chunk });
      found.forEach((values, index) =>
        assertSameBits(values, wanted[index], `${expressions[index]}, n = ${n}, chunk ${chunk}`)
      );
    }
    assertEquals(wanted[0].some((value) => value > 0), n <= bars.length, `n = ${n}`);
  }
});

Deno.test("median() takes -0 for 0 and skips no gap", () => {
  const u = Float64Array.of(-0, -0, 1, NaN, 2, 3, Infinity, 4, 5);
  const own = { ...seededBars(9, 1), columns: new Map([["u", u]]) };
  const [middle, rank] = evaluateColumns(["median(u, 2)", "percentRank(u, 1)"], own);
  assertSameBits(middle, Float64Array.of(NaN, 0, 0.5, NaN, NaN, 2.5, NaN, NaN, 4.5), "median");
  assertEquals(rank, Float64Array.of(NaN, 100, 100, NaN, NaN, 100, NaN, NaN, 100));
});

Deno.test("a strategy with sorted windows and kept series runs the same in chunks of any size", () => {
  const made = strategy({
    name: "ranks",
    long: {
      enter: "percentRank(rsi(close, 5), 300) > 80 && close > median(sma(close, 3), 20)",
      exit: "percentRank(rsi(close, 5)[4], 300) < 40",
    },
    size: { units: "median(high - low, 9)" },
  });
  const plain = settings();
  const wanted = runReference(made, bars, { settings: plain });
  assert(wanted.trades.count > 5);
  for (const chunk of [1, 64, 8192]) {
    const output = runCompiled(made, bars, { settings: plain, chunk });
    assertEquals(firstDifference(output, wanted), undefined, `chunks of ${chunk}`);
  }
});
