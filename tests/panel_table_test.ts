import { assert, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { DataError } from "../engine/data/data_error.ts";
import type { Bars } from "../engine/data/bars.ts";
import { barsOf } from "../engine/data/bars_of.ts";
import { panelFrom } from "../engine/data/panel_from.ts";
import { panelFromTable } from "../engine/data/panel_from_table.ts";
import { parsePanel } from "../engine/data/panel_csv.ts";
import { arbitraryAssets, assertSamePanel, barsAt } from "./panel_cases.ts";

fc.configureGlobal({ seed: 1 });

const header = "date,symbol,open,high,low,close";

interface Row extends Record<string, number | string> {
  readonly time: number;
  readonly symbol: string;
}

/** The rows of bars, one asset after the other. */
function rowsOf(assets: readonly Bars[]): Row[] {
  return assets.flatMap(({ symbol, time, columns }) =>
    [...time].map((at, row) => ({
      time: at,
      symbol,
      ...Object.fromEntries([...columns].map(([name, column]) => [name, column[row]])),
    }))
  );
}

function columnsOf(rows: readonly Row[]): Record<string, (number | string)[]> {
  const names = Object.keys(rows[0]);
  return Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name])]));
}

function csvOf(rows: readonly Row[]): string {
  const line = ({ time, ...row }: Row): string =>
    [new Date(time).toISOString().slice(0, 19), ...Object.values(row)].map(String).join();
  return [Object.keys(rows[0]).join(), ...rows.map(line)].join("\n");
}

Deno.test("panelFromTable() makes what panelFrom() makes, from rows in order of symbols or times", () => {
  fc.assert(fc.property(arbitraryAssets, (all) => {
    const assets = all.filter(({ length }) => length > 0);
    if (assets.length === 0) return;
    const wanted = panelFrom(assets);
    const rows = rowsOf(assets);
    assertSamePanel(panelFromTable(rows), wanted);
    assertSamePanel(panelFromTable(columnsOf(rows)), wanted);
    const byTime = rows.sort((a, b) => a.time - b.time);
    const first = [...new Set(byTime.map(({ symbol }) => symbol))];
    const ordered = first.flatMap((symbol) => assets.filter((bars) => bars.symbol === symbol));
    assertSamePanel(panelFromTable(byTime), panelFrom(ordered));
  }));
});

Deno.test("parsePanel() makes what panelFrom() makes, from rows in any order of symbols", () => {
  const assets = [barsAt("B", [1, 2, 3, 7]), barsAt("A", [2, 3]), barsAt("LATE", [3, 7])];
  const wanted = panelFrom(assets);
  const rows = rowsOf(assets);
  assertSamePanel(parsePanel(csvOf(rows)), wanted);
  assertSamePanel(parsePanel(csvOf(rows.toSorted((a, b) => a.time - b.time))), wanted);
  assertSamePanel(parsePanel(csvOf(rows).replaceAll("\n", "\r\n")), wanted);
  const quoted = csvOf(rows).replaceAll(
    /[A-Z]+/g,
    (symbol) => symbol === "T" ? "T" : `"${symbol}"`,
  );
  assertSamePanel(parsePanel(quoted), wanted);
});

Deno.test("parsePanel() reads months by name and closes alone, and records it", () => {
  const text = "symbol,date,price\nB,Jan 1 2000,10\nB,Feb 1 2000,11\n A ,Feb 1 2000,5\n";
  const panel = parsePanel(text, { priceOnly: true });
  assertEquals([...panel.symbols], ["B", "A"]);
  assertEquals([...panel.time], [Date.UTC(2000, 0), Date.UTC(2000, 1)]);
  for (const name of ["open", "high", "low", "close"] as const) {
    assertEquals([...panel[name]], [10, NaN, 11, 5]);
  }
  assert(panel.open.buffer !== panel.close.buffer);
  assert(panel.priceOnly && panel.volume.every(Number.isNaN));
  assertThrows(() => parsePanel(text), DataError, "or the option priceOnly: true");
  const prices = `${header}\n2001-03-05,A,10,12,9,11\n`;
  assertEquals(parsePanel(prices, { priceOnly: true }).priceOnly, false);
});

Deno.test("parsePanel() tells symbols apart of which one begins with another", () => {
  const rows = ["A", "AB", "A ", "ABC", "A", "AB"].map((symbol, day) =>
    `${symbol},2001-03-0${day + 1},${day + 1}`
  );
  const panel = parsePanel(["symbol,date,close", ...rows].join("\n"), { priceOnly: true });
  assertEquals([...panel.symbols], ["A", "AB", "ABC"]);
  const found = panel.symbols.map((symbol) => [...barsOf(panel, symbol).close]);
  assertEquals(found, [[1, 3, 5], [2, 6], [4]]);
});

Deno.test("parsePanel() counts all problems, of a close that stands for all prices one", () => {
  const rows = Array.from({ length: 30 }, (_, i) => `A,Mar ${i + 1} 2001,${i % 2 - 1}`);
  const text = ["symbol,date,close", ...rows].join("\n");
  const error: DataError = assertThrows(() => parsePanel(text, { priceOnly: true }), DataError);
  assertEquals([error.count, error.problems.length], [30, 10]);
  assertEquals(error.problems[1].line, 3);
  const noTimes = text.replaceAll("Mar", "Smarch");
  const other: DataError = assertThrows(() => parsePanel(noTimes, { priceOnly: true }), DataError);
  assertEquals([other.count, other.problems[9].value], [30, "Smarch 10 2001"]);
  const twice = "symbol,date,close\nA,x,1\nB,x,1\n";
  const both: DataError = assertThrows(() => parsePanel(twice, { priceOnly: true }), DataError);
  assertEquals(both.problems.map(({ symbol, value }) => [symbol, value]), [["A", "x"], ["B", "x"]]);
});

Deno.test("parsePanel() finds the symbols under several names", () => {
  for (const name of ["symbol", "Ticker", " ASSET "]) {
    const text = `${name};Date;open;high;low;close\nNaN;2001-03-05;10;12;9;11\n`;
    assertEquals([...parsePanel(text).symbols], ["NaN"]);
  }
  const both = "ticker,symbol,date,close\n1,A,2001-03-05,10\n";
  const panel = parsePanel(both, { priceOnly: true });
  assertEquals([panel.symbols[0], panel.columns.get("ticker")?.[0]], ["A", 1]);
});

Deno.test("parsePanel() takes a span and leaves out columns without a number", () => {
  const skipped: string[] = [];
  const text = "date,symbol,sector,close\n2001-03-05,A,x,10\n2001-03-06,B,y,20\n";
  const panel = parsePanel(text, {
    priceOnly: true,
    from: "2001-03-06",
    onSkip: (name) => skipped.push(name),
  });
  assertEquals([[...panel.symbols], [...panel.close], skipped], [["A", "B"], [NaN, 20], [
    "sector",
  ]]);
});

Deno.test("parsePanel() and panelFromTable() take a table without rows", () => {
  for (const panel of [parsePanel(`${header}\n`), panelFromTable([])]) {
    assertEquals([panel.length, panel.assets, panel.close.length], [0, 0, 0]);
    assertEquals(panel.priceOnly, false);
  }
});

Deno.test("parsePanel() tells every problem with symbol, line, column and value", () => {
  const text = [
    header,
    "2001-03-05,A,10,12,9,11",
    "",
    "2001-03-05,B,10,12,9,13",
    "2001-03-06,A,10,12,9,-1",
    "2001-03-05,B,10,12,9,11",
    "2001-03-05,A,10,Infinity,9,11",
  ].join("\n");
  const bad: DataError = assertThrows(() => parsePanel(text), DataError);
  assertEquals(bad.problems, [{
    symbol: "A",
    row: 4,
    line: 7,
    time: Date.UTC(2001, 2, 5),
    column: "high",
    value: "Infinity",
    expected: "a number such as 12.5",
  }]);
  const rest: DataError = assertThrows(
    () => parsePanel(text.replace("Infinity", "12")),
    DataError,
  );
  assertEquals(rest.message.split("\n"), [
    "Cannot use the panel, 4 problems:",
    '  Symbol "B", line 4 (2001-03-05T00:00:00.000Z), column high: found 12, expected at least close 13',
    '  Symbol "A", line 5 (2001-03-06T00:00:00.000Z), column close: found -1, expected a finite price above 0',
    '  Symbol "B", line 6 (2001-03-05T00:00:00.000Z), column time: found 2001-03-05T00:00:00.000Z, ' +
    "expected a time after 2001-03-05T00:00:00.000Z",
    '  Symbol "A", line 7 (2001-03-05T00:00:00.000Z), column time: found 2001-03-05T00:00:00.000Z, ' +
    "expected a time after 2001-03-06T00:00:00.000Z",
  ]);
});

Deno.test("parsePanel() refuses what it cannot read", () => {
  const row = "2001-03-05,A,10,12,9,11";
  const refused: [string, string][] = [
    ["", "expected a header such as"],
    ["date,open,high,low,close\n", "expected also a column symbol, ticker or asset"],
    ["date,symbol,open,high,close\n", "expected also column low"],
    [
      `${header}\n2001-03-05,,10,12,9,11`,
      'Line 2 (2001-03-05T00:00:00.000Z), column symbol: found ""',
    ],
    [`${header}\n${row.replace("A", "A".repeat(101))}`, "expected at most 100 characters"],
    [`${header}\n${row},1`, "Line 2: found 7, expected 6 cells, as in the header"],
    [
      `${header}\n${row.replace("2001", "01")}`,
      'Symbol "A", line 2, column date: found "01-03-05"',
    ],
    [
      `date,symbol,close\n${
        Array.from({ length: 100_002 }, (_, i) => `2001-03-05,${i},1\n`).join("")
      }`,
      "2 problems",
    ],
  ];
  for (const [text, message] of refused) {
    const priceOnly = text.startsWith("date,symbol,close");
    assertThrows(() => parsePanel(text, { priceOnly }), DataError, message);
  }
  assertThrows(
    () => panelFromTable([{ time: 0, symbol: 7, close: 1 }], { priceOnly: true }),
    DataError,
    'Row 0 (1970-01-01T00:00:00.000Z), column symbol: found "7", expected a text',
  );
  assertThrows(() => panelFromTable({ time: [0], close: [1] }), DataError, "also a column symbol");
});

Deno.test("parsePanel() refuses a panel of more cells than can be told apart", () => {
  const lines = Array.from({ length: 50_000 }, (_, i) => `${1e9 + i},${i},1`);
  assertThrows(
    () => parsePanel(["time,symbol,close", ...lines].join("\n"), { priceOnly: true }),
    DataError,
    'Found "50000 times by 50000 symbols", expected at most 2147483647 cells',
  );
});
