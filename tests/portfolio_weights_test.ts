import { assert, assertEquals, assertRejects, assertThrows } from "@std/assert";
import fc from "fast-check";
import { DataError } from "../engine/data/data_error.ts";
import {
  parseWeights,
  readWeights,
  type WeightsOptions,
} from "../engine/portfolio/read_weights.ts";
import { type TargetPlan, targetPlan } from "../engine/portfolio/target_plan.ts";

fc.configureGlobal({ seed: 1 });

const day = 86_400_000;
const first = Date.UTC(2024, 0, 29); // Monday
const time = Float64Array.from({ length: 5 }, (_, t) => first + t * day);
const panel = { symbols: ["AAPL", "MSFT", "LOW"], time, length: 5 };

/** What a plan wants, by bar. */
function rowsOf(plan: TargetPlan): Record<number, number[]> {
  return Object.fromEntries(Array.from(plan.bars, (bar) => [bar, [...plan.weightsAt(bar)]]));
}

function parsed(text: string, options: WeightsOptions = {}): Record<number, number[]> {
  return rowsOf(parseWeights(text, panel, options));
}

const long = "time,symbol,weight\n" +
  "2024-01-30,MSFT,0.25\n2024-01-29,AAPL,0.5\n2024-01-29,LOW,-0.5\n2024-02-01,AAPL,\n";
const wide = "time,LOW,AAPL\n2024-01-29,-0.5,0.5\n2024-02-01,NA,null\n2024-02-02,0,1\n";

Deno.test("parseWeights() reads long files in any order; what is not named is left alone", () => {
  assertEquals(parsed(long), { 0: [0.5, NaN, -0.5], 1: [NaN, 0.25, NaN] });
  assertEquals(parsed(long, { missing: "close" }), {
    0: [0.5, 0, -0.5],
    1: [0, 0.25, 0],
    3: [0, 0, 0],
  });
});

Deno.test("parseWeights() reads wide files with columns in any order", () => {
  assertEquals(parsed(wide), { 0: [0.5, NaN, -0.5], 4: [1, NaN, 0] });
  assertEquals(parsed(wide, { missing: "close" })[3], [0, 0, 0]);
});

Deno.test("parseWeights() reads the same from every form of file", () => {
  for (const text of [long, wide]) {
    const forms = {
      "byte order mark": `\ufeff${text}`,
      "CRLF": text.replaceAll("\n", "\r\n"),
      "blank lines": `\n${text.replaceAll("\n", "\n\n")}`,
      "semicolons": text.replaceAll(",", ";"),
      "spaces": text.replaceAll(",", " , "),
      "quotes": text.replace(/[^,\n]+/g, '"$&"'),
      "other names": text.replace("time", "Date").replace("symbol", "Ticker"),
      "unnamed time": text.replace("time", ""),
      "times of day": text.replaceAll(/(-\d\d),/g, "$1T00:00:00Z,"),
    };
    for (const [form, given] of Object.entries(forms)) {
      assertEquals(parsed(given), parsed(text), form);
    }
  }
  assertEquals(parsed("time,symbol,weight\n"), {});
});

Deno.test("parseWeights() takes the rows of a span and the bars of a calendar", () => {
  assertEquals(Object.keys(parsed(long, { from: "2024-01-30" })), ["1"]);
  assertEquals(Object.keys(parsed(long, { to: "2024-01-29" })), ["0"]);
  assertEquals(Object.keys(parsed(wide, { calendar: { every: 4 } })), ["0", "4"]);
  assertEquals(Object.keys(parsed(wide, { calendar: { on: "weekly" } })), ["0"]);
  // Rows before the panel's first bar are an error unless they are left out.
  const early = `${wide}2023-01-01,1,1\n`;
  assertThrows(() => parsed(early), DataError, "the time of a bar");
  assertEquals(parsed(early, { from: "2024-01-29" }), parsed(wide));
});

/** Asserts that a text is refused with these words, and gives the error. */
function refused(text: string, words: string, options: WeightsOptions = {}): DataError {
  const error = assertThrows(() => parsed(text, options), DataError);
  assert(error.message.includes(words), `${error.message}\n\nlacks ${words}`);
  return error;
}

Deno.test("parseWeights() refuses headers that name no symbols of the panel", () => {
  const { message } = refused(
    "date,AAPL,MSTF\n2024-01-29,1,1\n",
    "Cannot read the weights, 1 problem",
  );
  assertEquals(
    message.split("\n  ")[1],
    'Line 1, column MSTF: found "MSTF", expected a symbol of the panel (AAPL, MSFT, LOW); ' +
      'did you mean "MSFT"?',
  );
  refused("date,AAPL,aapl\n", 'found "aapl", expected a symbol of the panel');
  refused("date,AAPL,AAPL\n", 'found "AAPL", expected one column for each symbol');
  refused("AAPL,MSFT\n", "expected also a column time or date");
  refused("date\n2024-01-29\n", "expected also columns symbol and weight, or a column a symbol");
  refused("time,symbol,weight,note\n", 'found "note", expected time, symbol and weight only');
  refused("", "expected a header such as time,symbol,weight");
});

Deno.test("parseWeights() refuses cells with their lines, times and columns", () => {
  const { message, count } = refused(
    "time,symbol,weight\n\n2024-01-29,AAPL,5%\n2024-01-29,TSLA,1\n2024-02-30,AAPL,1\n" +
      "2024-01-29,MSFT,1\n2024-01-29,MSFT,1\n2024-01-29T12:00,LOW,1\n2024-01-30,LOW\n" +
      "2024-01-30,LOW,1e999\n2024-01-31,LOW,Infinity\n",
    "Cannot read the weights, 8 problems:",
  );
  assertEquals(count, 8);
  const lines = message.split("\n  ").slice(1);
  const wanted = [
    'Line 3 (2024-01-29T00:00:00.000Z), column weight: found "5%", expected a share of equity',
    'Line 4 (2024-01-29T00:00:00.000Z), column symbol: found "TSLA", expected a symbol of the panel',
    'Line 5, column time: found "2024-02-30", expected a date and time of day that exist',
    'Line 7 (2024-01-29T00:00:00.000Z), column symbol: found "MSFT", expected one weight for each',
    'Line 8 (2024-01-29T12:00:00.000Z), column time: found "2024-01-29T12:00", expected the time ' +
    "of a bar, the bar before is at 2024-01-29T00:00:00.000Z, the one after at 2024-01-30T00:00",
    "Line 9: found 2, expected 3 cells, as in the header",
    'Line 10 (2024-01-30T00:00:00.000Z), column weight: found "1e999", expected a share of equity',
    'Line 11 (2024-01-31T00:00:00.000Z), column weight: found "Infinity", expected a share',
  ];
  assertEquals(lines.map((line, k) => line.slice(0, wanted[k].length)), wanted);
});

Deno.test("parseWeights() refuses two rows of one time, and times beyond the panel", () => {
  refused(
    "date,AAPL\n2024-01-29,1\n2024-01-29,1\n",
    'Line 3 (2024-01-29T00:00:00.000Z), column date: found "2024-01-29", expected one row for each',
  );
  refused("date,AAPL\n2024-02-09,1\n", "the bar before is at 2024-02-02T00:00:00.000Z");
  refused("date,AAPL\n2024-01-09,1\n", "the one after at 2024-01-29T00:00:00.000Z");
  refused("date,AAPL\n,1\n", 'Line 2, column date: found "", expected a time such as');
  refused('date,AAPL\n"2024-01-29,1\n', "Cannot read the weights, 1 problem");
});

Deno.test("parseWeights() names the first of many problems and counts the others", () => {
  const rows = Array.from({ length: 3000 }, (_, k) => `2024-01-29,NONE${k},1\n`);
  const error = refused(`date,symbol,weight\n${rows.join("")}`, "3000 problems, the first 10:");
  assertEquals([error.count, error.problems.length], [3000, 10]);
});

Deno.test("parseWeights() refuses options that cannot be", () => {
  const options = { missing: "zero" } as unknown as WeightsOptions;
  assertThrows(() => parsed(long, options), RangeError, 'found missing "zero", expected leave or');
  assertThrows(() => parsed(long, { from: "soon" }), RangeError, "Cannot use from");
  const turned = { from: "2024-02-01", to: "2024-01-01" };
  assertThrows(() => parsed(long, turned), RangeError, 'found from "2024-02-01", expected a time');
  assertThrows(
    () => parsed("date,AAPL\n2024-01-30,1\n", { calendar: { every: 4 } }),
    RangeError,
    "found weights on none of the 2 bars of the calendar, expected some there, such as on 2024-01-29",
  );
});

Deno.test("readWeights() reads a file and names it in errors", async () => {
  const path = await Deno.makeTempFile({ suffix: ".csv" });
  try {
    await Deno.writeTextFile(path, wide);
    assertEquals(rowsOf(await readWeights(path, panel)), parsed(wide));
    await Deno.writeTextFile(path, "date,X\n");
    await assertRejects(() => readWeights(path, panel), DataError, `the weights of ${path}, 1`);
  } finally {
    await Deno.remove(path);
  }
});

Deno.test("parseWeights() and targetPlan() give one plan from files and a matrix of the same weights", () => {
  const cell = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(NaN));
  const matrix = fc.array(cell, { minLength: 15, maxLength: 15 }).map((w) => Float64Array.from(w));
  fc.assert(fc.property(matrix, (weights) => {
    const wanted = rowsOf(targetPlan(weights, panel));
    const at = (t: number, a: number): number => weights[t * 3 + a];
    const date = (t: number): string => new Date(time[t]).toISOString();
    const bars = [0, 1, 2, 3, 4];
    const wideText = bars.map((t) => [date(t), at(t, 0), at(t, 1), at(t, 2)].join()).join("\n");
    const longText = bars.flatMap((t) =>
      panel.symbols.map((symbol, a) => [date(t), symbol, at(t, a)].join())
    ).reverse().join("\n");
    assertEquals(parsed(`time,${panel.symbols.join()}\n${wideText}`), wanted);
    assertEquals(parsed(`time,symbol,weight\n${longText}`), wanted);
  }));
});

Deno.test("targetPlan() trades a matrix where it has weights, on the bars of the calendar", () => {
  const weights = new Float64Array(15).fill(NaN);
  for (const index of [0, 4, 12, 13]) weights[index] = index / 100;
  assertEquals(rowsOf(targetPlan(weights, panel)), {
    0: [0, NaN, NaN],
    1: [NaN, 0.04, NaN],
    4: [0.12, 0.13, NaN],
  });
  const { bars } = targetPlan(weights, panel, { calendar: { every: 2 } });
  assertEquals([...bars], [0, 4]);
  const empty = targetPlan(new Float64Array(0), {
    symbols: [],
    time: new Float64Array(0),
    length: 0,
  });
  assertEquals([...empty.bars], []);
});

Deno.test("targetPlan() asks a function at the bars of the calendar only", () => {
  const asked: number[] = [];
  const weights = (bar: number): Float64Array => {
    asked.push(bar);
    return Float64Array.of(bar, NaN, 0);
  };
  assertEquals([...targetPlan(weights, panel).bars], [0, 1, 2, 3, 4]);
  const plan = targetPlan(weights, panel, { calendar: { on: "monthEnd" } });
  assertEquals(asked, []);
  assertEquals(rowsOf(plan), { 2: [2, NaN, 0] });
  assertEquals(asked, [2]);
});

Deno.test("targetPlan() refuses weights that cannot be", () => {
  const infinite = new Float64Array(15);
  infinite[7] = -Infinity;
  assertThrows(
    () => targetPlan(infinite, panel),
    DataError,
    "Row 2 (2024-01-31T00:00:00.000Z), column MSFT: found -Infinity, expected a finite weight",
  );
  assertThrows(
    () => targetPlan(new Float64Array(14), panel),
    DataError,
    'Found "14 weights", expected 15, one for each of 5 bars and 3 assets',
  );
  const given = (weights: unknown) => () =>
    targetPlan(() => weights as Float64Array, panel).weightsAt(1);
  assertThrows(given([1, 2, 3]), DataError, "Row 1 (2024-01-30T00:00:00.000Z): found");
  assertThrows(given(new Float64Array(2)), DataError, '"2 weights", expected 3, one an asset');
  assertThrows(given(Float64Array.of(1, 2, Infinity)), DataError, "column LOW: found Infinity");
});
