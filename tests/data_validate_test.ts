import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import * as fc from "fast-check";
import type { Bars } from "../engine/data/bars.ts";
import { DataError } from "../engine/data/data_error.ts";
import { makeBars } from "../engine/data/make_bars.ts";
import { validateBars } from "../engine/data/validate.ts";

fc.configureGlobal({ seed: 1 });

const day = 86_400_000;

/** Sound bars of which one cell may then be changed. */
function soundBars(length: number): Bars {
  const filled = (value: number): Float64Array => new Float64Array(length).fill(value);
  return makeBars({
    symbol: "",
    time: Float64Array.from({ length }, (_, i) => i * day),
    columns: new Map(Object.entries({
      open: filled(10),
      high: filled(12),
      low: filled(9),
      close: filled(11),
      volume: filled(100),
      rank: filled(1),
    })),
  });
}

function errorOf(bars: Bars): DataError {
  return assertThrows(() => validateBars(bars), DataError);
}

Deno.test("validateBars() accepts sound bars, none, and NaN in volume and user columns", () => {
  validateBars(soundBars(0));
  const bars = soundBars(3);
  bars.volume[1] = NaN;
  bars.columns.get("rank")?.fill(NaN);
  validateBars(bars);
  for (const name of ["open", "high", "low", "close"]) bars.columns.get(name)?.fill(5);
  validateBars(bars);
});

Deno.test("validateBars() names row, time, column, value and what was expected", () => {
  const bars = soundBars(20);
  bars.high[17] = 10.5;
  const error = errorOf(bars);
  assertEquals(error.problems, [
    { row: 17, time: 17 * day, column: "high", value: 10.5, expected: "at least close 11" },
  ]);
  assertEquals(
    error.message,
    "Cannot use the bars, 1 problem:\n" +
      "  Row 17 (1970-01-18T00:00:00.000Z), column high: found 10.5, expected at least close 11",
  );
});

Deno.test("validateBars() finds any one broken cell", () => {
  const broken: [string, number[]][] = [
    ["time", [NaN, Infinity, -Infinity, 1e16, -2 * day]],
    ["open", [NaN, Infinity, 0, -1, 12.01, 8.99]],
    ["high", [NaN, Infinity, 0, -1, 10.99]],
    ["low", [NaN, Infinity, 0, -1, 10.01]],
    ["close", [NaN, Infinity, -Infinity, 0, -1, 12.01, 8.99]],
    ["volume", [Infinity, -Infinity]],
    ["rank", [Infinity, -Infinity]],
  ];
  const cells = broken.flatMap(([name, values]) => values.map((value) => ({ name, value })));
  fc.assert(fc.property(
    fc.constantFrom(...cells),
    fc.integer({ min: 1, max: 8 }),
    ({ name, value }, row) => {
      const bars = soundBars(10);
      (name === "time" ? bars.time : bars.columns.get(name) ?? bars.time)[row] = value;
      const error = errorOf(bars);
      assert(error.problems.every((problem) => problem.row === row));
      assert(error.problems.every((problem) => problem.expected !== ""));
    },
  ));
});

Deno.test("validateBars() wants times that increase", () => {
  const bars = soundBars(3);
  bars.time[2] = day;
  assertStringIncludes(
    errorOf(bars).message,
    "Row 2 (1970-01-02T00:00:00.000Z), column time: found 1970-01-02T00:00:00.000Z, " +
      "expected a time after 1970-01-02T00:00:00.000Z",
  );
});

Deno.test("validateBars() lists ten problems and counts all", () => {
  const bars = soundBars(50);
  bars.close.fill(-1);
  const { count, problems, message } = errorOf(bars);
  assertEquals([count, problems.length], [50, 10]);
  assertStringIncludes(message, "Cannot use the bars, 50 problems, the first 10:");
  assertEquals(message.split("\n").length, 11);
});

Deno.test("validateBars() wants columns of one length", () => {
  const bars = { ...soundBars(3), length: 4 };
  assertStringIncludes(errorOf(bars).message, "Column time: found 3, expected 4 values, one a bar");
});
