import { assertEquals } from "@std/assert";
import { close } from "../codegen/define/builders.ts";
import type { Expression } from "../codegen/define/expression.ts";
import { ad, mfi, obv, vwma } from "../codegen/define/volume_builders.ts";
import type { Bars } from "../engine/data/bars.ts";
import { evaluate } from "../engine/reference/mod.ts";
import { evaluateColumns } from "../engine/run/columns.ts";
import { generator, seededBars } from "./matrix/bars.ts";
import { assertSameBits } from "./matrix/same_run.ts";

const n = 5;

/** Walking bars whose volumes are fractions, from bar 60 on those given. */
function barsEnding(volumeAt: (t: number) => number): Bars {
  const bars = seededBars(80, 2);
  const random = generator(3);
  const volume = bars.volume.map((_, t) => t < 60 ? 1000 * random() + 0.1 : volumeAt(t));
  return { ...bars, volume, columns: new Map([...bars.columns, ["volume", volume]]) };
}

/** The values of an expression, on which both engines agree. */
function values(expression: Expression, bars: Bars): Float64Array {
  const wanted = evaluate(expression, bars, new Map());
  assertSameBits(evaluateColumns([expression], bars, { chunk: 7 })[0], wanted, "compiled");
  return wanted;
}

Deno.test("vwma() is NaN and mfi() 0 once n bars had no volume, whatever came before", () => {
  const bars = barsEnding(() => 0);
  const [mean, index] = [values(vwma(close, n), bars), values(mfi(n), bars)];
  assertEquals(mean.findLastIndex((value) => !Number.isNaN(value)), 60 + n - 2);
  assertEquals([...index.subarray(60 + n - 1)], Array(80 - 60 - n + 1).fill(0));
});

Deno.test("a missing volume makes the windows of vwma() and mfi() that hold it NaN, and no other", () => {
  const bars = barsEnding((t) => t === 65 ? NaN : t);
  for (const expression of [vwma(close, n), mfi(n)]) {
    const gaps = [...values(expression, bars)].flatMap((value, t) =>
      t >= n && Number.isNaN(value) ? [t] : []
    );
    assertEquals(gaps, [65, 66, 67, 68, 69]);
  }
});

Deno.test("obv() and ad() are NaN on a bar without volume and go on after it as if it had none", () => {
  const missing = barsEnding((t) => t === 65 ? NaN : t);
  const none = barsEnding((t) => t === 65 ? 0 : t);
  for (const expression of [obv(), ad()]) {
    const wanted = values(expression, none).with(65, NaN);
    assertSameBits(values(expression, missing), wanted, "after the gap");
  }
});
