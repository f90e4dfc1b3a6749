import { assert } from "@std/assert";
import { settings } from "../codegen/define/settings.ts";
import { strategy } from "../codegen/define/strategy.ts";
import type { Bars } from "../engine/data/bars.ts";
import { runReference } from "../engine/reference/mod.ts";
import { runCompiled } from "../engine/run/compiled.ts";
import type { RunOutput } from "../engine/run/output.ts";
import { type TextCase, textCases } from "./kernel_text/definitions.ts";
import { seededBars } from "./matrix/bars.ts";
import { assertSameBits, assertSameRun } from "./matrix/same_run.ts";

/** Bars of half an hour over two changes of the clock in New York, with the columns that the definitions read. */
const bars = ((): Bars => {
  const made = seededBars(1200, 9);
  const column = (of: (t: number) => number): Float64Array =>
    Float64Array.from(made.time, (_, t) => of(t));
  const time = column((t) => Date.UTC(2012, 9, 28) + t * 1_800_000);
  const volume = column((t) => t % 23 === 0 ? NaN : t % 17 === 0 ? 0 : 500 + t % 700);
  const columns = new Map([
    ...made.columns,
    ["volume", volume],
    ["a b", made.columns.get("u")!],
    ["funding", column((t) => t % 16 === 0 ? 1e-4 : NaN)],
  ]);
  return { ...made, time, volume, columns };
})();

function firstBars(length: number): Bars {
  const cut = (column: Float64Array): Float64Array => column.subarray(0, length);
  const columns = new Map([...bars.columns].map(([name, column]) => [name, cut(column)]));
  const { open, high, low, close, volume } = Object.fromEntries(columns);
  return { ...bars, length, time: cut(bars.time), open, high, low, close, volume, columns };
}

function compiled({ strategy: written, settings: of, direction = "BOTH" }: TextCase, {
  on = bars,
  chunk,
}: { readonly on?: Bars; readonly chunk: number }): RunOutput {
  return runCompiled(strategy(written), on, { settings: settings(of), direction, chunk });
}

for (const [name, given] of Object.entries(textCases)) {
  Deno.test(`runCompiled() of ${name} is the reference's run, in chunks of any size`, () => {
    const { direction = "BOTH" } = given;
    const options = { settings: settings(given.settings), direction };
    const reference = runReference(strategy(given.strategy), bars, options);
    assert(reference.trades.count > 0, "no trade");
    for (const chunk of [1, 7, 64, 1000, 5000]) {
      assertSameRun(compiled(given, { chunk }), reference, `in chunks of ${chunk}`);
    }
  });
}

Deno.test("runs of every kept definition on the first bars are the beginning of the whole run", () => {
  for (const [name, given] of Object.entries(textCases)) {
    if (given.settings?.execution?.atEnd === "close") continue;
    const whole = compiled(given, { chunk: 1000 });
    for (const length of [1, 111, 500, 1199]) {
      const part = compiled(given, { on: firstBars(length), chunk: 50 });
      const where = `${name} on ${length} bars`;
      assertSameBits(part.equity, whole.equity.slice(0, length), where);
      const { count } = part.ledger;
      for (const key of ["index", "cash", "quantity"] as const) {
        const [found, wanted] = [part, whole].map(({ ledger }) =>
          Float64Array.from(ledger[key].subarray(0, count))
        );
        assertSameBits(found, wanted, `${key} of ${where}`);
      }
      const next = whole.ledger.count > count ? whole.ledger.index[count] : Infinity;
      assert(next >= length, `${where}: a fill is missing`);
    }
  }
});
