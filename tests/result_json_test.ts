import { strategyToJson } from "../codegen/define/json.ts";
import { assertEquals, assertStrictEquals } from "@std/assert";
import { orderReasons } from "../codegen/define/reasons.ts";
import { digestBars } from "../engine/data/digest.ts";
import { BacktestResult } from "../engine/run/result.ts";
import { fieldsOf } from "./stats_runs.ts";

const closes = [10, 11, 12];
const result = new BacktestResult(fieldsOf(closes, {
  equity: [100, 110, 99],
  ambiguousBars: 1,
  ambiguousStake: 2.5,
  reducedOrders: 3,
  refused: orderReasons.map((_, at) => at),
}, { params: { fast: 5 } }));

Deno.test("toJSON() identifies strategy, data and run", () => {
  const { schemaVersion, strategy, data, run, settings, ruin } = result.toJSON();
  assertEquals(schemaVersion, 1);
  assertEquals(strategy, {
    name: "sma-cross",
    hash: "0123456789abcdef",
    params: { fast: 5 },
    definition: strategyToJson(result.strategy),
  });
  assertEquals(data, {
    symbol: "TEST",
    bars: 3,
    first: Date.UTC(2024, 0, 1),
    last: Date.UTC(2024, 0, 3),
    digest: digestBars(result.bars),
  });
  assertEquals(run, { direction: "BOTH", simMode: "batch", benchmark: null });
  assertEquals(settings, result.settings);
  assertEquals(ruin, null);
});

Deno.test("toJSON() has statistics by key, null with a reason where undefined", () => {
  const json = JSON.parse(JSON.stringify(result));
  assertStrictEquals(json.statistics.max_drawdown, 99 / 110 - 1);
  assertStrictEquals(json.statistics.sharpe, result.statistics.sharpe);
  assertStrictEquals(json.statistics.win_rate, null);
  assertStrictEquals(json.undefined.win_rate, "no closed trades");
  const missing = Object.keys(json.statistics).filter((key) => json.statistics[key] === null);
  assertEquals(missing, Object.keys(json.undefined));
});

Deno.test("toJSON() counts what the result hangs on", () => {
  const { ambiguous_bars: bars, ambiguous_stake: stake, reduced_orders: reduced, refused } =
    result.toJSON().counts;
  assertEquals([bars, stake, reduced], [1, 2.5, 3]);
  assertEquals(refused, Object.fromEntries(orderReasons.map((reason, at) => [reason, at])));
});

Deno.test("toJSON() of a ruined run names the bar, and of no bars has no times", () => {
  const ruined = new BacktestResult(fieldsOf(closes, { equity: [1, -1, -1], ruinIndex: 1 }));
  assertEquals(ruined.toJSON().ruin, { index: 1, time: Date.UTC(2024, 0, 2) });
  const { first, last } = new BacktestResult(fieldsOf([], {})).toJSON().data;
  assertEquals([first, last], [null, null]);
});

Deno.test("BacktestResult computes once and keeps", () => {
  assertStrictEquals(result.trades, result.trades);
  assertStrictEquals(result.statistics, result.statistics);
  assertStrictEquals(result.statisticReasons, result.statisticReasons);
  assertStrictEquals(result.curves, result.curves);
  assertStrictEquals(result.monthlyReturns, result.monthlyReturns);
  assertStrictEquals(result.yearlyReturns, result.yearlyReturns);
  assertStrictEquals(result.equity, result.output.equity);
});
