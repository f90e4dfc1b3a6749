#!/usr/bin/env -S deno run --allow-read
/**
 * Takes half of a position out at a gain of once its risk, a quarter at twice, moves the stop to the entry price after the
 * first, and lets the rest run until the trend ends.
 *
 * @module
 */
import { backtest, breakEven, formatPrice, formatTime, formatValue, readBars } from "../../mod.ts";
import { scaleOut, stopLoss, strategy } from "../../mod.ts";
import { sp500Path } from "../demo_data.ts";

const parts = strategy({
  name: "scale-out",
  long: { enter: "crossOver(close, sma(close, 50))", exit: "close < sma(close, 50) * 0.98" },
  risk: [
    stopLoss({ distance: "2 * atr(14)" }),
    breakEven({ riskMultiple: 1 }),
    scaleOut([
      { at: { riskMultiple: 1 }, fraction: 0.5 },
      { at: { riskMultiple: 2 }, fraction: 0.25 },
    ]),
  ],
  size: { riskOfEquity: 0.02 },
});

const bars = await readBars(await sp500Path(), { symbol: "S&P 500" });
const { statistics, trades } = backtest(parts, bars, { lot: 1, verify: true });
// Each part that goes out is a row of its own.
const positions = [...Map.groupBy(trades, ({ entryIndex }) => entryIndex).values()];
const total = formatValue(statistics.totalReturn, "fraction");
console.log(
  `${positions.length} positions in ${trades.length} parts, return ${total}. The first in all parts:`,
);
const longest = positions.toSorted((one, other) => other.length - one.length)[0];
for (const { quantity, exitTime, exitPrice, exitReason, pnl } of longest) {
  const day = exitTime === null ? "still open" : formatTime(exitTime).slice(0, 10);
  const out = `${quantity} at ${formatPrice(exitPrice)} by ${exitReason || "nothing yet"}`;
  console.log(`  ${day}: ${out}, profit ${formatValue(pnl, "money")}`);
}
