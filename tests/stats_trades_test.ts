import { assertAlmostEquals, assertEquals } from "@std/assert";
import fc from "fast-check";
import { computeStatistics } from "../engine/stats/compute.ts";
import type { Statistics } from "../engine/stats/gather.ts";
import { barsOf, outputOf, settingsOf, type TradeLiteral } from "./stats_runs.ts";

const closes = Array.from({ length: 20 }, () => 10);

function ofTrades(trades: readonly TradeLiteral[]): Statistics {
  const output = outputOf({ equity: closes.map(() => 100), trades });
  return computeStatistics(output, barsOf(closes), settingsOf());
}

const sample: readonly TradeLiteral[] = [
  { pnl: 30, quantity: 3, entryPrice: 100, entryIndex: 1, exitIndex: 3, fees: 1, slippage: 0.5 },
  { pnl: -10, quantity: 1, entryPrice: 50, entryIndex: 4, exitIndex: 4, fees: 2, side: -1 },
  { pnl: -5, quantity: 1, entryPrice: 20, entryIndex: 5, exitIndex: 9 },
  { pnl: 0, entryIndex: 10, exitIndex: 12, side: -1 },
  { pnl: 1000, entryIndex: 13, exitIndex: -1, reason: -1, fees: 4, slippage: 0.25 },
];

Deno.test("computeStatistics() counts trades by state and side", () => {
  const { values } = ofTrades(sample);
  assertEquals(
    [values.trades, values.closedTrades, values.openTrades, values.longTrades, values.shortTrades],
    [5, 4, 1, 3, 2],
  );
});

Deno.test("computeStatistics() takes closed trades only, but costs of all", () => {
  const { values } = ofTrades(sample);
  assertEquals(values.winRate, 0.25);
  assertEquals([values.bestTrade, values.worstTrade], [0.1, -0.25]);
  assertAlmostEquals(values.averageTrade, (0.1 - 0.2 - 0.25 + 0) / 4, 1e-15);
  assertEquals(values.payoff, 30 / 7.5);
  assertEquals(values.profitFactor, 2);
  assertAlmostEquals(values.expectancy, 3.75, 1e-14);
  assertAlmostEquals(values.averageBarsHeld, (2 + 0 + 4 + 2) / 4, 1e-14);
  assertEquals([values.fees, values.slippage], [7, 0.75]);
});

Deno.test("computeStatistics() names the reason without closed, won or lost trades", () => {
  const none = ofTrades([{ exitIndex: -1 }]).reasons;
  assertEquals([none.winRate, none.payoff, none.profitFactor], Array(3).fill("no closed trades"));
  const won = ofTrades([{ pnl: 1 }]).reasons;
  assertEquals([won.payoff, won.profitFactor], ["no lost trade", "no lost trade"]);
  const lost = ofTrades([{ pnl: -1 }]);
  assertEquals(lost.reasons.payoff, "no won trade");
  assertEquals([lost.values.profitFactor, lost.values.winRate], [0, 0]);
});

Deno.test("sqn is the mean profit in standard errors", () => {
  const { values } = ofTrades([{ pnl: 3 }, { pnl: 1 }, { pnl: -1 }, { exitIndex: -1, pnl: 50 }]);
  // Mean 1, sample variance (4 + 0 + 4) / 2.
  assertAlmostEquals(values.sqn, Math.sqrt(3) * 1 / 2, 1e-15);
});

Deno.test("sqn is undefined of one trade and of profits that differ by rounding", () => {
  assertEquals(ofTrades([{ pnl: 3 }]).reasons.sqn, "fewer than two closed trades");
  const pnls = [0.3, 0.1 + 0.2, 0.3];
  assertEquals(ofTrades(pnls.map((pnl) => ({ pnl }))).reasons.sqn, "profits do not vary");
});

Deno.test("computeStatistics() counts bars held at their close", () => {
  const equity = closes.map(() => 100);
  const exposure = (ledger: readonly [number, number, number][]): number =>
    computeStatistics(outputOf({ equity, ledger }), barsOf(closes), settingsOf())
      .values.exposureTime;
  assertEquals(exposure([]), 0);
  assertEquals(exposure([[2, 0, 1], [5, 0, 0]]), 3 / 20);
  // In and out inside one bar, then short to the end.
  assertEquals(exposure([[2, 0, 1], [2, 0, 0], [18, 0, -1]]), 2 / 20);
  // A reversal holds through.
  assertEquals(exposure([[0, 0, 1], [10, 0, 0], [10, 0, -1], [15, 0, 0]]), 15 / 20);
});

Deno.test("computeStatistics() takes over what the engine counted", () => {
  const output = outputOf({
    equity: [100],
    ambiguousBars: 3,
    ambiguousStake: 12.5,
    reducedOrders: 2,
  });
  const { values } = computeStatistics(output, barsOf([10]), settingsOf());
  assertEquals([values.ambiguousBars, values.ambiguousStake, values.reducedOrders], [3, 12.5, 2]);
});

Deno.test("computeStatistics() trade statistics do not depend on the order of trades", () => {
  const trade = fc.record({
    pnl: fc.integer({ min: -100, max: 100 }),
    side: fc.constantFrom(1, -1),
    quantity: fc.integer({ min: 1, max: 9 }),
    exitIndex: fc.constantFrom(1, 2, 5),
  });
  fc.assert(fc.property(fc.array(trade, { maxLength: 12 }), (trades) => {
    const { values: ahead } = ofTrades(trades);
    const { values: back } = ofTrades(trades.toReversed());
    for (
      const name of [
        "winRate",
        "bestTrade",
        "worstTrade",
        "payoff",
        "profitFactor",
        "longTrades",
      ] as const
    ) assertEquals(ahead[name], back[name]);
    for (const name of ["averageTrade", "expectancy", "averageBarsHeld"] as const) {
      if (trades.length) assertAlmostEquals(ahead[name], back[name], 1e-12);
    }
  }));
});
