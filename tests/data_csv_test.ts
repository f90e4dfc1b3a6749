import { assert, assertEquals, assertRejects, assertThrows } from "@std/assert";
import * as fc from "fast-check";
import { parseBars, readBars } from "../engine/data/csv.ts";
import { DataError } from "../engine/data/data_error.ts";
import { digestBars } from "../engine/data/digest.ts";

fc.configureGlobal({ seed: 1 });

const day = 86_400_000;
const start = Date.UTC(2001, 2, 5);
const sound = "date,open,high,low,close,volume\n" +
  "2001-03-05,10,12,9,11,700\n" +
  "2001-03-06,11,11,10,10.5,800\n";
const digest = digestBars(parseBars(sound));

/** A file of closes and one user column, its cells as given. */
function closesWith(cells: readonly string[], quote = ""): string {
  const quoted = (cell: string): string => `${quote}${cell}${quote}`;
  const rows = cells.map((cell, i) =>
    ["10", cell, new Date(start + i * day).toISOString()].map(quoted).join()
  );
  return ["close,value,time", ...rows].join("\n");
}

function valuesOf(text: string): number[] {
  return [...parseBars(text, { priceOnly: true }).columns.get("value") ?? []];
}

Deno.test("parseBars() reads times, prices and volume", () => {
  const bars = parseBars(sound, { symbol: "ABC" });
  assertEquals([bars.symbol, bars.length], ["ABC", 2]);
  assertEquals([...bars.time], [start, start + day]);
  assertEquals([...bars.open], [10, 11]);
  assertEquals([...bars.high], [12, 11]);
  assertEquals([...bars.low], [9, 10]);
  assertEquals([...bars.close], [11, 10.5]);
  assertEquals([...bars.volume], [700, 800]);
});

Deno.test("parseBars() reads the same from every form of file", () => {
  const forms = {
    "byte order mark": `\ufeff${sound}`,
    "CRLF": sound.replaceAll("\n", "\r\n"),
    "no last line end": sound.trimEnd(),
    "blank lines": `\n${sound.replaceAll("\n", "\n\n")}\r\n\n`,
    "semicolons": sound.replaceAll(",", ";"),
    "tabs": sound.replaceAll(",", "\t"),
    "spaces": sound.replaceAll(",", " , "),
    "quotes": sound.replace(/[^,\n]+/g, '"$&"'),
    "quotes and CRLF": sound.replace(/[^,\n]+/g, '"$&"').replaceAll("\n", "\r\n"),
    "quoted header": sound.replace(/[a-z]+/g, '"$&"'),
    "byte order mark and quotes": `\ufeff${sound.replace("date", '"date"')}`,
    "capitals": sound.replace(/^.*/, (header) => header.toUpperCase()),
    "other names": sound.replace("date", "<DATE>").replace("volume", "Vol."),
    "unnamed time": sound.replace("date", ""),
    "price": sound.replace("close", "Price"),
    "epoch": sound.replace("date", "unix").replace("2001-03-05", "983750400")
      .replace("2001-03-06", "983836800"),
    "clock apart": sound.replace("date", "date,time").replaceAll(/-0\d,/g, "$&00:00,"),
  };
  for (const [name, text] of Object.entries(forms)) {
    assertEquals(digestBars(parseBars(text)), digest, name);
  }
});

Deno.test("parseBars() joins a date and a time of day in two columns", () => {
  const text = "<TICKER>,<DATE>,<TIME>,<OPEN>,<HIGH>,<LOW>,<CLOSE>\n" +
    "A,20010305,093000,1,1,1,1\nA,20010305,093100,1,1,1,1";
  const bars = parseBars(text);
  assertEquals([...bars.time], [start + 9.5 * 3_600_000, start + 9.5 * 3_600_000 + 60_000]);
  assert(!bars.columns.has("time"));
});

Deno.test("parseBars() prefers a moment to a date and keeps the other column", () => {
  const bars = parseBars("unix,date,close\n983750400000,20010305,1", { priceOnly: true });
  assertEquals([bars.time[0], bars.columns.get("date")?.[0]], [start, 20010305]);
});

Deno.test("parseBars() makes user columns of other numbers", () => {
  const bars = parseBars("Adj Close,Date,close,Stock Splits\n9,2001-03-05,10,\n", {
    priceOnly: true,
  });
  assertEquals(
    [...bars.columns.keys()],
    ["open", "high", "low", "close", "volume", "adjClose", "Stock Splits"],
  );
  assertEquals([...bars.columns.get("Stock Splits") ?? []], [NaN]);
});

Deno.test("parseBars() takes missing cells in volume and user columns as NaN", () => {
  const missing = ["", "NaN", "nan", "null", "NA", " ", "\u00a0"];
  assertEquals(valuesOf(closesWith(["1", ...missing])), [1, ...missing.map(() => NaN)]);
  assertEquals([...parseBars(sound.replace("700", "null")).volume], [NaN, 800]);
  assertThrows(
    () => parseBars(sound.replace("10.5", "NA")),
    DataError,
    'Line 3 (2001-03-06T00:00:00.000Z), column close: found "NA", expected a number such as 12.5',
  );
});

Deno.test("parseBars() leaves out columns without a number and reports them", () => {
  const skipped: string[] = [];
  const onSkip = (name: string): number => skipped.push(name);
  const text = ",date,close,ticker,note\n0,2001-03-05,10,ABC,\n1,2001-03-06,10,ABC,split";
  const bars = parseBars(text, { priceOnly: true, onSkip });
  assertEquals(skipped, ["ticker", "note", ""]);
  assertEquals(bars.columns.size, 5);
});

Deno.test("parseBars() reads a file with a header only", () => {
  const bars = parseBars("date,open,high,low,close,volume,rank\n");
  assertEquals([bars.length, bars.columns.get("rank")?.length], [0, 0]);
  assertEquals(parseBars('"date","close"', { priceOnly: true }).length, 0);
});

Deno.test("parseBars() takes closes alone only when asked to", () => {
  const closes = "date,price\nJan 1 2000,1394.46\nFeb 1 2000,1366.42\n";
  assertThrows(() => parseBars(closes), DataError, "or the option priceOnly: true");
  const bars = parseBars(closes, { priceOnly: true });
  assertEquals([...bars.high], [1394.46, 1366.42]);
});

Deno.test("parseBars() says what is wrong, where, and what was expected", () => {
  const refused: [string, string][] = [
    ["", 'Line 1: found "", expected a header such as time,open,high,low,close,volume'],
    ["\ufeff\r\n\n", "Line 1: found"],
    [sound.replace("date,", "when,"), "Line 1: found"],
    [sound.slice(sound.indexOf("\n") + 1), "also a column date, time or datetime"],
    [sound.replace("high,", "top,"), "expected also column high"],
    [sound.replace("volume", "Close"), 'Line 1: found "Close", expected one column close only'],
    [sound.replaceAll("\n", "\r"), "expected lines that end in LF or CRLF"],
    [sound.slice(0, -6), "Line 3: found 5, expected 6 cells, as in the header"],
    [`${sound}2001-03-07,1`, "Line 4: found 2, expected 6 cells"],
    [`${sound}\n\n2001-03-07,1,1,1,1,1,1`, "Line 6: found 7, expected 6 cells"],
    [sound.replace("10.5", "10,5"), "Line 3: found 7, expected 6 cells"],
    [sound.replaceAll(",", ";").replace("10.5", "10,5"), 'found "10,5", expected a number with a'],
    [
      sound.replace("10.5", '"1,010.5"'),
      'Line 3 (2001-03-06T00:00:00.000Z), column close: found "1,',
    ],
    [sound.replace("10.5", "0x10"), 'column close: found "0x10", expected a number such as 12.5'],
    [
      sound.replace("10.5", "1e999"),
      "column close: found Infinity, expected a finite price above 0",
    ],
    [sound.replace("700", "1.2M"), 'column volume: found "1.2M"'],
    [sound.replace("700", "-inf"), 'column volume: found "-inf"'],
    [
      sound.replace("03-06", "02-30"),
      'Line 3, column date: found "2001-02-30", expected a date and',
    ],
    [sound.replace("2001-03-06", "2001-03-05"), "expected a time after 2001-03-05T00:00:00.000Z"],
    [sound.replace("10,10.5", "10,11.5"), "column high: found 11, expected at least close 11.5"],
    [sound.replace("9,11", "0,11"), "Line 2 (2001-03-05T00:00:00.000Z), column low: found 0"],
    [sound.replace("700", '"700'), "expected quotes around whole cells"],
  ];
  for (const [text, message] of refused) {
    assertThrows(() => parseBars(text), DataError, message, JSON.stringify(text));
  }
});

Deno.test("parseBars() counts lines, also those inside quotes", () => {
  const text = 'date,close,note\n\n2001-03-05,1,"two\nlines"\n"2001-03-06",x,""\n';
  const { problems }: DataError = assertThrows(
    () => parseBars(text, { priceOnly: true }),
    DataError,
  );
  assertEquals(problems.map(({ line, row, column }) => ({ line, row, column })), [
    { line: 5, row: 1, column: "close" },
  ]);
});

Deno.test("parseBars() refuses texts in a column that has numbers", () => {
  const { problems, count }: DataError = assertThrows(
    () => parseBars(closesWith(["1", "x", "2", ...new Array(20).fill("y")]), { priceOnly: true }),
    DataError,
  );
  assertEquals([count, problems.length], [21, 10]);
  assertEquals(problems[0], {
    row: 1,
    line: 3,
    time: start + day,
    column: "value",
    value: "x",
    expected: "a number such as 12.5",
  });
});

Deno.test("parseBars() reads back the very numbers that were written", () => {
  const number = fc.oneof(
    fc.double({ noDefaultInfinity: true }),
    fc.double({ min: -1e6, max: 1e6 }),
    fc.integer().map((n) => n / 100),
    fc.constantFrom(-0, 5e-324, Number.MAX_VALUE, 0.1 + 0.2, 123456789012345.67),
  );
  const written = fc.oneof(
    number.map((n) => Object.is(n, -0) ? "-0" : String(n)),
    fc.tuple(number, fc.nat(20)).map(([n, digits]) => n.toFixed(digits)),
    fc.tuple(number, fc.nat(20)).map(([n, digits]) => n.toExponential(digits)),
    fc.constantFrom("007", "+1.5", ".5", "5.", "-.5", "1E3", "000000000000000000001"),
  );
  const finite = written.filter((text) => Number.isFinite(Number(text)) || text === "NaN");
  const some = fc.array(finite, { minLength: 1, maxLength: 20 });
  fc.assert(fc.property(some, (cells) => {
    const expected = cells.map(Number);
    for (const quote of ["", '"']) {
      const values = valuesOf(closesWith(cells, quote));
      assert(values.every((value, i) => Object.is(value, expected[i])), cells.join());
    }
  }));
});

Deno.test("parseBars() takes a span of time", () => {
  assertEquals(parseBars(sound, { to: "2001-03-05" }).length, 1);
  assertEquals(parseBars(sound, { from: start + 1 }).length, 1);
});

Deno.test("readBars() names the file in symbol and errors", async () => {
  const folder = await Deno.makeTempDir();
  const path = `${folder}/S&P 500.daily.csv`;
  await Deno.writeTextFile(path, sound);
  const url = new URL(`file://${folder}/`);
  const bars = await readBars(path);
  assertEquals([bars.symbol, digestBars(bars)], ["S&P 500.daily", digest]);
  assertEquals((await readBars(new URL("S&P 500.daily.csv", url))).symbol, "S&P 500.daily");
  assertEquals((await readBars(path, { symbol: "ABC" })).symbol, "ABC");
  await Deno.writeTextFile(path, sound.replace("700", "x"));
  await assertRejects(() => readBars(path), DataError, "S&P 500.daily.csv, 1 problem:");
  await Deno.remove(folder, { recursive: true });
  await assertRejects(() => readBars(path), Deno.errors.NotFound, "S&P 500.daily.csv");
});
