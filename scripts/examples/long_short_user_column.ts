#!/usr/bin/env -S deno run --allow-read
/**
 * Long and short by a forecast that this program computes and puts into the bars, as it would one from a file or a model.
 *
 * @module
 */
import { backtest, barsFrom, formatValue, readBars, strategy } from "../../mod.ts";
import { sp500Path } from "../demo_data.ts";

const prices = await readBars(await sp500Path());
const { time, close, columns } = prices;

// Smoothed return over smoothed size of a return; bar t knows no later one.
const forecast = new Float64Array(close.length).fill(NaN);
let [drift, size] = [0, 0];
for (let t = 1; t < close.length; t++) {
  const change = Math.log(close[t] / close[t - 1]);
  drift += (change - drift) / 60;
  size += (Math.abs(change) - size) / 60;
  if (t >= 120) forecast[t] = drift / size;
}
const bars = barsFrom({ time, ...Object.fromEntries(columns), forecast }, { symbol: "S&P 500" });

const both = strategy({
  name: "forecast",
  long: { enter: "forecast > 0.1", exit: "forecast < 0" },
  short: { enter: "forecast < -0.2", exit: "forecast > 0" },
});
for (const direction of ["BOTH", "LONG", "SHORT"] as const) {
  const { statistics } = backtest(both, bars, { direction, financing: { borrow: 0.01 } });
  const { totalReturn, longTrades, shortTrades, financing } = statistics;
  console.log(
    `${direction}: ${longTrades} long, ${shortTrades} short, ` +
      `return ${formatValue(totalReturn, "fraction")}, ` +
      `${formatValue(financing, "money")} paid for borrowing`,
  );
}
