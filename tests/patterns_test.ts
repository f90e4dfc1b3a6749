import { assertEquals } from "@std/assert";
import type { Bars } from "../engine/data/bars.ts";
import { evaluateColumns } from "../engine/run/columns.ts";
import { handBars, seededBars } from "./matrix/bars.ts";
import { assertSameBits } from "./matrix/same_run.ts";

function withColumn(values: readonly number[]): Bars {
  const bars = seededBars(values.length, 1);
  return { ...bars, columns: new Map([...bars.columns, ["v", Float64Array.from(values)]]) };
}

/** Bars of one candle each: open, high, low, close. */
function candles(...rows: readonly (readonly [number, number, number, number])[]): Bars {
  const columns = ["open", "high", "low", "close"].map((name, column) =>
    [name, Float64Array.from(rows, (row) => row[column])] as const
  );
  const named = Object.fromEntries(columns);
  return { ...seededBars(rows.length, 1), ...named, columns: new Map(columns) };
}

/** Values of an expression in both engines, which must be the same. */
function valuesOf(expression: string, bars: Bars, params = {}): number[] {
  const [found] = evaluateColumns([expression], bars, { params, chunk: 2 });
  const [wanted] = evaluateColumns([expression], bars, { params, simMode: "event" });
  assertSameBits(found, wanted, expression);
  return [...found];
}

Deno.test("pivotHigh() and pivotLow() want every other value beaten, and no gap", () => {
  const none = NaN;
  const peaks = withColumn([1, 3, 2, 3, 3, 1, 4, NaN, 9, 2, Infinity, 1, 5, 1]);
  assertEquals(
    valuesOf("pivotHigh(v, 1, 1)", peaks),
    [none, none, 3, none, none, none, none, none, none, none, none, none, none, 5],
  );
  assertEquals(valuesOf("pivotHigh(v, 2, 1)", peaks), Array(14).fill(none));
  const troughs = withColumn([3, 1, 2, 2, 4, 0, 0, 5, 1, 6]);
  assertEquals(
    valuesOf("pivotLow(v, 1, 1)", troughs),
    [none, none, 1, none, none, none, none, none, none, 1],
  );
});

Deno.test("engulfing bodies may share one end, not both, and need a body before", () => {
  const shared = candles([12, 12, 11, 11], [11, 13, 11, 13], [12, 12, 11, 11], [11, 12, 11, 12]);
  assertEquals(valuesOf("bullishEngulfing()", shared), [0, 1, 0, 0]);
  const down = candles([11, 12, 11, 12], [12, 12, 10, 10], [10, 10, 10, 10], [11, 11, 9, 9]);
  assertEquals(valuesOf("bearishEngulfing()", down), [0, 1, 0, 0]);
});

Deno.test("a bar without a range is a doji, and neither hammer nor shooting star", () => {
  const flat = candles([10, 10, 10, 10]);
  assertEquals(valuesOf("doji()", flat), [1]);
  assertEquals(valuesOf("hammer()", flat), [0]);
  assertEquals(valuesOf("shootingStar()", flat), [0]);
});

Deno.test("hammer() and shootingStar() take a candle without a body but with one shadow", () => {
  const both = candles([10, 10, 8, 10], [10, 12, 10, 10], [10, 12, 8, 10]);
  assertEquals(valuesOf("hammer()", both), [1, 0, 0]);
  assertEquals(valuesOf("shootingStar()", both), [0, 1, 0]);
});

Deno.test("doji() with a parameter of 0 for n is doji() without one", () => {
  assertEquals(valuesOf("doji(0.5, n)", handBars, { n: 0 }), valuesOf("doji(0.5)", handBars));
  assertEquals(valuesOf("doji(0.5, n)", handBars, { n: 2 }), valuesOf("doji(0.5, 2)", handBars));
});
