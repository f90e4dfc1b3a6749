#!/usr/bin/env -S deno run --allow-read
/**
 * Holds the index, sized anew every 20 bars so that its volatility is 12 percent a year, on credit where that takes more
 * than the account has.
 *
 * @module
 */
import { backtest, formatValue, readBars, type SizeInput, strategy, timeStop } from "../../mod.ts";
import { percentOfEquity, volatilityTarget } from "../../mod.ts";
import { sp500Path } from "../demo_data.ts";

const sizes: Record<string, SizeInput> = {
  "all of the equity": percentOfEquity(1),
  "12% volatility wanted": volatilityTarget({ target: 0.12, window: 20 }),
};

const bars = await readBars(await sp500Path(), { symbol: "S&P 500" });
for (const [name, size] of Object.entries(sizes)) {
  const hold = strategy({ name, long: { enter: true }, risk: [timeStop(20)], size });
  const { statistics } = backtest(hold, bars, {
    leverage: 2,
    commission: { percent: 0.0002 },
    financing: { interest: 0.01, marginInterest: 0.03 },
    verify: true,
  });
  const [gain, spread, worst, exposure] = [
    statistics.annualReturn,
    statistics.volatility,
    statistics.maxDrawdown,
    statistics.valueExposure,
  ].map((value) => formatValue(value, "fraction"));
  const interest = formatValue(statistics.interest, "money");
  console.log(`${name}: ${gain} a year at ${spread} volatility, worst drawdown ${worst}`);
  console.log(`  ${exposure} invested on average, interest ${interest}`);
}
