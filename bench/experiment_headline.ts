/**
 * Fifty simulations over 6.9 million bars through a store: time, memory, and what the store itself takes.
 *
 * deno run -A bench/experiment_headline.ts
 *
 * @module
 */
import { makeBars } from "../engine/data/make_bars.ts";
import { experiment } from "../engine/experiment/experiment.ts";
import { readResults } from "../engine/experiment/store/read_store.ts";
import { randomBars } from "./random_bars.ts";

const lengths = Array.from({ length: 50 }, (_, index) => 10 + 5 * index);
const strategies = lengths.map((length) => ({
  name: `cross${length}`,
  long: {
    enter: `crossOver(sma(close, ${length}), sma(close, ${4 * length}))`,
    exit: `crossUnder(sma(close, ${length}), sma(close, ${4 * length}))`,
  },
  risk: [{ stopLoss: 0.02 }],
}));

/** Runs the strategies on so many bars in a new store. */
async function measure(count: number): Promise<void> {
  const { time, columns } = randomBars(count);
  const bars = makeBars({ symbol: "RANDOM", time, columns });
  const store = await Deno.makeTempDir();
  try {
    const made = await experiment({ name: "headline", strategies, instruments: [bars] });
    const before = performance.now();
    const { simulations } = await made.run({ store });
    const seconds = (performance.now() - before) / 1000;
    const again = performance.now();
    await made.run({ store });
    const resumed = performance.now() - again;
    const trades = await Promise.all(
      simulations.map(async (record) => (await readResults(store, record)).column("trades")[0]),
    );
    console.log(
      `${lengths.length} simulations x ${count.toLocaleString("en")} bars: ${
        seconds.toFixed(1)
      } s, ` +
        `${(Deno.memoryUsage().rss / 1e9).toFixed(2)} GB, run again ${resumed.toFixed(0)} ms, ` +
        `trades ${trades.reduce((sum, one) => sum + one, 0)}`,
    );
  } finally {
    await Deno.remove(store, { recursive: true });
  }
}

await measure(1_000);
await measure(6_900_000);
