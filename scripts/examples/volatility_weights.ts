#!/usr/bin/env -S deno run --allow-read
/**
 * Holds as much of the index as keeps the account at a volatility of 12 percent a year, by that of the last 20 days, up to
 * twice the equity and with a band that keeps it from trading every day; beside it the index as it is.
 *
 * @module
 */
import { formatValue, type PanelRows, portfolio, readPanel } from "../../mod.ts";
import { sp500Path } from "../demo_data.ts";

const days = 20;
const account = portfolio(await readPanel({ "S&P 500": await sp500Path() }), {
  leverage: 2,
  commission: { percent: 0.0002 },
  financing: { interest: 0.01, marginInterest: 0.03 },
  verify: true,
});

function volatility(bars: PanelRows): number {
  const closes = Array.from({ length: days + 1 }, (_, ago) => bars.close(0, ago));
  const steps = closes.slice(1).map((before, ago) => Math.log(closes[ago] / before));
  const mean = steps.reduce((sum, step) => sum + step) / days;
  const squares = steps.reduce((sum, step) => sum + (step - mean) ** 2, 0);
  return Math.sqrt(squares / (days - 1) * 252);
}
const target = (bars: PanelRows): number => Math.min(2, 0.12 / volatility(bars));

for (const isTargeted of [false, true]) {
  const { statistics, costReturns: [free], orders } = account.weights(
    (_, bars) => Float64Array.of(isTargeted ? target(bars) : 1),
    isTargeted ? { band: 0.1 } : { on: "monthly" },
  );
  const { annualReturn, volatility, maxDrawdown, totalReturn } = statistics;
  const shares = [annualReturn, volatility, maxDrawdown, free.totalReturn - totalReturn];
  const [gain, spread, worst, paid] = shares.map((value) => formatValue(value, "fraction"));
  console.log(`${isTargeted ? "12% wanted" : "Invested"}: ${gain} a year at ${spread} volatility`);
  console.log(`  worst drawdown ${worst}, ${orders.length} orders, costs ${paid} in all`);
}
