import { assert, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { DataError } from "../engine/data/data_error.ts";
import { panelFrom } from "../engine/data/panel_from.ts";
import { type PanelArrays, panelFromArrays } from "../engine/data/panel_from_arrays.ts";
import { arbitraryAssets, assertSamePanel } from "./panel_cases.ts";

fc.configureGlobal({ seed: 1 });

const day = 86_400_000;

/** Two assets at three moments, of which the second asset misses the first. */
function soundArrays(): PanelArrays & { readonly close: Float64Array } {
  const column = (price: number): Float64Array =>
    Float64Array.of(price, NaN, price, price, price, price);
  return {
    symbols: ["A", "B"],
    time: Float64Array.of(day, 2 * day, 3 * day),
    open: column(10),
    high: column(12),
    low: column(9),
    close: column(11),
    volume: column(100),
    columns: { rank: column(1) },
  };
}

Deno.test("panelFromArrays() takes arrays as they are", () => {
  const arrays = soundArrays();
  const panel = panelFromArrays(arrays);
  assert(panel.time === arrays.time && panel.close === arrays.close);
  assert(panel.volume === arrays.volume && panel.columns.get("low") === arrays.low);
  assertEquals([...panel.present], [1, 0, 1, 1, 1, 1]);
  assertEquals([...panel.columns.keys()], ["open", "high", "low", "close", "volume", "rank"]);
  const present = panel.present.slice();
  assert(panelFromArrays({ ...arrays, present }).present === present);
});

Deno.test("panelFromArrays() makes a panel again of all but its function", () => {
  fc.assert(fc.property(arbitraryAssets, (assets) => {
    const panel = panelFrom(assets);
    const { indexOf: _, ...arrays } = panel;
    assertSamePanel(panelFromArrays(structuredClone(arrays)), panel);
    assertSamePanel(panelFromArrays(panel), panel);
  }));
});

Deno.test("panelFromArrays() keeps shared arrays shared, with what it adds to them", () => {
  const close = new Float64Array(new SharedArrayBuffer(16));
  close.set([10, NaN]);
  const panel = panelFromArrays({ symbols: ["A", "B"], time: [0], close, priceOnly: true });
  assert(panel.close === close && panel.priceOnly);
  for (const { buffer } of [panel.present, ...panel.columns.values()]) {
    assert(buffer instanceof SharedArrayBuffer);
  }
  assertEquals([...panel.open, ...panel.volume], [10, NaN, NaN, NaN]);
});

Deno.test("panelFromArrays() copies what is no column of fixed length", () => {
  const growing = new Float64Array(new ArrayBuffer(16, { maxByteLength: 32 }));
  growing.set([10, 20]);
  for (const close of [[10, 20], Float32Array.of(10, 20), growing]) {
    const panel = panelFromArrays({
      symbols: ["A", "B"],
      time: ["2001-03-05"],
      close,
      priceOnly: true,
    });
    assertEquals(panel.close, Float64Array.of(10, 20));
    assert(!(panel.close.buffer as ArrayBuffer).resizable);
    assertEquals([...panel.time], [Date.UTC(2001, 2, 5)]);
  }
  const missing = panelFromArrays({ symbols: ["A"], time: [0], close: [null], priceOnly: true });
  assertEquals([...missing.present], [0]);
});

Deno.test("panelFromArrays() finds any one broken cell", () => {
  const broken: [string, number[]][] = [
    ["open", [NaN, Infinity, 0, -1, 12.01, 8.99]],
    ["high", [NaN, Infinity, 0, -1, 10.99]],
    ["low", [NaN, Infinity, 0, -1, 10.01]],
    ["close", [NaN, Infinity, -Infinity, 0, -1, 12.01, 8.99]],
    ["volume", [Infinity, -Infinity]],
    ["rank", [Infinity, -Infinity]],
  ];
  for (const [name, values] of broken) {
    for (const value of values) {
      const arrays = soundArrays();
      const column = (arrays as unknown as Record<string, Float64Array>)[name] ??
        (arrays.columns as Record<string, Float64Array>).rank;
      column[3] = value;
      const error: DataError = assertThrows(() => panelFromArrays(arrays), DataError);
      const [{ symbol, row, time }] = error.problems;
      assertEquals([error.count, symbol, row, time], [1, "B", 1, 2 * day], `${name} ${value}`);
    }
  }
});

Deno.test("panelFromArrays() wants NaN where an asset has no bar", () => {
  const present = Uint8Array.of(1, 0, 1, 1, 1, 1);
  const message = (change: (arrays: Record<string, Float64Array>) => void): string => {
    const arrays = { ...soundArrays(), present: present.slice() };
    change(arrays as unknown as Record<string, Float64Array>);
    return assertThrows(() => panelFromArrays(arrays), DataError).message;
  };
  const noBar = "expected NaN, as the asset has no bar here";
  const where = 'Symbol "B", row 0 (1970-01-02T00:00:00.000Z), column';
  assert(message(({ volume }) => volume[1] = 0).includes(`${where} volume: found 0, ${noBar}`));
  assert(message(({ open }) => open[1] = 5).includes(`${where} open: found 5, ${noBar}`));
  assert(message(({ close }) => close[1] = 5).includes(`${where} close: found 5, ${noBar}`));
  assert(message((arrays) => arrays.present[1] = 1).includes(`${where} open: found NaN`));
  assert(message((arrays) => arrays.present[1] = 2).includes(`${where} present: found 2`));
  assert(message((arrays) => arrays.present[0] = 0).includes('"A", row 0'));
});

Deno.test("panelFromArrays() refuses what does not fit together", () => {
  const close = [10, 20];
  const base = { symbols: ["A", "B"], time: [0], close, priceOnly: true };
  const refused: [object, string][] = [
    [{ close: [1] }, "Column close: found 1, expected 2 values, 1 times by 2 symbols"],
    [{ present: new Uint8Array(3) }, "Column present: found 3"],
    [{ columns: { rank: [1, 2, 3] } }, "Column rank: found 3"],
    [{ symbols: ["A", "A"] }, "expected another symbol than in row 0"],
    [{ symbols: ["A", ""] }, "expected a symbol"],
    [{ symbols: ["A", 7] }, 'found "7", expected a text'],
    [{ symbols: "AB" }, 'Column symbols: found "string", expected an array'],
    [{ time: undefined }, 'Column time: found "undefined", expected an array'],
    [{ priceOnly: false }, "or the option priceOnly: true"],
    [{ close: undefined }, "expected also columns open, high, low, close"],
    [{ close: [1, "x"] }, 'Symbol "B", row 0, column close: found "x"'],
    [{ time: ["05/03/2001"] }, 'Row 0, column time: found "05/03/2001"'],
    [{ time: [NaN] }, "Row 0, column time: found NaN"],
    [{ time: [1, 1], close: [1, 2, 3, 4] }, "expected a time after 1970-01-01T00:00:00.001Z"],
  ];
  for (const [change, message] of refused) {
    const arrays = { ...base, ...change } as PanelArrays;
    assertThrows(() => panelFromArrays(arrays), DataError, message);
  }
});

Deno.test("panelFromArrays() takes no moments, no assets, and moments without a bar", () => {
  const none = { close: [], priceOnly: true };
  assertEquals(panelFromArrays({ ...none, symbols: ["A"], time: [] }).assets, 1);
  assertEquals(panelFromArrays({ ...none, symbols: [], time: [1, 2] }).length, 2);
  const empty = panelFromArrays({ symbols: ["A"], time: [1, 2], close: [NaN, 3], priceOnly: true });
  assertEquals([empty.length, ...empty.present], [2, 0, 1]);
});
