import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { exitReasons, orderReasons } from "../codegen/define/reasons.ts";
import { BacktestResult } from "../engine/run/result.ts";
import { statisticSections } from "../engine/stats/registry.ts";
import { barsOf, DAY, fieldsOf, type TradeLiteral } from "./stats_runs.ts";

const closes = Array.from({ length: 40 }, (_, t) => 100 + t % 7);

function resultOf(count: number): BacktestResult {
  const trades = Array.from({ length: count }, (_, row): TradeLiteral => ({
    entryIndex: row,
    exitIndex: row + 2,
    exitPrice: 103.25,
    pnl: 3.25 - row,
    ambiguous: row === 11 ? 1 : 0,
    reason: exitReasons.indexOf("stopLoss"),
  }));
  const output = {
    equity: closes.map((_, t) => 100 + t % 5),
    trades,
    ambiguousBars: 1,
    ambiguousStake: 1234.5,
    refused: orderReasons.map((reason) => reason === "buyingPower" ? 4 : 0),
  };
  return new BacktestResult(fieldsOf(closes, output, { params: { fast: 5, slow: 20 } }));
}

Deno.test("toString() names strategy, symbol, dates and parameters", () => {
  const [title, params] = resultOf(12).toString().split("\n");
  assertEquals(title, "sma-cross on TEST, 2024-01-01 to 2024-02-09, 40 bars");
  assertEquals(params, "fast = 5, slow = 20");
});

Deno.test("toString() and details() show every statistic, each on one of them", () => {
  const [page, details] = [resultOf(12).toString(), resultOf(12).details()];
  const shown = (text: string, label: string): number => text.split(`  ${label}  `).length - 1;
  for (const { detail, statistics } of statisticSections) {
    for (const { label } of statistics) {
      assertEquals([shown(page, label), shown(details, label)], detail ? [0, 1] : [1, 0], label);
    }
  }
});

Deno.test("toString() shows statistics aligned, within 100 columns", () => {
  const text = resultOf(12).toString();
  const lines = text.split("\n");
  assert(lines.every((line) => line.length <= 100 && line === line.trimEnd()));
  const values = lines.filter((line) => /^ {2}(Start equity|Volatility|Max drawdown) /.test(line));
  assertEquals(new Set(values.map((line) => line.slice(0, 40).trimEnd().length)), new Set([40]));
});

Deno.test("toString() shows the last trades and marks ambiguous ones", () => {
  const lines = resultOf(12).toString().split("\n");
  const from = lines.findIndex((line) => line === "Last 10 of 12 trades (times in UTC)");
  assertEquals(lines[from + 2].trim().split(/ {2,}/), [
    "3",
    "long",
    "1",
    "2024-01-03",
    "100",
    "2024-01-05",
    "103.25",
    "stopLoss",
    "1.25",
    "1.25%",
    "2",
  ]);
  assertStringIncludes(lines[from + 11], "stopLoss *");
});

Deno.test("toString() says what the result hangs on", () => {
  const text = resultOf(12).toString();
  assertStringIncludes(
    text,
    'Ambiguous bars (*): 1, decided by ambiguity "stop", 1,234.50 at stake',
  );
  assertStringIncludes(text, "Orders refused or cancelled: buyingPower 4");
  assert(!text.includes("Ruin"));
});

Deno.test("toString() says when the account was ruined", () => {
  const output = { equity: closes.map(() => -1), trades: [{}], ruinIndex: 3 };
  const text = new BacktestResult(fieldsOf(closes, output)).toString();
  assertStringIncludes(text, "Ruin: equity was not above 0 at the close of bar 3, 2024-01-04");
});

Deno.test("toString() of a run without bars prints", () => {
  const text = new BacktestResult(fieldsOf([], {})).toString();
  assert(text.startsWith("sma-cross on TEST, 0 bars\n"));
  assertStringIncludes(text, "n/a, no bars:");
  assertStringIncludes(text, "No trades: there are no bars");
});

Deno.test("monthlyTable() and yearlyTable() compound to the same years", () => {
  const times = closes.map((_, t) => Date.UTC(2023, 11, 1) + t * DAY);
  const equity = closes.map((_, t) => t < 31 ? 110 : 99);
  const result = new BacktestResult(fieldsOf(closes, { equity }, { bars: barsOf(closes, times) }));
  const rows = result.monthlyTable().split("\n");
  assertEquals(rows.map((row) => row.split(/ +/)), [
    "Year Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec Year".split(" "),
    ["2023", "10.00%", "10.00%"],
    ["2024", "-10.00%", "-10.00%"],
  ]);
  assertEquals(rows[1].indexOf("10.00%") + 6, rows[0].indexOf("Dec") + 3);
  assertEquals(result.yearlyTable(), "Year   Return\n2023   10.00%\n2024  -10.00%");
});

Deno.test("toString() says when one side only was traded", () => {
  const result = new BacktestResult(fieldsOf(closes, {}, { direction: "SHORT" }));
  assert(result.toString().split("\n")[0].endsWith(", 40 bars, short side only"));
});
