/**
 * What single orders, rules and settings cost: one strategy with each of them added, as a ratio to the strategy alone. Kernels
 * run on seeded bars, each the best of several runs in turn.
 *
 * Run: `deno run -A bench/option_costs.ts`, with other bars `-- --bars 1000000`.
 *
 * @module
 */
import { settings, type SettingsInput } from "../codegen/define/settings.ts";
import { strategy, type StrategyInput } from "../codegen/define/strategy.ts";
import { runCompiled } from "../engine/run/compiled.ts";
import { numberOption } from "./number_option.ts";
import { randomBars } from "./random_bars.ts";

interface Option {
  readonly with?: Partial<StrategyInput>;
  readonly settings?: SettingsInput;
}

const long = {
  enter: "crossOver(sma(close, 20), sma(close, 50))",
  exit: "crossUnder(sma(close, 20), sma(close, 50))",
};
const risk = [{ stopLoss: 0.01 }, { takeProfit: 0.02 }];

const options: Readonly<Record<string, Option>> = {
  "alone": {},
  "filter of hours": { with: { filter: { hours: ["08:00", "20:00"] } } },
  "limit entry": {
    with: { long: { ...long, entry: { type: "limit", price: "close * 0.999", expires: 10 } } },
  },
  "stop entry": {
    with: { long: { ...long, entry: { type: "stop", price: "high", expires: 10 } } },
  },
  "break-even": { with: { risk: [...risk, { breakEven: 0.005 }] } },
  "two parts": {
    with: {
      risk: [...risk, { scaleOut: [{ at: 0.005, fraction: 0.5 }, { at: 0.01, fraction: 0.25 }] }],
    },
  },
  "session end": { with: { risk: [...risk, { sessionEnd: "20:00" }] } },
  "additions": { settings: { execution: { pyramid: 2 } } },
  "tick": { settings: { tick: 0.01 } },
  "margin interest": { settings: { financing: { marginInterest: 0.05 } } },
  "interest on cash": { settings: { financing: { interest: 0.02 } } },
};

const bars = randomBars(numberOption("bars", 2_000_000));
const runs = Object.entries(options).map(([name, option]) => {
  const made = strategy({ name, long, risk, size: { percentOfEquity: 0.9 }, ...option.with });
  const given = settings(option.settings ?? {});
  return { name, best: Infinity, run: () => runCompiled(made, bars, { settings: given }) };
});
for (let round = 0; round < 20; round++) {
  for (const measured of runs) {
    const start = performance.now();
    measured.run();
    measured.best = Math.min(measured.best, performance.now() - start);
  }
}
for (const { name, best } of runs) {
  const each = best * 1e6 / bars.length;
  console.log(
    `${name.padEnd(18)} ${each.toFixed(1)} ns a bar, ${(best / runs[0].best).toFixed(2)}`,
  );
}
