/**
 * Sets per second of a rotation over many assets: `sweepPortfolio()` against `portfolio()` in a loop that reads the same
 * statistics. Results are compared, bit for bit, outside of what is timed.
 *
 * Run: `deno run -A bench/portfolio_sweep_bench.ts`, with `--assets N`, `--bars N`, `--sets N`, `--rounds N`. In each round
 * all take turns; a ratio is the median of those of the rounds. `deno bench -A bench/portfolio_sweep_bench.ts` has a small
 * one.
 *
 * @module
 */
import { portfolio } from "../engine/portfolio/portfolio.ts";
import { alignedTable } from "../engine/stats/table.ts";
import { drive } from "../engine/sweep/portfolio/driver.ts";
import { grid, range, sweepPortfolio, sweepStatistics } from "../engine/sweep/mod.ts";
import { checksum } from "./checksum.ts";
import { numberOption } from "./number_option.ts";
import { randomPanel } from "./random_panel.ts";
import rotation from "./rotation_case.ts";

const module = new URL("./rotation_case.ts", import.meta.url);
const settings = { commission: { percent: 0.001 } };

/** What one way of running all sets takes, and what it found. */
interface Timed {
  readonly time: number;
  readonly found: string;
}

function setsOf(count: number, every: number): ReturnType<typeof grid> {
  return grid({ days: range(10, 9 + Math.ceil(count / 2)), count: [3, 5], every: [every] });
}

type Sets = ReturnType<typeof grid>;
type Panel = ReturnType<typeof randomPanel>;

function inLoop(panel: Panel, sets: Sets): Timed {
  const columns = sweepStatistics.map(() => new Float64Array(sets.count));
  const before = performance.now();
  for (let set = 0; set < sets.count; set++) {
    const { statistics } = drive(portfolio(panel, settings), () => rotation(sets.at(set)));
    sweepStatistics.forEach(({ name }, at) => {
      columns[at][set] = statistics[name];
    });
  }
  return { time: performance.now() - before, found: checksum(columns) };
}

async function swept(panel: Panel, sets: Sets, workers: number): Promise<Timed> {
  const before = performance.now();
  const result = await sweepPortfolio(module, panel, { grid: sets, settings, workers });
  const time = performance.now() - before;
  if (result.done < sets.count) throw new Error(JSON.stringify(result.failures));
  return { time, found: checksum(sweepStatistics.map(({ name }) => result.column(name))) };
}

async function measure(every: number): Promise<string[][]> {
  const panel = randomPanel({
    length: numberOption("bars", 2520),
    assets: numberOption("assets", 50),
  });
  const sets = setsOf(numberOption("sets", 400), every);
  const ways: [name: string, run: () => Timed | Promise<Timed>][] = [
    ["portfolio() in a loop", () => inLoop(panel, sets)],
    ["this thread", () => swept(panel, sets, 0)],
    ["one Worker", () => swept(panel, sets, 1)],
    ["two Workers", () => swept(panel, sets, 2)],
  ];
  const times: number[][] = ways.map(() => []);
  let expected = "";
  for (let round = 0; round < numberOption("rounds", 5); round++) {
    for (const [way, [name, run]] of ways.entries()) {
      const { time, found } = await run();
      if (expected === "") expected = found;
      if (found !== expected) throw new Error(`${name}: ${found}, expected ${expected}`);
      times[way].push(time);
    }
  }
  return ways.map(([name], way) => {
    const ratios = times[way].map((time, round) => times[0][round] / time).sort((a, b) => a - b);
    return [
      `${sets.count} sets, every ${every} bars: ${name}`,
      Math.min(...times[way]).toFixed(0),
      (1000 * sets.count / Math.min(...times[way])).toFixed(0),
      ratios[ratios.length >> 1].toFixed(2),
    ];
  });
}

if (import.meta.main) {
  const rows = [["fastest of all rounds", "ms", "sets/s", "times the loop"]];
  for (const every of [21, 1]) rows.push(...await measure(every));
  console.log(alignedTable(rows, "lrrr"));
  console.log(`load of the machine ${Deno.loadavg().map((load) => load.toFixed(1)).join(" ")}`);
}

const small = randomPanel({ length: 500, assets: 20 });
Deno.bench("40 sets, 500 bars x 20 assets: a loop", { group: "rotation", baseline: true }, () => {
  inLoop(small, setsOf(40, 21));
});
Deno.bench("40 sets, 500 bars x 20 assets: swept", { group: "rotation" }, async () => {
  await swept(small, setsOf(40, 21), 0);
});
