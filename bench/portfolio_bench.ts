/**
 * Long the 25 best and short the 25 worst of 500 assets by their return over five days, anew every day. An event is a bar
 * of one asset. Timed are runs with everything that the weights cost; results are compared outside of what is timed.
 *
 * Run: `deno run -A bench/portfolio_bench.ts [BARS]` for a first and some later runs of 2,520 bars compiled, and one of the
 * reference engine; `deno bench -A bench/portfolio_bench.ts` for short ones of both.
 *
 * @module
 */
import { type Portfolio, portfolio } from "../engine/portfolio/portfolio.ts";
import { Ranker } from "../engine/portfolio/ranker.ts";
import type { PanelRows } from "../engine/portfolio/panel_rows.ts";
import type { PortfolioResult } from "../engine/portfolio/result/portfolio_result.ts";
import { checksum } from "./checksum.ts";
import { randomPanel } from "./random_panel.ts";

const assets = 500;
const settings = { cash: 1_000_000, commission: { percent: 0.0005 } };

function run(account: Portfolio): PortfolioResult {
  const ranker = new Ranker();
  const [scores, before, out] = Array.from({ length: 3 }, () => new Float64Array(assets));
  return account.weights((_, bars: PanelRows) => {
    bars.row("close", 0, scores);
    bars.row("close", 5, before);
    for (let asset = 0; asset < assets; asset++) scores[asset] /= before[asset];
    return ranker.topBottom(scores, 25, 25, out);
  });
}

/** Times a run, compares its equity with that of other runs of the same bars, and prints what it took. */
function report(account: Portfolio, name: string, expected?: string): string {
  const before = performance.now();
  const { output } = run(account);
  const time = performance.now() - before;
  const found = checksum([output.equity, output.orders.price]);
  if (expected !== undefined && found !== expected) throw new Error(`${name}: ${found}`);
  const events = account.panel.length * assets;
  const rate = (events / time * 1000 / 1e6).toFixed(2);
  console.log(
    `${name.padEnd(28)} ${time.toFixed(0).padStart(7)} ms, ${rate} million events/s, ` +
      `${output.orders.count} orders, checksum ${found}`,
  );
  return found;
}

if (import.meta.main) {
  const length = Number(Deno.args[0] ?? 2520);
  const panel = randomPanel(length, assets);
  const account = portfolio(panel, settings);
  const whole = report(account, "compiled, first run");
  for (let time = 0; time < 4; time++) report(account, "compiled, later run", whole);
  report(portfolio(panel, { ...settings, simMode: "event" }), "reference", whole);
}

const small = randomPanel(50, assets);
for (const simMode of ["batch", "event"] as const) {
  const account = portfolio(small, { ...settings, simMode });
  Deno.bench(`50 bars x 500 assets: ${simMode}`, {
    group: "top and bottom 25",
    baseline: simMode === "batch",
  }, () => void run(account));
}
