/**
 * barjit compiles trading strategies and backtests them.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { backtest, barsFrom, close, crossOver, crossUnder, param } from "./mod.ts";
 * import { percentOfEquity, sma, stopLoss, strategy } from "./mod.ts";
 * const fast = sma(close, param("fast", 2));
 * const slow = sma(close, param("slow", 3));
 * const trend = strategy({
 *   name: "sma-cross",
 *   long: { enter: crossOver(fast, slow), exit: crossUnder(fast, slow) },
 *   risk: [stopLoss(0.05)],
 *   size: percentOfEquity(0.95),
 * });
 * const time = Array.from({ length: 8 }, (_, day) => new Date(Date.UTC(2020, 0, 1 + day)));
 * const bars = barsFrom({ time, close: [10, 9, 8, 9, 11, 12, 13, 12] }, { priceOnly: true });
 * const result = backtest(trend, bars, { cash: 100_000, commission: { percent: 0.001 } });
 * assertEquals(result.trades.length, 1);
 * ```
 *
 * @module
 */
export * from "./codegen/mod.ts";
export * from "./engine/mod.ts";
