import { assert, assertEquals, assertMatch, assertNotEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { barsOf } from "../engine/data/bars_of.ts";
import { digestPanel } from "../engine/data/digest.ts";
import { panelFrom } from "../engine/data/panel_from.ts";
import { panelFromArrays } from "../engine/data/panel_from_arrays.ts";
import { sliceBars } from "../engine/data/slice.ts";
import { slicePanel } from "../engine/data/slice_panel.ts";
import { arbitraryAssets, assertSameColumns, assertSamePanel, barsAt } from "./panel_cases.ts";

fc.configureGlobal({ seed: 1 });

const assets = [barsAt("A", [1, 2, 3, 4]), barsAt("L", [3, 5]), barsAt("E", [1, 2])];
const panel = panelFrom(assets);

Deno.test("slicePanel() takes of every asset the bars that sliceBars() takes", () => {
  const bound = fc.integer({ min: 0, max: 17 });
  fc.assert(fc.property(arbitraryAssets, bound, bound, (assets, a, b) => {
    const span = { from: Math.min(a, b), to: Math.max(a, b) };
    const slice = slicePanel(panelFrom(assets), span);
    assert(slice.time.every((time) => span.from <= time && time < span.to));
    for (const bars of assets) {
      assertSameColumns(barsOf(slice, bars.symbol), sliceBars(bars, span));
    }
  }));
});

Deno.test("slicePanel() shares the buffers of a span", () => {
  const slice = slicePanel(panel, { from: "1970-01-03", to: "1970-01-04" });
  assertEquals([slice.length, slice.assets, slice.indexOf("E")], [2, 3, 2]);
  assertEquals([...slice.present], [1, 0, 1, 1, 1, 0]);
  assert(slice.high.buffer === panel.high.buffer && slice.present.buffer === panel.present.buffer);
  assert(slicePanel(panel, {}) === panel);
  assertSamePanel(panelFromArrays(slice), slice);
});

Deno.test("slicePanel() of symbols is the panel of these assets alone", () => {
  fc.assert(fc.property(arbitraryAssets, fc.nat(31), (assets, chosen) => {
    const some = assets.filter((_, i) => (chosen >> i) % 2 === 1).reverse();
    if (some.length === 0) return;
    const symbols = some.map(({ symbol }) => symbol);
    assertSamePanel(slicePanel(panelFrom(assets), { symbols }), panelFrom(some));
  }));
  assertEquals(slicePanel(panel, { symbols: [] }).length, 0);
  const last = slicePanel(panel, { symbols: ["E", "L"], from: "1970-01-04" });
  assertEquals([[...last.symbols], [...last.present]], [["E", "L"], [0, 1, 0, 1]]);
});

Deno.test("slicePanel() and barsOf() refuse what the panel has not", () => {
  const refused: [Parameters<typeof slicePanel>[1], string][] = [
    [{ from: "05/03/2001" }, "Cannot use from"],
    [{ from: 2, to: 1 }, "Cannot slice a panel: found from 2, expected a time not after to 1"],
    [{ symbols: ["A", "X"] }, 'found symbol "X", expected different ones of its 3: A, L, E'],
    [{ symbols: ["A", "A"] }, 'found symbol "A" twice'],
  ];
  for (const [options, message] of refused) {
    assertThrows(() => slicePanel(panel, options), RangeError, message);
  }
  assertThrows(() => barsOf(panel, "X"), RangeError, 'Cannot take the bars of "X"');
});

Deno.test("digestPanel() minds symbols, their order, times and every column", () => {
  const digest = digestPanel(panel);
  assertMatch(digest, /^[0-9a-f]{16}$/);
  assertEquals(digestPanel(panelFrom(assets)), digest);
  assertEquals(digestPanel(slicePanel(panel, { from: 0 })), digest);
  const [a, l, e] = assets;
  assertNotEquals(digestPanel(panelFrom([l, a, e])), digest);
  assertNotEquals(digestPanel(panelFrom({ A: a, L: l, F: e })), digest);
  assertNotEquals(digestPanel(panelFrom([a, l, barsAt("E", [1, 3])])), digest);
  const [row, column] = [["A", "B"], ["AB"]].map((symbols) =>
    digestPanel(panelFromArrays({
      symbols,
      time: symbols.length === 2 ? [0] : [0, 1],
      close: [1, 2],
      priceOnly: true,
    }))
  );
  assertNotEquals(row, column);
  for (const [, values] of panel.columns) {
    const before = values[0];
    values[0] += 1;
    assertNotEquals(digestPanel(panel), digest);
    values[0] = before;
  }
});

Deno.test("digestPanel() stays the same from version to version", () => {
  assertEquals(digestPanel(panelFrom([barsAt("A", [1]), barsAt("B", [2])])), "3d2792f7d4854899");
});
