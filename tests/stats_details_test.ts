import { assertAlmostEquals, assertEquals } from "@std/assert";
import { computeStatistics } from "../engine/stats/compute.ts";
import type { Statistics } from "../engine/stats/gather.ts";
import { statistics as registry } from "../engine/stats/registry.ts";
import { barsOf, outputOf, settingsOf, type TradeLiteral } from "./stats_runs.ts";

function ofEquity(equity: readonly number[]): Statistics {
  return computeStatistics(outputOf({ equity }), barsOf(equity.map(() => 10)), settingsOf());
}

function ofTrades(trades: readonly TradeLiteral[]): Statistics {
  const closes = Array.from({ length: 20 }, () => 10);
  const output = outputOf({ equity: closes.map(() => 100), trades });
  return computeStatistics(output, barsOf(closes), settingsOf());
}

Deno.test("computeStatistics() measures a group of details when one of them is first read", () => {
  const output = outputOf({ equity: [100, 50, 100] });
  const { values } = computeStatistics(output, barsOf([10, 10, 10]), settingsOf());
  output.equity.set([100, 75, 100]);
  assertEquals([values.maxDrawdown, values.averageDrawdown], [-0.5, -0.25]);
  output.equity.set([100, 100, 100]);
  assertEquals([values.averageDrawdown, values.averageDrawdownDuration], [-0.25, 2]);
});

Deno.test("reason() is what reasons says", () => {
  const { reason, reasons } = ofEquity([100]);
  for (const { name } of registry.values()) assertEquals(reason(name), reasons[name]);
});

Deno.test("averageDrawdown and its duration take every drawdown, the last one unfinished", () => {
  // From the starting cash, 10 % over 2 days; from 110, 50 % over 2 days, not recovered.
  const { values } = ofEquity([90, 95, 100, 110, 55, 77]);
  assertAlmostEquals(values.averageDrawdown, -0.3, 1e-15);
  assertAlmostEquals(values.averageDrawdownDuration, 2, 1e-15);
  assertAlmostEquals(values.recoveryFactor, -0.23 / 0.5, 1e-15);
});

Deno.test("averageDrawdown of one drawdown is the maximum drawdown", () => {
  const { values } = ofEquity([100, 120, 90, 110, 125]);
  assertEquals(values.averageDrawdown, values.maxDrawdown);
  assertEquals(values.averageDrawdownDuration, values.maxDrawdownDuration);
});

Deno.test("ulcerIndex is the root mean square of the drawdowns at the samples", () => {
  const { values } = ofEquity([80, 100, 200, 150]);
  assertAlmostEquals(values.ulcerIndex, Math.sqrt((0.2 ** 2 + 0.25 ** 2) / 4), 1e-15);
  const hours = [0, 1, 24, 25].map((hour) => hour * 3_600_000);
  const output = outputOf({ equity: [50, 100, 40, 90] });
  const daily = computeStatistics(output, barsOf([10, 10, 10, 10], hours), settingsOf());
  assertAlmostEquals(daily.values.ulcerIndex, Math.sqrt(0.1 ** 2 / 2), 1e-15);
});

Deno.test("medianTrade is the middle return, of an even number the mean of two", () => {
  const trades = [5, -10, 1, 40].map((pnl) => ({ pnl }));
  assertAlmostEquals(ofTrades(trades.slice(0, 3)).values.medianTrade, 0.01, 1e-15);
  assertAlmostEquals(ofTrades(trades).values.medianTrade, 0.03, 1e-15);
  // An open trade has no return yet.
  assertEquals(ofTrades([{ pnl: 7 }, { pnl: 900, exitIndex: -1 }]).values.medianTrade, 0.07);
});

Deno.test("kelly is the win rate less the loss rate over payoff", () => {
  const { values } = ofTrades([{ pnl: 30 }, { pnl: 10 }, { pnl: -10 }, { pnl: 0 }]);
  assertAlmostEquals(values.kelly, 0.5 - 0.5 / 2, 1e-15);
});

Deno.test("streaks end at a trade without profit and loss, and pass over open ones", () => {
  const pnls = [1, 1, 0, 1, -1, -1, -1, 1];
  const { values } = ofTrades([...pnls.map((pnl) => ({ pnl })), { pnl: 1, exitIndex: -1 }]);
  assertEquals([values.longestWinStreak, values.longestLossStreak], [2, 3]);
});

Deno.test("details of trades name the reason without closed, won or lost trades", () => {
  const none = ofTrades([{ exitIndex: -1 }]);
  assertEquals([none.reasons.medianTrade, none.reasons.kelly], Array(2).fill("no closed trades"));
  assertEquals([none.values.longestWinStreak, none.values.longestLossStreak], [0, 0]);
  assertEquals(ofTrades([{ pnl: 1 }]).reasons.kelly, "no lost trade");
  assertEquals(ofTrades([{ pnl: -1 }]).reasons.kelly, "no won trade");
  assertEquals(ofTrades([{ pnl: 0 }]).reasons.kelly, "no lost trade");
});

Deno.test("average excursions are fractions of the entry value, of closed trades", () => {
  const { values } = ofTrades([
    { quantity: 2, entryPrice: 50, mfe: 20, mae: -5 },
    { quantity: 10, entryPrice: 100, mfe: 0, mae: -150, side: -1 },
    { mfe: 1000, mae: -1000, exitIndex: -1 },
  ]);
  assertAlmostEquals(values.averageMfe, 0.1, 1e-15);
  assertAlmostEquals(values.averageMae, -0.1, 1e-15);
  assertAlmostEquals(values.edgeRatio, 1, 1e-15);
});

Deno.test("edgeRatio is undefined where no trade went against its entry", () => {
  assertEquals(ofTrades([{ mfe: 1 }]).reasons.edgeRatio, "no trade went against its entry");
  assertEquals(ofTrades([]).reasons.edgeRatio, "no closed trades");
  assertEquals(ofTrades([{ mae: -1 }]).values.edgeRatio, 0);
});
