import { assert, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import type { Bars } from "../engine/data/bars.ts";
import { barsFrom } from "../engine/data/bars_from.ts";
import { barsOf } from "../engine/data/bars_of.ts";
import { DataError } from "../engine/data/data_error.ts";
import { panelFrom } from "../engine/data/panel_from.ts";
import { timeUnion } from "../engine/data/time_union.ts";
import { arbitraryAssets, assertSameColumns, assertSamePanel, barsAt } from "./panel_cases.ts";

fc.configureGlobal({ seed: 1 });

const day = 86_400_000;

Deno.test("panelFrom() puts assets that list late, end early or have holes on one axis", () => {
  const panel = panelFrom({
    A: barsAt("A", [1, 2, 3, 4]),
    L: barsAt("L", [3, 4]),
    E: barsAt("E", [1, 2]),
    H: barsAt("H", [1, 5]),
  });
  assertEquals([...panel.symbols], ["A", "L", "E", "H"]);
  assertEquals([panel.length, panel.assets], [5, 4]);
  assertEquals([...panel.time], [1, 2, 3, 4, 5].map((t) => t * day));
  // deno-fmt-ignore
  assertEquals([...panel.present], [
    1, 0, 1, 1,
    1, 0, 1, 0,
    1, 1, 0, 0,
    1, 1, 0, 0,
    0, 0, 0, 1,
  ]);
  // deno-fmt-ignore
  assertEquals([...panel.volume], [
    10, NaN, 10, 10,
    20, NaN, 20, NaN,
    30, 30, NaN, NaN,
    40, 40, NaN, NaN,
    NaN, NaN, NaN, 50,
  ]);
  assertEquals(panel.close[2 * 4 + 1], "L".charCodeAt(0) + 1.03);
  assert(Object.isFrozen(panel) && Object.isFrozen(panel.symbols));
});

Deno.test("panelFrom() knows symbols by index and indices by symbol", () => {
  const panel = panelFrom({ B: barsAt("B", [1]), A: barsAt("A", [1]) });
  assertEquals(panel.symbols.map(panel.indexOf), [0, 1]);
  for (const symbol of ["", "C", "b", "__proto__"]) assertEquals(panel.indexOf(symbol), -1);
});

Deno.test("panelFrom() and barsOf() give the bars back bit for bit", () => {
  fc.assert(fc.property(arbitraryAssets, (assets) => {
    const panel = panelFrom(assets);
    for (const bars of assets) assertSameColumns(barsOf(panel, bars.symbol), bars);
  }));
});

Deno.test("panelFrom() has a moment for every time and a 1 for every bar, elsewhere NaN", () => {
  fc.assert(fc.property(arbitraryAssets, (assets) => {
    const panel = panelFrom(assets);
    const times = [...new Set(assets.flatMap(({ time }) => [...time]))].sort((a, b) => a - b);
    assertEquals([...panel.time], times);
    for (let t = 0; t < panel.length; t++) {
      for (let a = 0; a < panel.assets; a++) {
        const cell = t * panel.assets + a;
        const has = assets[a].time.includes(times[t]);
        assertEquals(panel.present[cell], has ? 1 : 0);
        if (!has) assert([...panel.columns.values()].every((column) => Number.isNaN(column[cell])));
      }
    }
  }));
});

Deno.test("panelFrom() keeps the order given, in which nothing else changes", () => {
  fc.assert(fc.property(arbitraryAssets, (assets) => {
    const [panel, back] = [panelFrom(assets), panelFrom([...assets].reverse())];
    assertEquals([...back.symbols], [...panel.symbols].reverse());
    assertEquals(back.time, panel.time);
    for (const { symbol } of assets) {
      assertSameColumns(barsOf(back, symbol), barsOf(panel, symbol));
    }
  }));
  const bars = ["10", "9"].map((symbol) => barsAt(symbol, [1]));
  assertEquals([...panelFrom(bars).symbols], ["10", "9"]);
  assertSamePanel(panelFrom(new Map(bars.map((b) => [b.symbol, b]))), panelFrom(bars));
});

Deno.test("panelFrom() takes no assets, no bars, one asset, one bar", () => {
  const none = panelFrom({});
  assertEquals([none.length, none.assets, none.close.length], [0, 0, 0]);
  assertEquals([...none.columns.keys()], ["open", "high", "low", "close", "volume"]);
  const empty = panelFrom({ A: barsAt("A", []), B: barsAt("B", [7]) });
  assertEquals([[...empty.present], barsOf(empty, "A").length], [[0, 1], 0]);
  const one = barsAt("A", [1, 2, 9]);
  assertSameColumns(panelFrom({ A: one }), one);
  assertSameColumns(panelFrom({ A: barsAt("A", [1]) }), barsAt("A", [1]));
});

Deno.test("panelFrom() fills columns that an asset lacks with NaN", () => {
  const time = [day, 2 * day];
  const source = { time, close: [10, 11] };
  const panel = panelFrom({
    A: barsFrom({ ...source, rank: [1, 2] }, { priceOnly: true }),
    B: barsFrom({ ...source, score: [3, 4] }, { priceOnly: true }),
  });
  assertEquals([...panel.columns.keys()].slice(4), ["volume", "rank", "score"]);
  assertEquals([...panel.columns.get("rank") ?? []], [1, NaN, 2, NaN]);
  assertEquals([...barsOf(panel, "A").columns.get("score") ?? []], [NaN, NaN]);
});

Deno.test("panelFrom() copies, and records what it is told of closes", () => {
  const bars = barsAt("A", [1, 2]);
  const panel = panelFrom({ A: bars });
  assert(panel.close.buffer !== bars.close.buffer);
  assertEquals(panel.priceOnly, false);
  assertEquals(panelFrom({ A: bars }, { priceOnly: true, from: new Date(2 * day) }).length, 1);
  assertEquals(panelFrom({ A: bars }, { priceOnly: true }).priceOnly, true);
});

Deno.test("panelFrom() tells the problems of all assets", () => {
  const [a, b] = [barsAt("A", [1, 2, 3]), barsAt("B", [1, 2, 3])];
  a.high[1] = 1;
  b.close[2] = NaN;
  b.volume[0] = Infinity;
  const error: DataError = assertThrows(() => panelFrom({ A: a, B: b }), DataError);
  assertEquals(error.count, 3);
  assertEquals(error.problems.map(({ symbol, row, column }) => [symbol, row, column]), [
    ["A", 1, "high"],
    ["B", 2, "close"],
    ["B", 0, "volume"],
  ]);
  assertEquals(
    error.message.split("\n")[1],
    '  Symbol "A", row 1 (1970-01-03T00:00:00.000Z), column high: found 1, expected at least close 66.02',
  );
  const worst = barsAt("C", Array.from({ length: 20 }, (_, day) => day));
  worst.close.fill(-1);
  const all: DataError = assertThrows(
    () => panelFrom({ A: a, B: b, C: worst, D: worst }),
    DataError,
  );
  assertEquals([all.count, all.problems.length], [43, 10]);
});

Deno.test("panelFrom() refuses symbols that are none", () => {
  const bars = barsAt("A", [1]);
  const refused: [Parameters<typeof panelFrom>[0], string][] = [
    [{ "": bars }, 'Row 0, column symbol: found "", expected a symbol'],
    [{ " ": bars }, "expected a symbol"],
    [{ ["A".repeat(101)]: bars }, "expected at most 100 characters"],
    [[bars, bars], 'Row 1, column symbol: found "A", expected another symbol than in row 0'],
    [Array.from({ length: 100_001 }, (_, i) => ({ ...bars, symbol: `${i}` })), "100,000 symbols"],
    [{ A: { time: [1], close: [1] } as unknown as Bars }, 'Symbol "A": found "object", expected'],
  ];
  for (const [source, message] of refused) {
    assertThrows(() => panelFrom(source), DataError, message);
  }
});

Deno.test("timeUnion() is the sorted set of all times, whatever their order", () => {
  const columns = fc.array(fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 80 }), {
    maxLength: 4,
  });
  fc.assert(fc.property(columns, (lists) => {
    const wanted = [...new Set(lists.flat())].sort((a, b) => a - b);
    assertEquals([...timeUnion(lists.map((list) => Float64Array.from(list)))], wanted);
  }));
});
