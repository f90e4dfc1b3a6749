import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import type { StrategyInput } from "../codegen/define/strategy.ts";
import { parseBars } from "../engine/data/csv.ts";
import { backtest } from "../engine/run/backtest.ts";
import { compareResults } from "../engine/run/compare.ts";
import { comparisonJson } from "../engine/run/comparison_json.ts";
import { comparisonText } from "../engine/run/comparison_text.ts";
import type { BacktestResult } from "../engine/run/result.ts";
import { statistics } from "../engine/stats/registry.ts";
import { barsCsv } from "./script_run.ts";

const bars = parseBars(barsCsv(60), { symbol: "X" });
const costs = { commission: { percent: 0.001 } };

function resultOf(definition: Partial<StrategyInput>): BacktestResult {
  return backtest(
    {
      name: "cross",
      long: { enter: "crossOver(close, sma(close, 3))", exit: "crossUnder(close, sma(close, 3))" },
      ...definition,
    } as StrategyInput,
    bars,
    costs,
  );
}

const plain = resultOf({});
const taking = resultOf({ name: "taking", risk: [{ takeProfit: 0.05 }] });

Deno.test("compareResults() of a result and itself finds no difference", () => {
  const found = compareResults(plain, plain);
  assert(Object.values(found.differences).every((change) => change === 0 || Number.isNaN(change)));
  assertEquals([found.firstDecision, found.firstQuantity], [undefined, undefined]);
  assertEquals(found.trades.same.trades, plain.trades.length);
  assertEquals([found.trades.onlyLeft.trades, found.trades.onlyRight.trades], [0, 0]);
  assertEquals([found.sameSide, found.correlation], [1, 1]);
});

Deno.test("compareResults() finds where decisions part, whichever result is the first", () => {
  const [found, turned] = [compareResults(plain, taking), compareResults(taking, plain)];
  const exit = taking.trades.find(({ exitReason }) => exitReason === "takeProfit")!;
  assertEquals(found.firstDecision?.bar, exit.exitIndex);
  assertEquals(found.firstDecision?.left, []);
  assertStringIncludes(found.firstDecision!.right[0], "exit long, takeProfit, ");
  assertEquals(turned.firstDecision?.left, found.firstDecision?.right);
  assertEquals(turned.sameSide, found.sameSide);
  assertAlmostEquals(turned.correlation, found.correlation, 1e-14);
});

Deno.test("compareResults() puts each trade in one place, and profits add up", () => {
  const { same, sameEntry, onlyLeft, onlyRight } = compareResults(plain, taking).trades;
  assert(sameEntry.trades > 0);
  assertEquals(same.trades + sameEntry.trades + onlyLeft.trades, plain.trades.length);
  assertEquals(same.trades + sameEntry.trades + onlyRight.trades, taking.trades.length);
  const sum = (result: BacktestResult): number =>
    result.trades.reduce((all, { pnl }) => all + pnl, 0);
  assertAlmostEquals(same.left + sameEntry.left + onlyLeft.left, sum(plain), 1e-8);
  assertAlmostEquals(same.right + sameEntry.right + onlyRight.right, sum(taking), 1e-8);
  assertEquals([onlyLeft.right, onlyRight.left], [0, 0]);
});

Deno.test("compareResults() tells other quantities from other decisions", () => {
  const half = resultOf({ size: { percentOfEquity: 0.5 } });
  const { firstDecision, firstQuantity, trades, sameSide } = compareResults(plain, half);
  assertEquals([firstDecision, sameSide], [undefined, 1]);
  assertEquals(firstQuantity?.bar, plain.trades[0].entryIndex);
  assertEquals(trades.same.trades, plain.trades.length);
});

Deno.test("compareResults() takes runs without trades and without bars, and refuses other bars", () => {
  const idle = resultOf({ long: { enter: "close < 0" } });
  const { correlation, firstDecision } = compareResults(idle, plain);
  assertEquals([correlation, firstDecision?.bar], [NaN, plain.trades[0].entryIndex]);
  const none = backtest({ name: "none", long: { enter: true } }, parseBars(barsCsv(0)));
  assertEquals(compareResults(none, none).sameSide, NaN);
  assertStringIncludes(comparisonText(compareResults(none, none)), "Comparison, 0 bars");
  assertThrows(() => compareResults(plain, none), RangeError, "the same bars");
  const copy = backtest(plain.strategy, parseBars(barsCsv(60), { symbol: "X" }), costs);
  assertEquals(compareResults(plain, copy).firstDecision, undefined);
});

Deno.test("comparisonText() and comparisonJson() have every statistic of both and the difference", () => {
  const comparison = compareResults(plain, taking);
  const lines = comparisonText(comparison).split("\n");
  for (const { label } of statistics.values()) {
    const [line] = lines.filter((line) => line.startsWith(`  ${label}  `));
    assertEquals(line?.trim().split(/ {2,}/).length, 4, label);
  }
  const { differences, left, right, first_decision: first } = JSON.parse(
    JSON.stringify(comparisonJson(comparison)),
  );
  assertEquals(Object.keys(differences), [...statistics.values()].map(({ key }) => key));
  const [one, other] = [left, right].map((result) => result.statistics.total_return);
  assertEquals(differences.total_return, other - one);
  assertEquals(first.time, bars.time[first.index]);
});

Deno.test("compareResults() takes a position that went out in parts for one trade", () => {
  const risk = [{ scaleOut: [{ at: 0.02, fraction: 0.5 }] }];
  const parts = resultOf({ name: "parts", risk });
  assert(parts.trades.length > plain.trades.length);
  const { trades, firstDecision } = compareResults(plain, parts);
  assertEquals(trades.same.trades + trades.sameEntry.trades, plain.trades.length);
  assertEquals([trades.onlyLeft.trades, trades.onlyRight.trades], [0, 0]);
  const part = parts.trades.find(({ exitReason }) => exitReason === "scaleOut")!;
  assertEquals([firstDecision?.bar, firstDecision?.left], [part.exitIndex, []]);
  assertStringIncludes(firstDecision!.right[0], "exit part of long, scaleOut, ");
});

Deno.test("compareResults() finds an addition that one run has", () => {
  const definition = { name: "up", long: { enter: "rising(close, 1)" }, size: 1 };
  const [one, two] = [0, 1].map((pyramid) =>
    backtest(definition, bars, { execution: { pyramid } })
  );
  const { firstDecision, trades } = compareResults(one, two);
  assertEquals([firstDecision?.left, firstDecision?.right], [[], ["add to long, 1"]]);
  assertEquals(trades.same.trades, 1);
});
