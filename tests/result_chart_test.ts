import { assert, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { chart } from "../engine/run/chart.ts";

const plot = (values: readonly number[], width: number, height: number): string[] =>
  chart(Float64Array.from(values), { width, height, label: "x" }).split("\n").slice(1);

Deno.test("chart() prints extremes in the unit at the axis", () => {
  const text = chart(Float64Array.of(0, -0.25, 0), {
    width: 3,
    height: 2,
    label: "drawdown",
    unit: "fraction",
  });
  assertEquals(text, "drawdown\n  0.00% ┤▀██\n-25.00% ┤ ██");
});

Deno.test("chart() loses no extreme of a long curve", () => {
  const values = Array.from({ length: 10_000 }, () => 5);
  values[3333] = 9;
  values[7777] = 1;
  const lines = plot(values, 40, 5);
  assert(lines[0].startsWith("9.00 ┤") && lines[4].startsWith("1.00 ┤"));
  assertEquals(lines[0].indexOf("█"), "9.00 ┤".length + 13);
  assertEquals(lines[4].indexOf("█"), "1.00 ┤".length + 31);
});

Deno.test("chart() passes over what is not finite", () => {
  assertEquals(plot([NaN, 1, Infinity, 2], 4, 1), ["2.00 ┤ ▄▄█"]);
  assertEquals(plot([NaN], 5, 3), ["(no values)"]);
  assertEquals(plot([], 5, 3), ["(no values)"]);
});

Deno.test("chart() of a constant is one line", () => {
  assertEquals(plot([7, 7, 7], 3, 4), ["7.00 ┤▄▄▄"]);
});

Deno.test("chart() refuses sizes that are not whole and positive", () => {
  assertThrows(
    () => plot([1], 0, 3),
    RangeError,
    "width of a chart to be an integer greater than 0",
  );
  assertThrows(() => plot([1], 3, 1.5), RangeError, "height");
});

Deno.test("chart() stays inside its frame and fills top and bottom", () => {
  fc.assert(fc.property(
    fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 2, maxLength: 60 }),
    fc.integer({ min: 1, max: 30 }),
    fc.integer({ min: 2, max: 6 }),
    (values, width, height) => {
      fc.pre(Math.max(...values) > Math.min(...values));
      const lines = plot(values, width, height).map((line) => line.slice(line.indexOf("┤") + 1));
      assertEquals(lines.length, height);
      assert(lines.every((line) => line.length <= width));
      assert(/[█▀]/.test(lines[0]) && /[█▄]/.test(lines[height - 1]));
      // Every character column shows something, and without a hole.
      for (let at = 0; at < Math.min(width, values.length); at++) {
        const column = lines.map((line) => line[at] ?? " ").join("");
        assert(/^ *[▄█]?█*[▀█]? *$|^ *▀ *$/.test(column) && column.trim() !== "", column);
      }
    },
  ));
});
