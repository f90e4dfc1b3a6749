/**
 * One strategy for 500 assets with room for 20: a crossing of means with a stop, ranked by the change over sixty days. An
 * event is a bar of one asset. Timed are whole runs, signals included; results are compared outside of what is timed.
 *
 * Run: `deno run -A bench/portfolio_strategy_bench.ts [BARS]` for a first and some later runs of 2,520 bars compiled, and
 * one of the reference engine; `deno bench -A bench/portfolio_strategy_bench.ts` for short ones of both.
 *
 * @module
 */
import { strategy } from "../codegen/define/strategy.ts";
import { type Portfolio, portfolio } from "../engine/portfolio/portfolio.ts";
import type { PortfolioResult } from "../engine/portfolio/result/portfolio_result.ts";
import { checksum } from "./checksum.ts";
import { randomPanel } from "./random_panel.ts";

const assets = 500;
const settings = { cash: 1_000_000, maxPositions: 20, commission: { percent: 0.0005 } };
const crossing = strategy({
  name: "crossing",
  let: { fast: "sma(close, 10)", slow: "sma(close, 40)" },
  long: { enter: "crossOver(fast, slow)", exit: "crossUnder(fast, slow)" },
  risk: [{ stopLoss: { distance: "3 * atr(14)" } }],
  size: { percentOfEquity: 0.05 },
});

function run(account: Portfolio): PortfolioResult {
  return account.strategy(crossing, { rank: "roc(close, 60)" });
}

/** Times a run, compares it with other runs of the same bars, and prints what it took. */
function report(account: Portfolio, name: string, expected?: string): string {
  const before = performance.now();
  const { output, rejected } = run(account);
  const time = performance.now() - before;
  const found = checksum([output.equity, output.orders.price]);
  if (expected !== undefined && found !== expected) throw new Error(`${name}: ${found}`);
  const rate = (account.panel.length * assets / time * 1000 / 1e6).toFixed(2);
  console.log(
    `${name.padEnd(20)} ${time.toFixed(0).padStart(7)} ms, ${rate} million events/s, ` +
      `${output.orders.count} orders, ${rejected.maxPositions} without a slot, checksum ${found}`,
  );
  return found;
}

if (import.meta.main) {
  const length = Number(Deno.args[0] ?? 2520);
  const panel = randomPanel({ length, assets });
  const account = portfolio(panel, settings);
  const whole = report(account, "compiled, first run");
  for (let time = 0; time < 4; time++) report(account, "compiled, later run", whole);
  report(portfolio(panel, { ...settings, simMode: "event" }), "reference", whole);
}

const small = randomPanel({ length: 120, assets });
for (const simMode of ["batch", "event"] as const) {
  const account = portfolio(small, { ...settings, simMode });
  Deno.bench(`120 bars x 500 assets: ${simMode}`, {
    group: "one strategy",
    baseline: simMode === "batch",
  }, () => void run(account));
}
