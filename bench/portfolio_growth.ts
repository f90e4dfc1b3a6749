/**
 * How time and memory of compiled runs grow with assets, with orders a bar, and with orders that rest.
 *
 * Run: `deno run -A bench/portfolio_growth.ts`, with `--processes N` and `--rounds N`; the fastest of all counts.
 *
 * @module
 */
import { alignedTable } from "../engine/stats/table.ts";
import { numberOption } from "./number_option.ts";
import type { PortfolioCase } from "./portfolio/cases.ts";
import { type Best, measured } from "./portfolio/measured.ts";

const length = 1260;
const weights = { drive: "weights", length, assets: 500, picks: 25, costs: true } as const;
const groups: Readonly<Record<string, readonly PortfolioCase[]>> = {
  "assets, 25 best and 25 worst": [125, 250, 500, 1000, 2000].map((assets) => ({
    name: `${assets} assets`,
    ...weights,
    assets,
  })),
  "positions of 500 assets": [5, 25, 100, 250].map((picks) => ({
    name: `${picks} best and worst`,
    ...weights,
    picks,
  })),
  "orders that rest at 20 %": [1, 2, 4, 8].map((pairs) => ({
    name: `${pairs} limits and stops an asset`,
    ...weights,
    drive: "resting",
    width: 0.2,
    pairs,
  })),
};

for (const [group, cases] of Object.entries(groups)) {
  const rows = [[group, "later cpu ms", "ns/event", "ns/order", "orders", "fills", "MB above"]];
  for (const made of cases) rows.push(row(made, await best(made)));
  console.log(`${alignedTable(rows, "lrrrrrr")}\n`);
}
console.log(`load of the machine ${Deno.loadavg().map((load) => load.toFixed(1)).join(" ")}`);
console.log(
  "ns/order: of submitted ones; of those that rest a bar of an order. cpu and MB as in portfolio_bench.ts",
);

function best(made: PortfolioCase): Promise<Best> {
  const processes = numberOption("processes", 2);
  return measured(made, { engine: "compiled", processes, rounds: numberOption("rounds", 6) });
}

function row({ name, drive, assets, pairs = 1 }: PortfolioCase, best: Best): string[] {
  const { laterThread, later, orders, fills, held, peak } = best;
  const time = 1e6 * (laterThread === laterThread ? laterThread : later);
  const looks = drive === "resting" ? length * assets * 2 * pairs : orders;
  return [
    name,
    (time / 1e6).toFixed(1),
    (time / (length * assets)).toFixed(1),
    (time / looks).toFixed(1),
    String(orders),
    String(fills),
    ((peak - held) / 1e6).toFixed(0),
  ];
}
