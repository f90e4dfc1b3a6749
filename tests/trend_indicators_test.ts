import { assert, assertEquals, assertThrows } from "@std/assert";
import { adx, ultimate } from "../codegen/define/trend_builders.ts";
import { compileColumns, DefinitionError, strategy } from "../codegen/mod.ts";
import { evaluate } from "../engine/reference/mod.ts";
import { evaluateColumns } from "../engine/run/columns.ts";
import { seededBars } from "./matrix/bars.ts";
import { assertSameBits } from "./matrix/same_run.ts";

Deno.test("ultimate() is 0 once no bar of its spans moved, whatever came before", () => {
  const walk = seededBars(80, 4);
  const stop = (column: Float64Array): Float64Array =>
    column.map((price, t) => t < 40 ? price : walk.close[39]);
  const [open, high, low, close] = [walk.open, walk.high, walk.low, walk.close].map(stop);
  const columns = new Map([...walk.columns, ...Object.entries({ open, high, low, close })]);
  const bars = { ...walk, open, high, low, close, columns };
  const expression = ultimate({ short: 2, medium: 3, long: 5 });
  const found = evaluate(expression, bars, new Map());
  assert(found[43] > 0);
  assertEquals([...found.subarray(44)], Array(36).fill(0));
  assertSameBits(evaluateColumns([expression], bars, { chunk: 7 })[0], found, "compiled");
});

Deno.test("outputs of adx() share their sums", () => {
  const { adx: mean, plusDi, minusDi } = adx(14);
  const { source } = compileColumns([mean, plusDi, minusDi]);
  assertEquals(source.includes("wilderSum3"), true);
  assertEquals(source.includes("wilderSum4"), false);
});

Deno.test("strategy() refuses lengths of ultimate() that do not rise and steps of psar() below 0", () => {
  const refused = (enter: string, message: string): void =>
    void assertThrows(() => strategy({ name: "s", long: { enter } }), DefinitionError, message);
  refused("ultimate(7, 7, 28) > 50", "short < medium < long but found 7, 7 and 28 in ultimate");
  refused("psar(-0.02) < close", "step >= 0 and max >= 0 but found -0.02 and 0.2 in psar");
});
