#!/usr/bin/env -S deno run --allow-read
/**
 * A filter that the language lacks, Ehlers' super smoother, as a column that a function fills, and the check that it does not
 * look ahead.
 *
 * @module
 */
import { backtest, column, crossOver, crossUnder, findLookAhead } from "../../mod.ts";
import { formatValue, lag, readBars, strategy } from "../../mod.ts";
import { sp500Path } from "../demo_data.ts";

const period = 60;
const decay = Math.exp(-Math.SQRT2 * Math.PI / period);
const b = 2 * decay * Math.cos(Math.SQRT2 * Math.PI / period);
const c = -decay * decay;

const smooth = column("smooth", (bars, out, from, to) => {
  let [last, before] = [bars.close[from], bars.close[from]];
  for (let t = from + 1; t < to; t++) {
    const input = (bars.close[t] + bars.close[t - 1]) / 2;
    const value = (1 - b - c) * input + b * last + c * before;
    [last, before] = [value, last];
    if (t > period) out[t] = value;
  }
});

const turns = strategy({
  name: "super-smoother",
  long: { enter: crossOver(smooth, lag(smooth)), exit: crossUnder(smooth, lag(smooth)) },
});
const bars = await readBars(await sp500Path(), { symbol: "S&P 500" });
const { statistics, trades } = backtest(turns, bars, { verify: true });
const gain = formatValue(statistics.totalReturn, "fraction");
const held = formatValue(statistics.exposureTime, "fraction");
console.log(`${trades.length} trades, return ${gain}, in the market ${held} of the time`);
const ahead = findLookAhead(turns, bars, { lengths: [500, 2000, 4000] });
console.log(`Look-ahead: ${ahead === undefined ? "none" : `bar ${ahead.bar}`}`);
