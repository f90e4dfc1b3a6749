import { assertEquals } from "@std/assert";
import { randomBars } from "../../bench/random_bars.ts";
import { grid } from "../../engine/sweep/grid/grid.ts";
import { sweep } from "../../engine/sweep/sweep.ts";
import { assertSameBits } from "./same_bits.ts";

const cross = {
  name: "cross",
  params: { fast: 5, slow: 20, stop: 0.01 },
  let: { f: "sma(close, fast)", s: "sma(close, slow)" },
  long: { enter: "crossOver(f, s)" },
  short: { enter: "crossUnder(f, s)" },
  risk: [{ stopLoss: "stop" }, { trailingStop: 0.008 }, { takeProfit: 0.02 }],
  size: { percentOfEquity: 0.95 },
};
const bars = randomBars(6_000);
const sets = grid({
  fast: [3, 7, 15],
  slow: [10, 30],
  stop: [0.002, 0.01],
  "settings.commission.percent": [0, 0.0005],
}, { where: "fast < slow" });
const settings = { slippage: { percent: 0.0001 } };

Deno.test("sweep() has the bits of backtest() for every set, in this thread", async () => {
  const result = await sweep(cross, bars, { grid: sets, settings, workers: 0, benchmark: "close" });
  assertEquals([result.count, result.done, result.failures], [20, 20, []]);
  assertSameBits(result);
});

Deno.test("sweep() has the same bits for any number of Workers and any chunk", async () => {
  const runs = await Promise.all([
    sweep(cross, bars, { grid: sets, settings, workers: 0 }),
    sweep(cross, bars, { grid: sets, settings, workers: 1, chunk: 100 }),
    sweep(cross, bars, { grid: sets, settings, workers: 2, chunk: 4096 }),
    sweep(cross, bars, { grid: sets, settings, workers: 7, chunk: 6_000 }),
  ]);
  const [first, ...others] = runs.map((run) => [
    Array.from({ length: run.count }, (_, set) => run.statistics(set)),
    Array.from({ length: run.count }, (_, set) => run.blocks(set)),
  ]);
  for (const other of others) assertEquals(other, first);
});
