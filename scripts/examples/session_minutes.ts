#!/usr/bin/env -S deno run
/**
 * Buys the breakout from the first half hour of a session on minute bars: one trade a day, entered between 10:00 and 15:00
 * New York time and out by 15:55. The bars are a seeded random walk, on which only chance and costs decide.
 *
 * @module
 */
import { backtest, barsFrom, formatValue, sessionEnd, stopLoss, strategy } from "../../mod.ts";
import { seededMinutes } from "../seeded_minutes.ts";

const zone = "America/New_York";
const days = 60;
const bars = barsFrom(seededMinutes({ days, seed: 7 }), { symbol: "random minutes" });

const breakout = strategy({
  name: "opening-range",
  let: {
    soFar: `highestSince(newDay("${zone}"), high)`,
    top: `valueWhen(minuteOfDay("${zone}") == 599, soFar, 0)`,
  },
  long: { enter: "crossOver(close, top)" },
  filter: { hours: ["10:00", "15:00"], zone },
  risk: [stopLoss(0.005), sessionEnd({ time: "15:55", zone })],
});
const { statistics, trades } = backtest(breakout, bars, {
  commission: { perUnit: 0.005 },
  execution: { maxTradesPerDay: 1, zone },
  verify: true,
});
const won = formatValue(statistics.winRate, "fraction");
const fees = formatValue(statistics.fees, "money");
console.log(
  `${trades.length} trades on ${days} days, ${won} won, ${fees} of commissions; the last:`,
);
const clock = new Intl.DateTimeFormat("en-GB", { timeZone: zone, timeStyle: "short" });
for (const { entryTime, exitTime, exitReason, pnl } of trades.slice(-4)) {
  const [from, to] = [entryTime, exitTime ?? NaN].map((time) => clock.format(time));
  console.log(`  ${from} to ${to} by ${exitReason}: ${formatValue(pnl, "money")}`);
}
